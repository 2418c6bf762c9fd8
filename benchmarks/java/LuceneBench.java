package scosearch.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The reference side of the benchmark: Apache Lucene on the same corpus, queries and options as ours. Prints one JSON
 * object. Each measurement runs in a fresh process; benchmarks/README.md describes the protocol.
 */
public final class LuceneBench {
  private LuceneBench() {}

  public static void main(String[] args) throws Exception {
    Options options = new Options(args);
    switch (options.command()) {
      case "all" -> System.out.println(all(options).text());
      case "analysis" -> System.out.println(AnalysisBench.run(options).text());
      case "indexing" -> System.out.println(IndexingBench.run(options).text());
      case "search" -> System.out.println(SearchBench.run(options).text());
      case "first-hit" -> ColdStart.firstHit(options);
      default -> throw new IllegalArgumentException("unknown command: " + options.command());
    }
  }

  private static Json all(Options options) throws Exception {
    Json result = new Json();
    result.put("engine", "Apache Lucene " + org.apache.lucene.util.Version.LATEST);
    result.put("runtime", System.getProperty("java.vm.name") + " " + System.getProperty("java.vm.version"));
    result.put("options", options.text());
    result.putRaw("analysis", child("analysis", options));
    for (int threads : new int[] {1, 2}) {
      result.putRaw("indexing" + threads, child("indexing", options, "--threads", Integer.toString(threads)));
    }
    for (int threads : new int[] {1, 2}) {
      result.putRaw("search" + threads, child("search", options, "--threads", Integer.toString(threads)));
    }
    result.putRaw("coldStartMs", coldStart(options));
    return result;
  }

  /** Milliseconds from starting a process to its first hit, sorted. */
  private static String coldStart(Options options) throws Exception {
    double[] times = new double[options.integer("cold-runs", 5)];
    for (int i = 0; i < times.length; i++) {
      long start = System.nanoTime();
      Process process = start("first-hit", options);
      try (BufferedReader out = reader(process)) {
        String line = out.readLine();
        times[i] = (System.nanoTime() - start) / 1e6;
        if (line == null || !line.startsWith("hit ")) {
          throw new IllegalStateException("the cold process found nothing: " + line);
        }
      }
      process.waitFor();
    }
    Arrays.sort(times);
    return Json.array(times);
  }

  private static String child(String command, Options options, String... more) throws Exception {
    Process process = start(command, options, more);
    StringBuilder out = new StringBuilder();
    try (BufferedReader reader = reader(process)) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        out.append(line);
      }
    }
    if (process.waitFor() != 0) {
      throw new IllegalStateException("the measurement '" + command + "' has failed");
    }
    return out.toString();
  }

  private static Process start(String command, Options options, String... more) throws IOException {
    List<String> line = new ArrayList<>(List.of(
        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
        "-Xmx" + options.get("heap", "1g"), "-Dfile.encoding=UTF-8",
        "-cp", System.getProperty("java.class.path"), "scosearch.bench.LuceneBench", command));
    line.addAll(options.arguments());
    line.addAll(List.of(more));
    return new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.INHERIT).start();
  }

  private static BufferedReader reader(Process process) {
    return new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }
}
