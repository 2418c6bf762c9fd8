import java.io.BufferedWriter;
import java.io.FileWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PayloadAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.*;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/** Writes an index with every kind of postings and, into a text file, what Lucene itself reads from it.
 *  Arguments: index folder, number of documents, text file. */
public class WritePostingsIndex {
  record Token(String term, int increment, int start, int end, byte[] payload, int freq) {}

  static final class ListStream extends TokenStream {
    private final List<Token> tokens;
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PayloadAttribute payload;
    private final TermFrequencyAttribute freq;
    private int next;

    ListStream(List<Token> tokens, boolean withPayloads, boolean withFreqs) {
      this.tokens = tokens;
      payload = withPayloads ? addAttribute(PayloadAttribute.class) : null;
      freq = withFreqs ? addAttribute(TermFrequencyAttribute.class) : null;
    }

    @Override public boolean incrementToken() {
      if (next >= tokens.size()) return false;
      clearAttributes();
      Token token = tokens.get(next++);
      term.append(token.term);
      increment.setPositionIncrement(token.increment);
      offset.setOffset(token.start, token.end);
      if (payload != null && token.payload != null && token.payload.length > 0) payload.setPayload(new BytesRef(token.payload));
      if (freq != null) freq.setTermFrequency(token.freq);
      return true;
    }

    @Override public void reset() { next = 0; }
  }

