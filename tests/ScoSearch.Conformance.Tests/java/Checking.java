package scosearch.judge;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.store.FSDirectory;

/** The reference's own index checker in its slow mode: every structure is read and compared with every other. */
final class Checking {
  private Checking() {}

  /** check DIR: one row "clean" or "broken", and the checker's report. */
  static void check(String[] args, Reply reply) throws Exception {
    ByteArrayOutputStream report = new ByteArrayOutputStream();
    boolean clean;
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]));
        CheckIndex checker = new CheckIndex(directory);
        PrintStream out = new PrintStream(report, true, StandardCharsets.UTF_8)) {
      checker.setDoSlowChecks(true);
      checker.setInfoStream(out, false);
      clean = checker.checkIndex().clean;
    }
    reply.row(clean ? "clean" : "broken", report.toString(StandardCharsets.UTF_8));
  }
}
