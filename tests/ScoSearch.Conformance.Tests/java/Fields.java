package scosearch.judge;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedNumericDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** Builds documents from specifications; README.md has the grammar. */
final class Fields {
  private Fields() {}

  /** The fields of a list, from one of its parts on. */
  static Document document(SExpression e, int from) {
    Document document = new Document();
    for (int i = from; i < e.size(); i++) {
      document.add(field(e.get(i)));
    }
    return document;
  }

  private static Field field(SExpression e) {
    String name = e.text(1);
    return switch (e.head()) {
      case "string" -> indexed(e, IndexOptions.DOCS, false);
      case "text" -> indexed(e, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true);
      case "tokens" -> tokens(e);
      case "stored-string" -> new StoredField(name, e.text(2));
      case "stored-bytes" -> new StoredField(name, Escapes.unhex(e.text(2)));
      case "stored-int" -> new StoredField(name, e.integer(2));
      case "stored-long" -> new StoredField(name, e.longValue(2));
      case "stored-float" -> new StoredField(name, Float.intBitsToFloat(Integer.parseUnsignedInt(e.text(2), 16)));
      case "stored-double" -> new StoredField(name, Double.longBitsToDouble(Long.parseUnsignedLong(e.text(2), 16)));
      case "dv-numeric" -> new NumericDocValuesField(name, e.longValue(2));
      case "dv-binary" -> new BinaryDocValuesField(name, bytes(e.get(2)));
      case "dv-sorted" -> new SortedDocValuesField(name, bytes(e.get(2)));
      case "dv-sortedset" -> new SortedSetDocValuesField(name, bytes(e.get(2)));
      case "dv-sortednumeric" -> new SortedNumericDocValuesField(name, e.longValue(2));
      case "point" -> new LongPoint(name, e.longValue(2));
      default -> throw new IllegalArgumentException("unknown field kind: " + e.head());
    };
  }

  /** A quoted atom is a text, a bare one hexadecimal bytes. */
  static BytesRef bytes(SExpression e) {
    return e.quoted ? new BytesRef(e.text()) : new BytesRef(Escapes.unhex(e.text()));
  }

  private static Field indexed(SExpression e, IndexOptions options, boolean tokenized) {
    FieldType type = type(e, 3, options, tokenized);
    return tokenized || e.get(2).quoted
        ? new Field(e.text(1), e.text(2), type)
        : new Field(e.text(1), bytes(e.get(2)), type);
  }

  private static FieldType type(SExpression e, int from, IndexOptions options, boolean norms) {
    FieldType type = new FieldType();
    type.setTokenized(norms);
    type.setIndexOptions(options);
    type.setOmitNorms(!norms);
    for (int i = from; i < e.size() && e.get(i).isAtom(); i++) {
      switch (e.text(i)) {
        case "stored" -> type.setStored(true);
        case "norms" -> type.setOmitNorms(false);
        case "nonorms" -> type.setOmitNorms(true);
        case "docs" -> type.setIndexOptions(IndexOptions.DOCS);
        case "freqs" -> type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        case "positions" -> type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
        case "offsets" -> type.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        case "vectors" -> type.setStoreTermVectors(true);
        default -> throw new IllegalArgumentException("unknown field option: " + e.text(i));
      }
    }
    type.freeze();
    return type;
  }

  /** (tokens NAME option ... (tok TERM INCREMENT START END [PAYLOADHEX]) ...). */
  private static Field tokens(SExpression e) {
    List<FixedTokens.Token> tokens = new ArrayList<>();
    for (int i = 2; i < e.size(); i++) {
      SExpression t = e.get(i);
      if (!t.isAtom()) {
        tokens.add(new FixedTokens.Token(bytes(t.get(1)), t.integer(2), t.integer(3), t.integer(4),
            t.size() > 5 ? new BytesRef(Escapes.unhex(t.text(5))) : null));
      }
    }
    TokenStream stream = new FixedTokens(tokens);
    return new Field(e.text(1), stream, type(e, 2, IndexOptions.DOCS_AND_FREQS_AND_POSITIONS, true));
  }
}
