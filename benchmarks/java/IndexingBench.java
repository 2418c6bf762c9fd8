package scosearch.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.miscellaneous.PerFieldAnalyzerWrapper;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.store.FSDirectory;

/** Paragraphs a second, bytes of the index, peak memory. Each run makes the index anew in the same process. */
final class IndexingBench {
  private IndexingBench() {}

  static Json run(Options options) throws Exception {
    List<JsonLines.Entry> corpus =
        JsonLines.read(options.required("corpus"), options.integer("docs", Integer.MAX_VALUE));
    int threads = options.integer("threads", 1);
    int runs = options.integer("index-runs", 2);
    long baseKiB = Memory.now();
    double[] seconds = new double[runs];
    double[] cpuSeconds = new double[runs];
    for (int i = 0; i < runs; i++) {
      long cpu = cpu();
      long start = System.nanoTime();
      build(options, corpus, threads);
      seconds[i] = (System.nanoTime() - start) / 1e9;
      cpuSeconds[i] = (cpu() - cpu) / 1e9;
    }
    double best = java.util.Arrays.stream(seconds).min().orElseThrow();
    return new Json().put("threads", threads).put("paragraphs", corpus.size())
        .put("characters", corpus.stream().mapToLong(e -> e.text().length()).sum())
        .putRaw("seconds", Json.array(seconds)).putRaw("cpuSeconds", Json.array(cpuSeconds))
        .put("paragraphsPerSecond", corpus.size() / best).put("indexBytes", indexBytes(options))
        .put("corpusKiB", baseKiB).put("peakKiB", Memory.peak());
  }

  private static void build(Options options, List<JsonLines.Entry> corpus, int threads) throws Exception {
    boolean bigrams = options.flag("bigrams", true);
    boolean stored = options.flag("stored", true);
    try (FSDirectory directory = FSDirectory.open(Path.of(options.required("index")));
        Analyzer words = new SmartChineseAnalyzer();
        Analyzer pairs = new CJKAnalyzer(CharArraySet.EMPTY_SET);
        Analyzer analyzer = new PerFieldAnalyzerWrapper(words, Map.of("bigrams", pairs));
        IndexWriter writer = new IndexWriter(directory, config(options, analyzer))) {
      AtomicInteger next = new AtomicInteger();
      AtomicReference<Exception> failure = new AtomicReference<>();
      Runnable work = () -> {
        try {
          for (int i = next.getAndIncrement(); i < corpus.size(); i = next.getAndIncrement()) {
            writer.addDocument(document(corpus.get(i), bigrams, stored));
          }
        } catch (IOException e) {
          failure.set(e);
        }
      };
      Thread[] workers = new Thread[threads];
      for (int i = 0; i < threads; i++) {
        workers[i] = new Thread(work);
        workers[i].start();
      }
      for (Thread worker : workers) {
        worker.join();
      }
      if (failure.get() != null) {
        throw failure.get();
      }
      if (options.integer("force-merge", 0) > 0) {
        writer.forceMerge(options.integer("force-merge", 0));
      }
      writer.commit();
    }
  }

  static Document document(JsonLines.Entry entry, boolean bigrams, boolean stored) {
    Document document = new Document();
    document.add(new StringField("id", entry.id(), Field.Store.YES));
    document.add(new TextField("words", entry.text(), Field.Store.NO));
    if (bigrams) {
      document.add(new TextField("bigrams", entry.text(), Field.Store.NO));
    }
    if (stored) {
      document.add(new StoredField("text", entry.text()));
    }
    return document;
  }

  private static IndexWriterConfig config(Options options, Analyzer analyzer) {
    IndexWriterConfig config = new IndexWriterConfig(analyzer);
    config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
    config.setRAMBufferSizeMB(options.number("ram", 64));
    config.setUseCompoundFile(options.flag("compound", false));
    config.setMergePolicy(options.get("merge", "tiered").equals("none") ? NoMergePolicy.INSTANCE
        : new TieredMergePolicy());
    config.setMergeScheduler(options.get("scheduler", "concurrent").equals("serial") ? new SerialMergeScheduler()
        : new ConcurrentMergeScheduler());
    return config;
  }

  private static long indexBytes(Options options) throws IOException {
    long bytes = 0;
    try (FSDirectory directory = FSDirectory.open(Path.of(options.required("index")))) {
      for (String name : directory.listAll()) {
        bytes += directory.fileLength(name);
      }
    }
    return bytes;
  }

  private static long cpu() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
  }
}
