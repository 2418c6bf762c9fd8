package scosearch.judge;

import java.io.IOException;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;

/** Everything one segment holds, deleted documents included, in the order it is kept. */
final class SegmentDump {
  private static final int NO_MORE_DOCS = DocIdSetIterator.NO_MORE_DOCS;

  private final LeafReader reader;
  private final String prefix;
  private final DumpSink sink;

  SegmentDump(LeafReader reader, String prefix, DumpSink sink) {
    this.reader = reader;
    this.prefix = prefix;
    this.sink = sink;
  }

  void write() throws IOException {
    info();
    fields();
    for (FieldInfo field : reader.getFieldInfos()) {
      if (field.getIndexOptions() != IndexOptions.NONE) {
        terms(field);
      }
      if (field.hasNorms()) {
        numeric("norms/", field, reader.getNormValues(field.name));
      }
      docValues(field);
    }
    stored();
  }

  private void info() throws IOException {
    sink.begin(prefix + "info");
    sink.raw("maxDoc").tab().number(reader.maxDoc()).line();
    sink.raw("numDocs").tab().number(reader.numDocs()).line();
    sink.end();
    sink.begin(prefix + "deleted");
    Bits live = reader.getLiveDocs();
    for (int doc = 0; live != null && doc < reader.maxDoc(); doc++) {
      if (!live.get(doc)) {
        sink.number(doc).line();
      }
    }
    sink.end();
  }

  private void fields() throws IOException {
    sink.begin(prefix + "fields");
    for (FieldInfo field : reader.getFieldInfos()) {
      sink.number(field.number).tab();
      fieldLine(field, sink);
    }
    sink.end();
  }

  static void fieldLine(FieldInfo field, DumpSink sink) throws IOException {
    sink.text(field.name).tab().raw(field.getIndexOptions().toString())
        .tab().raw(field.omitsNorms() ? "nonorms" : "norms")
        .tab().raw(field.hasPayloads() ? "payloads" : "-")
        .tab().raw(field.getDocValuesType().toString())
        .tab().raw(field.hasVectors() ? "vectors" : "-")
        .tab().number(field.getPointDimensionCount()).line();
  }

  private void terms(FieldInfo field) throws IOException {
    sink.begin(prefix + "terms/" + field.name);
    Terms terms = reader.terms(field.name);
    if (terms != null) {
      TermsEnum each = terms.iterator();
      PostingsEnum postings = null;
      for (BytesRef term = each.next(); term != null; term = each.next()) {
        sink.raw("term").tab().hex(term).tab().number(each.docFreq()).tab().number(each.totalTermFreq()).line();
        postings = each.postings(postings, PostingsEnum.ALL);
        for (int doc = postings.nextDoc(); doc != NO_MORE_DOCS; doc = postings.nextDoc()) {
          posting(doc, postings, terms.hasPositions(), sink);
        }
      }
      sink.raw("stats").tab().number(terms.size()).tab().number(terms.getSumTotalTermFreq())
          .tab().number(terms.getSumDocFreq()).tab().number(terms.getDocCount())
          .tab().raw(terms.hasFreqs() ? "freqs" : "-").tab().raw(terms.hasPositions() ? "positions" : "-")
          .tab().raw(terms.hasOffsets() ? "offsets" : "-").tab().raw(terms.hasPayloads() ? "payloads" : "-");
      if (terms.size() > 0) {
        sink.tab().hex(terms.getMin()).tab().hex(terms.getMax());
      }
      sink.line();
    }
    sink.end();
  }

  /** One line: document, frequency, and for each occurrence position:start:end:payload. */
  static void posting(int doc, PostingsEnum postings, boolean positions, DumpSink sink) throws IOException {
    int freq = postings.freq();
    sink.number(doc).tab().number(freq);
    for (int i = 0; positions && i < freq; i++) {
      sink.tab().number(postings.nextPosition()).put(':').number(postings.startOffset()).put(':')
          .number(postings.endOffset()).put(':');
      BytesRef payload = postings.getPayload();
      if (payload == null) {
        sink.put('-');
      } else {
        sink.hex(payload);
      }
    }
    sink.line();
  }

  private void numeric(String kind, FieldInfo field, NumericDocValues values) throws IOException {
    sink.begin(prefix + kind + field.name);
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      sink.number(doc).tab().number(values.longValue()).line();
    }
    sink.end();
  }

  private void docValues(FieldInfo field) throws IOException {
    switch (field.getDocValuesType()) {
      case NONE -> { }
      case NUMERIC -> numeric("dv/", field, reader.getNumericDocValues(field.name));
      case BINARY -> binary(field, reader.getBinaryDocValues(field.name));
      case SORTED -> sorted(field, reader.getSortedDocValues(field.name));
      case SORTED_SET -> sortedSet(field, reader.getSortedSetDocValues(field.name));
      case SORTED_NUMERIC -> sortedNumeric(field, reader.getSortedNumericDocValues(field.name));
    }
  }

  private void binary(FieldInfo field, BinaryDocValues values) throws IOException {
    sink.begin(prefix + "dv/" + field.name);
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      sink.number(doc).tab().hex(values.binaryValue()).line();
    }
    sink.end();
  }

  private void sorted(FieldInfo field, SortedDocValues values) throws IOException {
    sink.begin(prefix + "dv/" + field.name);
    for (int ord = 0; ord < values.getValueCount(); ord++) {
      sink.raw("ord").tab().number(ord).tab().hex(values.lookupOrd(ord)).line();
    }
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      sink.number(doc).tab().number(values.ordValue()).line();
    }
    sink.end();
  }

  private void sortedSet(FieldInfo field, SortedSetDocValues values) throws IOException {
    sink.begin(prefix + "dv/" + field.name);
    for (long ord = 0; ord < values.getValueCount(); ord++) {
      sink.raw("ord").tab().number(ord).tab().hex(values.lookupOrd(ord)).line();
    }
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      sink.number(doc);
      for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
        sink.tab().number(ord);
      }
      sink.line();
    }
    sink.end();
  }

  private void sortedNumeric(FieldInfo field, SortedNumericDocValues values) throws IOException {
    sink.begin(prefix + "dv/" + field.name);
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      sink.number(doc);
      int count = values.docValueCount();
      for (int i = 0; i < count; i++) {
        sink.tab().number(values.nextValue());
      }
      sink.line();
    }
    sink.end();
  }

  private void stored() throws IOException {
    sink.begin(prefix + "stored");
    StoredFieldsDump visitor = new StoredFieldsDump(sink);
    for (int doc = 0; doc < reader.maxDoc(); doc++) {
      reader.document(doc, visitor.at(doc));
    }
    sink.end();
  }
}
