package scosearch.judge;

import org.apache.lucene.index.FieldInvertState;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.TermStatistics;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.search.similarities.Similarity;

/** Norms that need more than the one byte that the usual similarities take, each field another width. */
final class WideNorms extends Similarity {
  private final BM25Similarity scores = new BM25Similarity();

  @Override
  public long computeNorm(FieldInvertState state) {
    int length = state.getLength();
    return switch (state.getName()) {
      case "body" -> 200L + 37L * length; // 16 bits
      case "title" -> -70_000L - 1_009L * length; // 32 bits
      case "freqs" -> (length % 2 == 0 ? 1L : -1L) << 40 | length + 1; // 64 bits
      case "payloads" -> 1L << 50; // the same in all documents
      default -> Math.max(1, length % 128); // 8 bits
    };
  }

  @Override
  public SimScorer scorer(float boost, CollectionStatistics collection, TermStatistics... terms) {
    return scores.scorer(boost, collection, terms);
  }
}
