package scosearch.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/**
 * Takes the lines of a dump section by section; keeps of each section the number of lines and a 64-bit FNV-1a hash
 * over the UTF-8 bytes of its lines, each followed by a line feed. The lines of one wanted section go to the reply.
 */
final class DumpSink {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final Reply reply;
  private final String wanted;
  private String section;
  private long hash;
  private long lines;
  private byte[] buffer = new byte[1 << 12];
  private int length;

  DumpSink(Reply reply, String wanted) {
    this.reply = reply;
    this.wanted = wanted;
  }

  void begin(String name) {
    section = name;
    hash = 0xcbf29ce484222325L;
    lines = 0;
    length = 0;
  }

  void end() throws IOException {
    if (wanted == null) {
      reply.row(section, lines, String.format("%016x", hash));
    }
  }

  /** Ends the line. */
  void line() throws IOException {
    if (section.equals(wanted)) {
      reply.row(new String(buffer, 0, length, StandardCharsets.UTF_8));
    }
    put('\n');
    long h = hash;
    for (int i = 0; i < length; i++) {
      h = (h ^ (buffer[i] & 0xff)) * 0x100000001b3L;
    }
    hash = h;
    lines++;
    length = 0;
  }

  /** A text that is a field of the line, escaped. */
  DumpSink text(String text) {
    return raw(Escapes.escape(text));
  }

  DumpSink raw(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  DumpSink tab() {
    return put('\t');
  }

  DumpSink put(char c) {
    reserve(1);
    buffer[length++] = (byte) c;
    return this;
  }

  DumpSink number(long value) {
    if (value < 0) {
      return raw(Long.toString(value));
    }
    reserve(20);
    int digits = 1;
    for (long rest = value; rest >= 10; rest /= 10) {
      digits++;
    }
    length += digits;
    int at = length;
    do {
      buffer[--at] = (byte) ('0' + value % 10);
      value /= 10;
    } while (value > 0);
    return this;
  }

  DumpSink hex(BytesRef bytes) {
    reserve(2 * bytes.length);
    for (int i = 0; i < bytes.length; i++) {
      int b = bytes.bytes[bytes.offset + i] & 0xff;
      buffer[length++] = HEX[b >> 4];
      buffer[length++] = HEX[b & 15];
    }
    return this;
  }

  private void reserve(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, length + more));
    }
  }
}
