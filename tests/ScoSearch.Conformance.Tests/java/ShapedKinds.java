package scosearch.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;

/** Kinds whose content is shaped to reach particular layouts of terms, postings and values. */
final class ShapedKinds {
  private ShapedKinds() {}

  /** Lists of 70,000 documents (three skip levels), dense and sparse, with frequencies that need exceptions. */
  static void longPostings(IndexWriter writer, RandomDocuments documents) throws Exception {
    Random random = documents.random;
    FieldType plain = RandomDocuments.PLAIN;
    for (int i = 0; i < 70_000; i++) {
      Document document = new Document();
      StringBuilder text = new StringBuilder("all");
      if (i % 3 != 0) {
        text.append(" two-thirds");
      }
      if (random.nextInt(50) == 0) {
        text.append(" fifty");
      }
      for (int n = random.nextInt(1000) == 0 ? 300 : random.nextInt(4); n > 0; n--) {
        text.append(" rep");
      }
      for (int n = random.nextInt(6); n > 0; n--) {
        text.append(" filler").append(n);
      }
      document.add(new Field("plain", text.toString(), plain));
      if (i % 2 == 0) {
        document.add(new Field("body", text.toString(), RandomDocuments.BODY));
      }
      document.add(new Field("tag", "t" + i % 5, RandomDocuments.TAG));
      writer.addDocument(document);
    }
  }

  /** Terms that are no text: every single byte, the empty term, common prefixes with high bytes. */
  static void binaryTerms(IndexWriter writer, RandomDocuments documents) throws Exception {
    Random random = documents.random;
    for (int i = 0; i < 3_000; i++) {
      Document document = new Document();
      byte[] term = new byte[random.nextInt(6)];
      random.nextBytes(term);
      document.add(new Field("bytes", new BytesRef(term), RandomDocuments.TAG));
      byte[] dense = {(byte) (i >> 8), (byte) i, (byte) (i * 7)};
      document.add(new Field("dense", new BytesRef(dense), RandomDocuments.TAG));
      document.add(new Field("empty", i % 5 == 0 ? "" : "e" + i % 3, RandomDocuments.TAG));
      document.add(new Field("onlyempty", "", RandomDocuments.TAG));
      writer.addDocument(document);
    }
  }

  /** Blocks of each suffix compression, floor blocks, nested blocks. */
  static void suffixes(IndexWriter writer, RandomDocuments documents) throws Exception {
    Random random = documents.random;
    for (int i = 0; i < 12_000; i++) {
      Document document = new Document();
      document.add(new Field("lowercase", letters(random, 3 + random.nextInt(12), 'a', 26), RandomDocuments.TAG));
      document.add(new Field("mixed", letters(random, 2 + random.nextInt(4), ' ', 94), RandomDocuments.TAG));
      document.add(new Field("repeats", "abcabcabcabc".repeat(1 + i % 4) + i, RandomDocuments.TAG));
      document.add(new Field("paths", "/usr/share/" + i % 17 + "/doc/" + i % 230 + "/package-" + i,
          RandomDocuments.TAG));
      document.add(new Field("han", letters(random, 1 + random.nextInt(3), '一', 3000), RandomDocuments.TAG));
      document.add(new Field("rare", letters(random, 8, 'a', 26) + (i % 7 == 0 ? "É" : ""), RandomDocuments.TAG));
      writer.addDocument(document);
    }
  }

