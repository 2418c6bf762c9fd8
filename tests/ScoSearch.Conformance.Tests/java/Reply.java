package scosearch.judge;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;

/** Writes answers: rows "|field TAB field ...", then "." for success or "!message TAB stack trace" for failure. */
final class Reply {
  private final BufferedWriter out;

  Reply(OutputStream stream) {
    out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), 1 << 16);
  }

  void row(Object... fields) throws IOException {
    out.write('|');
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        out.write('\t');
      }
      out.write(Escapes.escape(String.valueOf(fields[i])));
    }
    out.write('\n');
  }

  void done() throws IOException {
    out.write(".\n");
    out.flush();
  }

  void failed(Throwable failure) throws IOException {
    StringBuilder trace = new StringBuilder();
    for (Throwable t = failure; t != null && trace.length() < 4000; t = t.getCause()) {
      trace.append(t).append('\n');
      StackTraceElement[] frames = t.getStackTrace();
      for (int i = 0; i < Math.min(frames.length, 12); i++) {
        trace.append("  at ").append(frames[i]).append('\n');
      }
    }
    out.write('!');
    out.write(Escapes.escape(failure.getClass().getSimpleName() + ": " + failure.getMessage()));
    out.write('\t');
    out.write(Escapes.escape(trace.toString()));
    out.write('\n');
    out.flush();
  }
}
