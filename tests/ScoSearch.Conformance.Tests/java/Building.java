package scosearch.judge;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.codecs.lucene87.Lucene87Codec;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.SerialMergeScheduler;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/** Builds an index by a script of operations; README.md has the grammar. */
final class Building implements AutoCloseable {
  private final Path path;
  private final FSDirectory directory;
  private IndexWriterConfig config = config("whitespace");
  private IndexWriter writer;

  private Building(Path path) throws IOException {
    this.path = path;
    directory = FSDirectory.open(path);
  }

  /** build DIR SCRIPT, or build DIR @FILE. */
  static void build(String[] args) throws Exception {
    String script = args[1].startsWith("@")
        ? Files.readString(Path.of(args[1].substring(1)), StandardCharsets.UTF_8) : args[1];
    List<SExpression> operations = SExpression.parseAll(script);
    try (Building building = new Building(Path.of(args[0]))) {
      for (SExpression operation : operations) {
        building.run(operation);
      }
    }
  }

  /** Nothing happens by chance: merges run in the calling thread, and nothing is merged unless asked. */
  static IndexWriterConfig config(String analyzer) {
    IndexWriterConfig config = new IndexWriterConfig(Tokens.analyzer(analyzer));
    config.setMergeScheduler(new SerialMergeScheduler());
    config.setMergePolicy(new ForcedMergesOnly());
    config.setUseCompoundFile(false);
    config.setCommitOnClose(false);
    config.setCodec(new Lucene87Codec(Lucene87Codec.Mode.BEST_SPEED));
    return config;
  }

  private void run(SExpression e) throws IOException {
    if (e.head().equals("config")) {
      configure(e);
      return;
    }
    if (writer == null) {
      writer = new IndexWriter(directory, config);
    }
    switch (e.head()) {
      case "add" -> writer.addDocument(Fields.document(e, 1));
      case "update" -> writer.updateDocument(new Term(e.text(1), e.text(2)), Fields.document(e, 3));
      case "delete" -> writer.deleteDocuments(new Term(e.text(1), e.text(2)));
      case "delete-query" -> writer.deleteDocuments(Queries.query(e.get(1)));
      case "delete-all" -> writer.deleteAll();
      case "update-numeric" ->
          writer.updateNumericDocValue(new Term(e.text(1), e.text(2)), e.text(3), e.longValue(4));
      case "flush" -> writer.flush();
      case "forcemerge" -> writer.forceMerge(e.integer(1));
      case "commit" -> commit(e);
      case "rollback" -> {
        writer.rollback();
        writer = null;
        config = config("whitespace");
      }
      default -> throw new IllegalArgumentException("unknown operation: " + e.head());
    }
  }

  private void commit(SExpression e) throws IOException {
    Map<String, String> data = new LinkedHashMap<>();
    for (int i = 1; i < e.size(); i++) {
      data.put(e.get(i).text(0), e.get(i).text(1));
    }
    writer.setLiveCommitData(data.entrySet());
    writer.commit();
  }

  private void configure(SExpression e) throws IOException {
    if (writer != null) {
      writer.close();
      writer = null;
    }
    config = config(analyzer(e));
    for (int i = 1; i < e.size(); i++) {
      SExpression option = e.get(i);
      switch (option.head()) {
        case "create" -> config.setOpenMode(IndexWriterConfig.OpenMode.CREATE);
        case "compound" -> {
          config.setUseCompoundFile(option.bool(1));
          config.getMergePolicy().setNoCFSRatio(option.bool(1) ? 1.0 : 0.0);
        }
        case "mode" -> config.setCodec(new Lucene87Codec(Lucene87Codec.Mode.valueOf(option.text(1))));
        case "ram" -> config.setRAMBufferSizeMB(Double.parseDouble(option.text(1)));
        case "maxdocs" -> {
          config.setMaxBufferedDocs(option.integer(1));
          config.setRAMBufferSizeMB(IndexWriterConfig.DISABLE_AUTO_FLUSH);
        }
        case "merge" -> mergePolicy(option.text(1));
        case "scheduler" -> config.setMergeScheduler(
            option.text(1).equals("concurrent") ? new ConcurrentMergeScheduler() : new SerialMergeScheduler());
        case "analyzer" -> { }
        case "similarity" ->
            config.setSimilarity(new BM25Similarity(option.floatValue(1), option.floatValue(2)));
        case "softdeletes" -> config.setSoftDeletesField(option.text(1));
        default -> throw new IllegalArgumentException("unknown option of " + path.getFileName() + ": " + option);
      }
    }
  }

  private static String analyzer(SExpression e) {
    for (int i = 1; i < e.size(); i++) {
      if (e.get(i).head().equals("analyzer")) {
        return e.get(i).text(1);
      }
    }
    return "whitespace";
  }

  private void mergePolicy(String name) {
    config.setMergePolicy(switch (name) {
      case "forced" -> new ForcedMergesOnly();
      case "tiered" -> new TieredMergePolicy();
      case "log" -> new LogDocMergePolicy();
      default -> throw new IllegalArgumentException("unknown merge policy: " + name);
    });
    config.getMergePolicy().setNoCFSRatio(config.getUseCompoundFile() ? 1.0 : 0.0);
  }

  @Override
  public void close() throws IOException {
    if (writer != null) {
      writer.close();
    }
    directory.close();
  }
}
