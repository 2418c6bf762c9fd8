package scosearch.bench;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Characters (UTF-16 units) a second through SmartChineseAnalyzer: one thread, warm. */
final class AnalysisBench {
  private AnalysisBench() {}

  static Json run(Options options) throws Exception {
    List<JsonLines.Entry> corpus = JsonLines.read(options.required("corpus"), options.integer("analysis-docs", 5000));
    try (Analyzer analyzer = new SmartChineseAnalyzer()) {
      double warmUp = options.number("warmup", 5);
      long start = System.nanoTime();
      while ((System.nanoTime() - start) / 1e9 < warmUp) {
        pass(analyzer, corpus);
      }
      int rounds = options.integer("rounds", 3);
      double[] rates = new double[rounds];
      long[] counts = null;
      for (int i = 0; i < rounds; i++) {
        long from = System.nanoTime();
        counts = pass(analyzer, corpus);
        rates[i] = counts[0] / ((System.nanoTime() - from) / 1e9);
      }
      java.util.Arrays.sort(rates);
      return new Json().put("texts", corpus.size()).put("characters", counts[0]).put("tokens", counts[1])
          .put("termUnits", counts[2]).put("charactersPerSecond", rates[rounds / 2])
          .putRaw("rates", Json.array(rates)).put("peakKiB", Memory.peak());
    }
  }

  /** Characters, tokens, and the units of all terms: the last two let the other side check that it did the same. */
  private static long[] pass(Analyzer analyzer, List<JsonLines.Entry> corpus) throws Exception {
    long characters = 0;
    long tokens = 0;
    long units = 0;
    for (JsonLines.Entry entry : corpus) {
      characters += entry.text().length();
      try (TokenStream stream = analyzer.tokenStream("words", entry.text())) {
        CharTermAttribute term = stream.addAttribute(CharTermAttribute.class);
        stream.reset();
        while (stream.incrementToken()) {
          tokens++;
          units += term.length();
        }
        stream.end();
      }
    }
    return new long[] {characters, tokens, units};
  }
}
