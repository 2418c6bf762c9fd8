package scosearch.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The command and its options, "--name value" each; a later one replaces an earlier one of the same name. */
final class Options {
  private final List<String> arguments;
  private final Map<String, String> values = new TreeMap<>();

  Options(String[] args) {
    if (args.length % 2 == 0) {
      throw new IllegalArgumentException("usage: COMMAND [--name value ...]; see benchmarks/README.md");
    }
    arguments = Arrays.asList(args);
    for (int i = 1; i < args.length; i += 2) {
      if (!args[i].startsWith("--")) {
        throw new IllegalArgumentException("expected an option: " + args[i]);
      }
      values.put(args[i].substring(2), args[i + 1]);
    }
  }

  String command() {
    return arguments.get(0);
  }

  List<String> arguments() {
    return arguments.subList(1, arguments.size());
  }

  String text() {
    return values.toString();
  }

  String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("--" + name + " is missing");
    }
    return value;
  }

  String get(String name, String otherwise) {
    return values.getOrDefault(name, otherwise);
  }

  int integer(String name, int otherwise) {
    return Integer.parseInt(get(name, Integer.toString(otherwise)));
  }

  double number(String name, double otherwise) {
    return Double.parseDouble(get(name, Double.toString(otherwise)));
  }

  boolean flag(String name, boolean otherwise) {
    return Boolean.parseBoolean(get(name, Boolean.toString(otherwise)));
  }
}
