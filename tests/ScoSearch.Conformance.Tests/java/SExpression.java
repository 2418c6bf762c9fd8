package scosearch.judge;

import java.util.ArrayList;
import java.util.List;

/**
 * A parsed specification: an atom or a list. Atoms are bare words or quoted strings; inside quotes \" \\ \n \t \r and
 * &#92;uXXXX are escapes. A quoted atom is never a keyword, so "*" in quotes is a star and without quotes is "open".
 */
final class SExpression {
  final String atom;
  final boolean quoted;
  final List<SExpression> list;

  private SExpression(String atom, boolean quoted, List<SExpression> list) {
    this.atom = atom;
    this.quoted = quoted;
    this.list = list;
  }

  static SExpression parse(String text) {
    List<SExpression> all = parseAll(text);
    if (all.size() != 1) {
      throw new IllegalArgumentException("expected one expression, found " + all.size());
    }
    return all.get(0);
  }

  static List<SExpression> parseAll(String text) {
    Parser parser = new Parser(text);
    List<SExpression> out = new ArrayList<>();
    while (parser.more()) {
      out.add(parser.next());
    }
    return out;
  }

  boolean isAtom() {
    return atom != null;
  }

  boolean isBare(String word) {
    return atom != null && !quoted && atom.equals(word);
  }

  /** The first word of a list. */
  String head() {
    if (list == null || list.isEmpty()) {
      throw new IllegalArgumentException("expected a list with a head: " + this);
    }
    return list.get(0).text();
  }

  int size() {
    return list.size();
  }

  SExpression get(int i) {
    if (list == null || i >= list.size()) {
      throw new IllegalArgumentException("part " + i + " is missing in " + this);
    }
    return list.get(i);
  }

  String text() {
    if (atom == null) {
      throw new IllegalArgumentException("expected an atom: " + this);
    }
    return atom;
  }

  String text(int i) {
    return get(i).text();
  }

  int integer(int i) {
    return Integer.parseInt(text(i));
  }

  long longValue(int i) {
    return Long.parseLong(text(i));
  }

  float floatValue(int i) {
    return Float.parseFloat(text(i));
  }

  boolean bool(int i) {
    return switch (text(i)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("expected true or false: " + this);
    };
  }

  /** True when the list has this bare word somewhere after its head. */
  boolean has(String word) {
    for (int i = 1; i < list.size(); i++) {
      if (list.get(i).isBare(word)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public String toString() {
    if (atom != null) {
      return quoted ? '"' + Escapes.escape(atom) + '"' : atom;
    }
    return list.toString();
  }

  private static final class Parser {
    private final String text;
    private int at;

    Parser(String text) {
      this.text = text;
    }

    boolean more() {
      while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at < text.length();
    }

    SExpression next() {
      char c = text.charAt(at);
      if (c == '(') {
        at++;
        List<SExpression> parts = new ArrayList<>();
        while (more() && text.charAt(at) != ')') {
          parts.add(next());
        }
        if (at >= text.length()) {
          throw new IllegalArgumentException("missing ) at the end");
        }
        at++;
        return new SExpression(null, false, parts);
      }
      if (c == ')') {
        throw new IllegalArgumentException("unexpected ) at " + at);
      }
      return c == '"' ? quoted() : bare();
    }

    private SExpression bare() {
      int start = at;
      while (at < text.length() && "() \t\n\r\"".indexOf(text.charAt(at)) < 0) {
        at++;
      }
      return new SExpression(text.substring(start, at), false, null);
    }

    private SExpression quoted() {
      int start = ++at;
      while (at < text.length() && text.charAt(at) != '"') {
        at += text.charAt(at) == '\\' ? 2 : 1;
      }
      if (at >= text.length()) {
        throw new IllegalArgumentException("missing closing quote of the string at " + start);
      }
      return new SExpression(Escapes.unescape(text.substring(start, at++)), true, null);
    }
  }
}
