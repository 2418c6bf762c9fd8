package scosearch.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopDocsCollector;
import org.apache.lucene.search.TopFieldCollector;
import org.apache.lucene.search.TopScoreDocCollector;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FSDirectory;

/** The search command. Keeps readers of the last directories open and reopens them when the index has changed. */
final class Searching {
  private static final int OPEN_READERS = 8;

  private final LinkedHashMap<String, DirectoryReader> readers = new LinkedHashMap<>(16, 0.75f, true);

  /** close DIR: forgets the reader of a directory. */
  void close(String[] args) throws IOException {
    DirectoryReader reader = readers.remove(args[0]);
    if (reader != null) {
      reader.close();
    }
  }

  /** search DIR QUERY N [option=value ...]: a row "total", then a row "hit" each. */
  void search(String[] args, Reply reply) throws IOException {
    Map<String, String> options = new HashMap<>();
    for (int i = 3; i < args.length; i++) {
      int equals = args[i].indexOf('=');
      options.put(args[i].substring(0, equals), args[i].substring(equals + 1));
    }
    Query query = Queries.parse(args[1]);
    int count = Integer.parseInt(args[2]);
    IndexSearcher searcher = searcher(args[0], options);
    int threshold = Integer.parseInt(options.getOrDefault("threshold", "1000"));
    Sort sort = options.containsKey("sort") ? Sorts.parse(options.get("sort")).rewrite(searcher) : null;
    ScoreDoc after = after(options.get("after"), sort);
    TopDocsCollector<?> collector = sort == null
        ? TopScoreDocCollector.create(count, after, threshold)
        : TopFieldCollector.create(sort, count, (FieldDoc) after, threshold);
    searcher.search(query, collector);
    TopDocs found = collector.topDocs();
    if (options.containsKey("scores")) {
      TopFieldCollector.populateScores(found.scoreDocs, searcher, query);
    }
    answer(found, reply);
    if (options.containsKey("explain")) {
      for (ScoreDoc hit : found.scoreDocs) {
        reply.row("explain", hit.doc, searcher.explain(query, hit.doc));
      }
    }
    if (options.containsKey("rewrite")) {
      reply.row("rewrite", searcher.rewrite(query));
    }
  }

  private static void answer(TopDocs found, Reply reply) throws IOException {
    reply.row("total", found.totalHits.value, found.totalHits.relation);
    for (ScoreDoc hit : found.scoreDocs) {
      Object[] values = hit instanceof FieldDoc fields ? fields.fields : new Object[0];
      Object[] row = new Object[3 + values.length];
      row[0] = "hit";
      row[1] = hit.doc;
      row[2] = Float.isNaN(hit.score) ? "-" : String.format("%08x", Float.floatToRawIntBits(hit.score));
      for (int i = 0; i < values.length; i++) {
        row[3 + i] = Sorts.format(values[i]);
      }
      reply.row(row);
    }
  }

  /** after=DOC,SCOREBITS without a sort; after=DOC,VALUE,VALUE ... with one, values as in the rows. */
  private static ScoreDoc after(String text, Sort sort) {
    if (text == null) {
      return null;
    }
    String[] parts = text.split(",", -1);
    int doc = Integer.parseInt(parts[0]);
    if (sort == null) {
      return new ScoreDoc(doc, Float.intBitsToFloat(Integer.parseUnsignedInt(parts[1], 16)));
    }
    Object[] values = new Object[parts.length - 1];
    for (int i = 0; i < values.length; i++) {
      values[i] = Sorts.parseValue(parts[i + 1], sort.getSort()[i]);
    }
    return new FieldDoc(doc, Float.NaN, values);
  }

  private IndexSearcher searcher(String directory, Map<String, String> options) throws IOException {
    DirectoryReader reader = readers.get(directory);
    if (reader == null) {
      reader = DirectoryReader.open(FSDirectory.open(Path.of(directory)));
    } else {
      DirectoryReader newer = DirectoryReader.openIfChanged(reader);
      if (newer != null) {
        reader.close();
        reader = newer;
      }
    }
    readers.put(directory, reader);
    if (readers.size() > OPEN_READERS) {
      readers.remove(readers.keySet().iterator().next()).close();
    }
    IndexSearcher searcher = new IndexSearcher(reader);
    searcher.setQueryCache(null);
    searcher.setSimilarity(new BM25Similarity(Float.parseFloat(options.getOrDefault("k1", "1.2")),
        Float.parseFloat(options.getOrDefault("b", "0.75"))));
    return searcher;
  }
}