  private static String letters(Random random, int length, char first, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < length; i++) {
      out.append((char) (first + random.nextInt(count)));
    }
    return out.toString();
  }

  /** Terms up to the longest that may be indexed, 32,766 bytes. */
  static void longTerms(IndexWriter writer, RandomDocuments documents) throws Exception {
    int[] lengths = {0, 1, 127, 128, 255, 256, 1000, 16_383, 16_384, 32_765, 32_766};
    for (int round = 0; round < 3; round++) {
      for (int length : lengths) {
        Document document = new Document();
        byte[] term = new byte[length];
        documents.random.nextBytes(term);
        document.add(new Field("long", new BytesRef(term), RandomDocuments.TAG));
        document.add(new Field("same", "x".repeat(length / (round + 1)), RandomDocuments.TAG));
        writer.addDocument(document);
      }
    }
  }

  /** The same words under every index option, with and without norms and payloads, in one segment. */
  static void options(IndexWriter writer, RandomDocuments documents) throws Exception {
    for (int i = 0; i < 500; i++) {
      Document document = new Document();
      for (IndexOptions option : IndexOptions.values()) {
        if (option == IndexOptions.NONE) {
          continue;
        }
        for (boolean omitNorms : new boolean[] {false, true}) {
          FieldType type = new FieldType(RandomDocuments.type(option, omitNorms, false));
          type.setTokenized(true);
          String name = option.name().replace("DOCS_AND_", "") + (omitNorms ? "-plain" : "-norms");
          document.add(new Field(name, documents.words(25), type));
        }
      }
      payloads(document, documents, "payloads-some", RandomDocuments.BODY, 3);
      payloads(document, documents, "payloads-offsets", RandomDocuments.TITLE_NOT_STORED, 1);
      payloads(document, documents, "payloads-rare", RandomDocuments.BODY, 200);
      writer.addDocument(document);
    }
  }

  private static void payloads(Document document, RandomDocuments documents, String name, FieldType type, int oneIn) {
    List<FixedTokens.Token> tokens = new ArrayList<>();
    int at = 0;
    for (int n = documents.random.nextInt(20); n > 0; n--) {
      String word = documents.word();
      BytesRef payload = documents.random.nextInt(oneIn) == 0 ? documents.bytes(documents.random.nextInt(9)) : null;
      tokens.add(new FixedTokens.Token(new BytesRef(word), documents.random.nextInt(20) == 0 ? 500 : 1, at,
          at + word.length(), payload));
      at += documents.random.nextInt(30);
    }
    document.add(new Field(name, new FixedTokens(tokens), type));
  }

  /** Each layout of each kind of value: constant, table, gcd, wide, negative, dense and sparse, blocks. */
  static void docValues(IndexWriter writer, RandomDocuments documents) throws Exception {
    Random random = documents.random;
    for (int i = 0; i < 20_000; i++) {
      Document document = new Document();
      document.add(new NumericDocValuesField("constant", 42));
      document.add(new NumericDocValuesField("table", new long[] {-5, 1L << 40, 17, Long.MAX_VALUE}[i % 4]));
      document.add(new NumericDocValuesField("gcd", 1000L * random.nextInt(5000) + 7));
      document.add(new NumericDocValuesField("wide", random.nextLong()));
      document.add(new NumericDocValuesField("blocks", i < 17_000 ? i % 10 : random.nextInt()));
      if (i % 3 == 0) {
        document.add(new NumericDocValuesField("sparse", i));
      }
      if (i >= 5_000 && i < 5_020 || i == 19_999) {
        document.add(new NumericDocValuesField("few", -i));
      }
      if (i % 10 != 0) {
        document.add(new BinaryDocValuesField("bin", documents.bytes(random.nextInt(20))));
      }
      document.add(new BinaryDocValuesField("fixedbin", documents.bytes(8)));
      document.add(new SortedDocValuesField("sorted", new BytesRef("value-" + random.nextInt(3000))));
      if (i % 100 == 0) {
        document.add(new SortedDocValuesField("sortedsparse", documents.bytes(random.nextInt(4))));
      }
      document.add(new SortedSetDocValuesField("setone", new BytesRef("one" + i % 20)));
      document.add(new SortedNumericDocValuesField("numsone", i * 3L));
      for (int n = random.nextInt(5); n > 0; n--) {
        document.add(new SortedSetDocValuesField("set", new BytesRef("set" + random.nextInt(500))));
        document.add(new SortedNumericDocValuesField("nums", random.nextInt(100_000) - 50_000));
      }
      writer.addDocument(document);
    }
  }

  /** Stored values across chunk limits, and texts whose lengths reach the coarse steps of the norms. */
  static void longDocuments(IndexWriter writer, RandomDocuments documents) throws Exception {
    Random random = documents.random;
    int[] lengths = {0, 1, 39, 40, 41, 100, 983, 984, 5_000, 20_000};
    for (int round = 0; round < 2; round++) {
      for (int length : lengths) {
        Document document = documents.full("long" + length + "-" + round);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
          text.append(documents.word()).append(' ');
        }
        document.add(new Field("body", text.toString(), RandomDocuments.BODY));
        document.add(new StoredField("big", text.toString()));
        document.add(new StoredField("noise", documents.bytes(length * (1 + random.nextInt(5)))));
        writer.addDocument(document);
      }
    }
  }
}
