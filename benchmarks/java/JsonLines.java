package scosearch.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Reads files of lines {"id": ..., "text": ...}; "_id" will do, other members are passed over; .gz is unpacked. */
final class JsonLines {
  record Entry(String id, String text) {}

  private final String line;
  private int at;

  private JsonLines(String line) {
    this.line = line;
  }

  static List<Entry> read(String file, int limit) throws IOException {
    List<Entry> entries = new ArrayList<>();
    try (InputStream raw = Files.newInputStream(Path.of(file));
        InputStream in = file.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null && entries.size() < limit; line = lines.readLine()) {
        if (!line.isBlank()) {
          entries.add(new JsonLines(line).entry());
        }
      }
    }
    return entries;
  }

  private Entry entry() {
    String id = null;
    String text = null;
    at = line.indexOf('{') + 1;
    while (true) {
      String name = string();
      at = line.indexOf(':', at) + 1;
      skipSpace();
      if (line.charAt(at) == '"') {
        String value = string();
        id = name.equals("id") || name.equals("_id") ? value : id;
        text = name.equals("text") ? value : text;
      } else {
        skipValue();
      }
      skipSpace();
      if (line.charAt(at) == '}') {
        break;
      }
      at++;
    }
    if (id == null || text == null) {
      throw new IllegalArgumentException("a line has no id or no text");
    }
    return new Entry(id, text);
  }

  private void skipSpace() {
    while (Character.isWhitespace(line.charAt(at))) {
      at++;
    }
  }

  /** A number, literal, array or object; none of the strings inside is looked at. */
  private void skipValue() {
    int depth = 0;
    for (; depth > 0 || ",}".indexOf(line.charAt(at)) < 0; at++) {
      char c = line.charAt(at);
      if (c == '"') {
        string();
        at--;
      } else if (c == '[' || c == '{') {
        depth++;
      } else if (c == ']' || c == '}') {
        depth--;
      }
    }
  }

  private String string() {
    at = line.indexOf('"', at) + 1;
    StringBuilder out = new StringBuilder();
    for (; line.charAt(at) != '"'; at++) {
      char c = line.charAt(at);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      at++;
      switch (line.charAt(at)) {
        case 'n' -> out.append('\n');
        case 't' -> out.append('\t');
        case 'r' -> out.append('\r');
        case 'b' -> out.append('\b');
        case 'f' -> out.append('\f');
        case 'u' -> {
          out.append((char) Integer.parseInt(line.substring(at + 1, at + 5), 16));
          at += 4;
        }
        default -> out.append(line.charAt(at));
      }
    }
    at++;
    return out.toString();
  }
}
