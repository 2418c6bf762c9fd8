package scosearch.judge;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Apache Lucene as a judge. With arguments: runs one command and ends. Without: reads commands from standard input,
 * one a line (fields separated by tabs, escaped as in {@link Escapes}), until the input ends. README.md lists them.
 */
public final class Judge {
  private final Reply reply;
  private final Searching searching = new Searching();
  private final Locks locks = new Locks();

  private Judge(Reply reply) {
    this.reply = reply;
  }

  public static void main(String[] args) throws IOException {
    // Only answers go to standard output; whatever a library prints goes to standard error.
    Reply reply = new Reply(new FileOutputStream(FileDescriptor.out));
    System.setOut(System.err);
    Judge judge = new Judge(reply);
    if (args.length > 0) {
      for (int i = 0; i < args.length; i++) {
        args[i] = Escapes.unescape(args[i]);
      }
      System.exit(judge.run(args) ? 0 : 1);
    }
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] fields = line.split("\t", -1);
      for (int i = 0; i < fields.length; i++) {
        fields[i] = Escapes.unescape(fields[i]);
      }
      judge.run(fields);
    }
  }

  private boolean run(String[] fields) throws IOException {
    try {
      dispatch(fields[0], Arrays.copyOfRange(fields, 1, fields.length));
      reply.done();
      return true;
    } catch (Exception | Error failure) {
      reply.failed(failure);
      return false;
    }
  }

  private void dispatch(String command, String[] args) throws Exception {
    switch (command) {
      case "version" -> reply.row(org.apache.lucene.util.Version.LATEST, System.getProperty("java.version"),
          Judge.class.desiredAssertionStatus());
      case "check" -> Checking.check(args, reply);
      case "tokens" -> Tokens.tokens(args, reply);
      case "dump" -> Dumping.dump(args, reply);
      case "impacts" -> Dumping.impacts(args, reply);
      case "search" -> searching.search(args, reply);
      case "close" -> searching.close(args);
      case "build" -> Building.build(args);
      case "kinds" -> Kinds.list(reply);
      case "kind" -> Kinds.build(args);
      case "modify" -> Modifying.modify(args, reply);
      case "lock" -> locks.lock(args, reply);
      case "unlock" -> locks.unlock(args);
      default -> throw new IllegalArgumentException("unknown command: " + command);
    }
  }
}
