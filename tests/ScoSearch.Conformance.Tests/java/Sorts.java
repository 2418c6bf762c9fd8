package scosearch.judge;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSelector;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.search.SortedSetSelector;
import org.apache.lucene.search.SortedSetSortField;
import org.apache.lucene.util.BytesRef;

/** Sort orders and sort values of specifications; README.md has the grammar. */
final class Sorts {
  private Sorts() {}

  static Sort parse(String spec) {
    List<SortField> fields = new ArrayList<>();
    for (SExpression e : SExpression.parseAll(spec)) {
      fields.add(field(e));
    }
    return new Sort(fields.toArray(new SortField[0]));
  }

  private static SortField field(SExpression e) {
    boolean reverse = e.has("reverse");
    SortField field = switch (e.head()) {
      case "score" -> new SortField(null, SortField.Type.SCORE, reverse);
      case "doc" -> new SortField(null, SortField.Type.DOC, reverse);
      case "long" -> new SortField(e.text(1), SortField.Type.LONG, reverse);
      case "int" -> new SortField(e.text(1), SortField.Type.INT, reverse);
      case "string" -> new SortField(e.text(1), SortField.Type.STRING, reverse);
      case "longs" -> new SortedNumericSortField(e.text(1), SortField.Type.LONG, reverse,
          e.has("max") ? SortedNumericSelector.Type.MAX : SortedNumericSelector.Type.MIN);
      case "strings" -> new SortedSetSortField(e.text(1), reverse,
          e.has("max") ? SortedSetSelector.Type.MAX : SortedSetSelector.Type.MIN);
      default -> throw new IllegalArgumentException("unknown sort: " + e.head());
    };
    for (int i = 1; i < e.size(); i++) {
      if (e.get(i).list != null && e.get(i).head().equals("missing")) {
        field.setMissingValue(missing(e.head(), e.get(i).text(1)));
      }
    }
    return field;
  }

  private static Object missing(String kind, String value) {
    return switch (kind) {
      case "long", "longs" -> Long.valueOf(value);
      case "int" -> Integer.valueOf(value);
      default -> switch (value) {
        case "first" -> SortField.STRING_FIRST;
        case "last" -> SortField.STRING_LAST;
        default -> throw new IllegalArgumentException("missing is first or last: " + value);
      };
    };
  }

  /** A sort value as text: n:decimal, s:hex of the bytes, f:hex of the float's bits, or null. */
  static String format(Object value) {
    if (value == null) {
      return "null";
    }
    if (value instanceof BytesRef bytes) {
      return "s:" + Escapes.hex(bytes);
    }
    if (value instanceof Float score) {
      return String.format("f:%08x", Float.floatToRawIntBits(score));
    }
    return "n:" + value;
  }

  /** The inverse of {@link #format}, typed as the sort field wants it. */
  static Object parseValue(String text, SortField field) {
    if (text.equals("null")) {
      return null;
    }
    String value = text.substring(2);
    return switch (text.charAt(0)) {
      case 's' -> new BytesRef(Escapes.unhex(value));
      case 'f' -> Float.intBitsToFloat(Integer.parseUnsignedInt(value, 16));
      default -> field.getType() == SortField.Type.INT || field.getType() == SortField.Type.DOC
          ? (Object) Integer.valueOf(value) : (Object) Long.valueOf(value);
    };
  }
}
