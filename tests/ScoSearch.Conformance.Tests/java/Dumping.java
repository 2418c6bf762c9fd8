package scosearch.judge;

import java.nio.file.Path;
import java.util.TreeMap;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Impact;
import org.apache.lucene.index.ImpactsEnum;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** The commands that print what an index holds. */
final class Dumping {
  private Dumping() {}

  /** dump DIR [merged] [section=NAME]: a row (section, lines, hash) each, or the lines of the one section. */
  static void dump(String[] args, Reply reply) throws Exception {
    boolean merged = false;
    String wanted = null;
    for (int i = 1; i < args.length; i++) {
      if (args[i].equals("merged")) {
        merged = true;
      } else if (args[i].startsWith("section=")) {
        wanted = args[i].substring("section=".length());
      } else {
        throw new IllegalArgumentException("unknown option of dump: " + args[i]);
      }
    }
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      DumpSink sink = new DumpSink(reply, wanted);
      if (merged) {
        new MergedDump(reader, sink).write();
      } else {
        for (LeafReaderContext leaf : reader.leaves()) {
          new SegmentDump(leaf.reader(), "segment/" + leaf.ord + "/", sink).write();
        }
      }
      sink.begin("commit");
      for (var entry : new TreeMap<>(reader.getIndexCommit().getUserData()).entrySet()) {
        sink.text(entry.getKey()).tab().text(entry.getValue()).line();
      }
      sink.end();
    }
  }

  /**
   * impacts DIR FIELD TERM: a row (segment, block's first doc, level, docIdUpTo, freq:norm ...) for each level at the
   * start and after each 128th posting.
   */
  static void impacts(String[] args, Reply reply) throws Exception {
    try (FSDirectory directory = FSDirectory.open(Path.of(args[0]));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      for (LeafReaderContext leaf : reader.leaves()) {
        if (leaf.reader().terms(args[1]) == null) {
          continue;
        }
        TermsEnum terms = leaf.reader().terms(args[1]).iterator();
        if (terms.seekExact(new BytesRef(args[2]))) {
          impactsOf(terms, leaf.ord, reply);
        }
      }
    }
  }

  private static void impactsOf(TermsEnum terms, int segment, Reply reply) throws Exception {
    PostingsEnum postings = terms.postings(null, PostingsEnum.NONE);
    ImpactsEnum impacts = terms.impacts(PostingsEnum.FREQS);
    int count = 0;
    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc(), count++) {
      if (count % 128 != 0) {
        continue;
      }
      impacts.advanceShallow(doc);
      var levels = impacts.getImpacts();
      for (int level = 0; level < levels.numLevels(); level++) {
        StringBuilder text = new StringBuilder();
        for (Impact impact : levels.getImpacts(level)) {
          text.append(text.length() == 0 ? "" : " ").append(impact.freq).append(':').append(impact.norm);
        }
        reply.row(segment, doc, level, levels.getDocIdUpTo(level), text);
      }
    }
  }
}
