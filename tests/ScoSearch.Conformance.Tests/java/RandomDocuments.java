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
import org.apache.lucene.util.BytesRef;

/**
 * Random documents of the schema that both sides of the suite use (README.md, "The common schema"). Words come from a
 * vocabulary of 400 with a steep distribution, so that phrases match, and lists are long.
 */
final class RandomDocuments {
  private static final String[] CHINESE = {"中国", "经济", "发展", "城市", "图书", "历史", "研究", "搜索", "段落", "的", "了", "和"};

  static final FieldType ID = type(IndexOptions.DOCS, true, true);
  static final FieldType BODY = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, false, false);
  static final FieldType TITLE = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false, true);
  static final FieldType TITLE_NOT_STORED = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS, false, false);
  static final FieldType TAG = type(IndexOptions.DOCS, true, false);
  static final FieldType FREQS = type(IndexOptions.DOCS_AND_FREQS, false, false);
  static final FieldType PLAIN = type(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true, false);

  final Random random;

  RandomDocuments(Random random) {
    this.random = random;
  }

  static FieldType type(IndexOptions options, boolean omitNorms, boolean stored) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setOmitNorms(omitNorms);
    type.setStored(stored);
    type.setTokenized(options != IndexOptions.DOCS);
    type.freeze();
    return type;
  }

  /** A word; the square makes low ranks frequent. */
  String word() {
    double skewed = random.nextDouble();
    int rank = (int) (400 * skewed * skewed * skewed);
    return rank < CHINESE.length ? CHINESE[rank] : "w" + rank;
  }

  String words(int most) {
    StringBuilder out = new StringBuilder();
    for (int left = random.nextInt(most + 1); left > 0; left--) {
      out.append(out.length() == 0 ? "" : " ").append(word());
    }
    return out.toString();
  }

  /** A document with every field of the schema, each kind of value absent from some documents. */
  Document full(String id) {
    Document document = small(id);
    if (random.nextInt(4) > 0) {
      document.add(new Field("title", words(8), TITLE));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      document.add(new Field("tag", "t" + random.nextInt(30), TAG));
    }
    document.add(new Field("freqs", words(20), FREQS));
    document.add(new Field("plain", words(10), PLAIN));
    document.add(new Field("payloads", new FixedTokens(tokens(words(6))), BODY));
    values(document);
    stored(document);
    return document;
  }

  /** A document with an id, a text and, mostly, a number: what the large kinds consist of. */
  Document small(String id) {
    Document document = new Document();
    document.add(new Field("id", id, ID));
    document.add(new Field("body", words(30), BODY));
    if (random.nextInt(10) > 0) {
      document.add(new NumericDocValuesField("num", random.nextInt(1000) - 500));
    }
    return document;
  }

  private void values(Document document) {
    if (random.nextInt(3) > 0) {
      document.add(new BinaryDocValuesField("bin", bytes(random.nextInt(12))));
    }
    if (random.nextInt(3) > 0) {
      document.add(new SortedDocValuesField("sorted", new BytesRef("s" + random.nextInt(50))));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      document.add(new SortedSetDocValuesField("set", new BytesRef("v" + random.nextInt(40))));
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      document.add(new SortedNumericDocValuesField("nums", random.nextInt(10) == 0 ? random.nextLong()
          : random.nextInt(100)));
    }
  }

  private void stored(Document document) {
    if (random.nextBoolean()) {
      document.add(new StoredField("s-string", words(40)));
    }
    if (random.nextBoolean()) {
      document.add(new StoredField("s-bytes", bytes(random.nextInt(40))));
    }
    document.add(new StoredField("s-int", random.nextInt() >> random.nextInt(32)));
    document.add(new StoredField("s-long", random.nextLong() >> random.nextInt(64)));
    document.add(new StoredField("s-float", random.nextBoolean() ? random.nextInt(200) - 50 : random.nextFloat()));
    document.add(new StoredField("s-double", random.nextBoolean() ? random.nextInt(200) - 50 : random.nextDouble()));
  }

  BytesRef bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return new BytesRef(bytes);
  }

  private List<FixedTokens.Token> tokens(String text) {
    List<FixedTokens.Token> tokens = new ArrayList<>();
    int at = 0;
    for (String word : text.isEmpty() ? new String[0] : text.split(" ")) {
      BytesRef payload = random.nextInt(3) == 0 ? null : bytes(1 + random.nextInt(5));
      int increment = tokens.isEmpty() ? 1 : random.nextInt(3);
      tokens.add(new FixedTokens.Token(new BytesRef(word), increment, at, at + word.length(), payload));
      at += word.length() + 1;
    }
    return tokens;
  }
}