  public static void main(String[] args) throws Exception {
    int docs = Integer.parseInt(args[1]);
    Random random = new Random(42);
    try (Directory directory = FSDirectory.open(Paths.get(args[0]))) {
      IndexWriterConfig config = new IndexWriterConfig(null);
      config.setUseCompoundFile(false);
      LogMergePolicy merges = new LogDocMergePolicy();
      merges.setNoCFSRatio(0);
      config.setMergePolicy(merges);
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < docs; i++) writer.addDocument(document(i, random));
        writer.forceMerge(1);
        writer.commit();
      }
      dump(directory, args[2]);
    }
  }

  private static Document document(int i, Random random) {
    Document doc = new Document();
    doc.add(new StringField("id", "doc-" + i, Field.Store.NO));
    add(doc, "hex", IndexOptions.DOCS, false, one(Long.toHexString(random.nextLong())), false, false);
    byte[] bytes = new byte[random.nextInt(10)];
    random.nextBytes(bytes);
    doc.add(new StringField("bin", new BytesRef(bytes), Field.Store.NO));
    String url = "http://example.org/" + zipf(random, 50) + "/some/long/path/" + zipf(random, 3000) + "/item-" + random.nextInt(100000);
    add(doc, "url", IndexOptions.DOCS_AND_FREQS, false, one(url), false, false);
    add(doc, "low", IndexOptions.DOCS, true, one(lower(random)), false, false);
    int length = random.nextInt(60) + (i % 997 == 0 ? 5000 : 1);
    add(doc, "txt", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, text(random, length, 20000, false), false, false);
    add(doc, "off", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true, text(random, random.nextInt(30) + 1, 3000, false), false, false);
    add(doc, "pay", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, text(random, random.nextInt(30) + 1, 3000, true), true, false);
    add(doc, "payoff", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, true, text(random, random.nextInt(30) + 1, 3000, true), true, false);
    List<Token> counted = new ArrayList<>();
    for (int k = 0; k < random.nextInt(5) + 1; k++) {
      int freq = 1 + (random.nextInt(10) == 0 ? random.nextInt(1 << random.nextInt(24)) : random.nextInt(3));
      counted.add(new Token("q" + zipf(random, 40), 1, 0, 0, null, freq));
    }
    add(doc, "freq", IndexOptions.DOCS_AND_FREQS, true, counted, false, true);
    add(doc, "all", IndexOptions.DOCS_AND_FREQS, true, one("x"), false, false);
    if (i < 129) add(doc, "small", IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false, one(i < 128 ? "a" : "b"), false, false);
    return doc;
  }

  private static void add(Document doc, String name, IndexOptions options, boolean norms, List<Token> tokens, boolean payloads, boolean freqs) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setTokenized(true);
    type.setOmitNorms(!norms);
    type.freeze();
    doc.add(new Field(name, new ListStream(tokens, payloads, freqs), type));
  }

  private static List<Token> one(String term) {
    return List.of(new Token(term, 1, 0, term.length(), null, 1));
  }

  private static List<Token> text(Random random, int count, int vocabulary, boolean payloads) {
    List<Token> tokens = new ArrayList<>();
    int offset = 0;
    for (int i = 0; i < count; i++) {
      String term = zipf(random, vocabulary);
      int increment = i == 0 ? 1 : random.nextInt(20) == 0 ? 0 : random.nextInt(30) == 0 ? random.nextInt(400) + 2 : 1;
      byte[] payload = null;
      if (payloads && random.nextInt(3) == 0) {
        payload = new byte[random.nextInt(6)];
        random.nextBytes(payload);
      }
      tokens.add(new Token(term, increment, offset, offset + term.length(), payload, 1));
      if (increment > 0 && random.nextInt(15) > 0) offset += term.length() + 1;
    }
    return tokens;
  }

  private static String zipf(Random random, int vocabulary) {
    return "w" + Integer.toString((int) Math.floor(Math.pow(vocabulary, random.nextDouble())) - 1, 36);
  }

  private static String lower(Random random) {
    String[] parts = {"alpha", "beta", "gamma", "delta", "omega", "x", "yy", "zzz", "_", "9", "\u00c9"};
    StringBuilder term = new StringBuilder("pre");
    for (int n = random.nextInt(4) + 3; n > 0; n--) term.append(parts[random.nextInt(random.nextInt(20) == 0 ? 11 : 10)]);
    return term.toString();
  }

  private static void dump(Directory directory, String file) throws IOException {
    try (DirectoryReader index = DirectoryReader.open(directory);
        PrintWriter out = new PrintWriter(new BufferedWriter(new FileWriter(file)))) {
      LeafReader leaf = index.leaves().get(0).reader();
      List<String> names = new ArrayList<>();
      for (FieldInfo field : leaf.getFieldInfos()) names.add(field.name);
      Collections.sort(names);
      for (String name : names) {
        Terms terms = leaf.terms(name);
        if (terms == null) continue;
        out.println("F " + name + " " + terms.size() + " " + terms.getSumTotalTermFreq() + " " + terms.getSumDocFreq() + " " + terms.getDocCount());
        TermsEnum cursor = terms.iterator();
        for (BytesRef term = cursor.next(); term != null; term = cursor.next()) {
          out.println("T " + hex(term) + " " + cursor.docFreq() + " " + (terms.hasFreqs() ? cursor.totalTermFreq() : cursor.docFreq())
              + " " + hashPostings(terms, cursor) + " " + (cursor.docFreq() > 128 ? hashImpacts(terms, cursor) : 0));
        }
      }
    }
  }

  private static long hashPostings(Terms terms, TermsEnum cursor) throws IOException {
    PostingsEnum postings = cursor.postings(null, PostingsEnum.ALL);
    long hash = 17;
    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
      int freq = terms.hasFreqs() ? postings.freq() : 1;
      hash = (hash * 31 + doc) * 31 + freq;
      for (int i = 0; terms.hasPositions() && i < freq; i++) {
        hash = hash * 31 + postings.nextPosition();
        hash = (hash * 31 + postings.startOffset()) * 31 + postings.endOffset();
        BytesRef payload = postings.getPayload();
        for (int j = 0; payload != null && j < payload.length; j++) hash = hash * 31 + payload.bytes[payload.offset + j];
      }
    }
    return hash;
  }

  /** From target 1 on: for target 0 this version reports that nothing is known. */
  private static long hashImpacts(Terms terms, TermsEnum cursor) throws IOException {
    ImpactsEnum impacts = cursor.impacts(terms.hasPositions() ? PostingsEnum.ALL : PostingsEnum.FREQS);
    long hash = 7;
    for (int target = 1; ; ) {
      impacts.advanceShallow(target);
      Impacts found = impacts.getImpacts();
      int upTo = found.getDocIdUpTo(0);
      if (upTo == DocIdSetIterator.NO_MORE_DOCS) return hash;
      for (int level = 0; level < found.numLevels() && found.getDocIdUpTo(level) != DocIdSetIterator.NO_MORE_DOCS; level++) {
        hash = hash * 31 + found.getDocIdUpTo(level);
        for (Impact impact : found.getImpacts(level)) hash = (hash * 31 + impact.freq) * 31 + impact.norm;
      }
      target = upTo + 1;
    }
  }

  private static String hex(BytesRef bytes) {
    StringBuilder text = new StringBuilder("0x");
    for (int i = 0; i < bytes.length; i++) text.append(String.format("%02X", bytes.bytes[bytes.offset + i]));
    return text.toString();
  }
}
