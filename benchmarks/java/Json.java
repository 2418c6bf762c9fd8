package scosearch.bench;

import java.util.Locale;

/** One JSON object, in the order in which it is filled. */
final class Json {
  private final StringBuilder out = new StringBuilder();

  Json put(String name, String value) {
    StringBuilder quoted = new StringBuilder("\"");
    for (char c : value.toCharArray()) {
      if (c == '"' || c == '\\') {
        quoted.append('\\').append(c);
      } else if (c < ' ') {
        quoted.append(String.format("\\u%04x", (int) c));
      } else {
        quoted.append(c);
      }
    }
    return putRaw(name, quoted.append('"').toString());
  }

  Json put(String name, long value) {
    return putRaw(name, Long.toString(value));
  }

  Json put(String name, double value) {
    return putRaw(name, number(value));
  }

  Json putRaw(String name, String json) {
    out.append(out.length() == 0 ? "" : ",").append('"').append(name).append("\":").append(json);
    return this;
  }

  String text() {
    return "{" + out + "}";
  }

  static String array(double... values) {
    StringBuilder out = new StringBuilder("[");
    for (double value : values) {
      out.append(out.length() == 1 ? "" : ",").append(number(value));
    }
    return out.append(']').toString();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
