package scosearch.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/** Latency of the ten best hits and queries a second, by class of query; warm. */
final class SearchBench {
  private static final int HITS = 10;

  private final IndexSearcher searcher;
  private final int threshold;

  private SearchBench(IndexSearcher searcher, int threshold) {
    this.searcher = searcher;
    this.threshold = threshold;
  }

  static Json run(Options options) throws Exception {
    int threads = options.integer("threads", 1);
    try (DirectoryReader reader = DirectoryReader.open(FSDirectory.open(Path.of(options.required("index"))))) {
      QueryClasses queries = new QueryClasses(reader,
          JsonLines.read(options.required("queries"), options.integer("query-limit", 500)));
      if (!options.get("specs", "").isEmpty()) {
        write(queries, options.required("specs"));
      }
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      searcher.setSimilarity(new BM25Similarity(
          (float) options.number("k1", 1.2), (float) options.number("b", 0.75)));
      SearchBench bench = new SearchBench(searcher, options.integer("threshold", 1000));
      Json result = new Json().put("threads", threads).put("maxDoc", reader.maxDoc())
          .put("segments", reader.leaves().size());
      List<String> wanted = List.of(options.get("classes", String.join(",", queries.classes().keySet())).split(","));
      for (Map.Entry<String, List<QueryClasses.Named>> entry : queries.classes().entrySet()) {
        if (!wanted.contains(entry.getKey())) {
          continue;
        }
        result.putRaw(entry.getKey(), bench.measure(entry.getValue(), threads, options).text());
      }
      return result.put("peakKiB", Memory.peak());
    }
  }

  private static void write(QueryClasses queries, String file) throws IOException {
    try (PrintWriter out = new PrintWriter(file, StandardCharsets.UTF_8)) {
      queries.classes().forEach((name, all) -> all.forEach(q -> out.print(name + "\t" + q.spec() + "\n")));
    }
  }

  private Json measure(List<QueryClasses.Named> queries, int threads, Options options) throws Exception {
    round(queries, threads, options.number("warmup", 5));
    long start = System.nanoTime();
    long[] nanos = round(queries, threads, options.number("seconds", 10));
    double seconds = (System.nanoTime() - start) / 1e9;
    Arrays.sort(nanos);
    long hits = 0;
    long sum = 0;
    for (QueryClasses.Named query : queries) {
      for (ScoreDoc hit : search(query).scoreDocs) {
        hits++;
        sum = sum * 31 + Float.floatToRawIntBits(hit.score);
      }
    }
    return new Json().put("queries", queries.size()).put("measured", nanos.length)
        .put("p50Us", percentile(nanos, 0.50)).put("p95Us", percentile(nanos, 0.95))
        .put("p99Us", percentile(nanos, 0.99)).put("queriesPerSecond", nanos.length / seconds)
        .put("hits", hits).put("scoreSum", Long.toHexString(sum));
  }

  /** Whole rounds over the queries until the time is over; the nanoseconds of each search. */
  private long[] round(List<QueryClasses.Named> queries, int threads, double seconds) throws Exception {
    long end = System.nanoTime() + (long) (seconds * 1e9);
    AtomicInteger next = new AtomicInteger();
    AtomicInteger stop = new AtomicInteger(Integer.MAX_VALUE);
    long[][] times = new long[threads][];
    Exception[] failures = new Exception[threads];
    Thread[] workers = new Thread[threads];
    for (int t = 0; t < threads; t++) {
      int own = t;
      workers[t] = new Thread(() -> {
        long[] mine = new long[1 << 16];
        int count = 0;
        try {
          while (true) {
            int i = next.getAndIncrement();
            if (i % queries.size() == 0 && System.nanoTime() >= end) {
              stop.accumulateAndGet(i, Math::min);
            }
            if (i >= stop.get()) {
              break;
            }
            long from = System.nanoTime();
            search(queries.get(i % queries.size()));
            if (count == mine.length) {
              mine = Arrays.copyOf(mine, 2 * count);
            }
            mine[count++] = System.nanoTime() - from;
          }
        } catch (IOException e) {
          failures[own] = e;
        }
        times[own] = Arrays.copyOf(mine, count);
      });
      workers[t].start();
    }
    for (int t = 0; t < threads; t++) {
      workers[t].join();
      if (failures[t] != null) {
        throw failures[t];
      }
    }
    return Arrays.stream(times).flatMapToLong(Arrays::stream).toArray();
  }

  private TopDocs search(QueryClasses.Named query) throws IOException {
    TopScoreDocCollector collector = TopScoreDocCollector.create(HITS, threshold);
    searcher.search(query.query(), collector);
    return collector.topDocs();
  }

  private static double percentile(long[] sorted, double part) {
    return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, part * sorted.length)] / 1e3;
  }
}
