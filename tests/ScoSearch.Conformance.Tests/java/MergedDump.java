package scosearch.judge;

import java.io.IOException;
import java.util.List;
import java.util.TreeMap;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.FieldInfos;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;

/**
 * What an index holds regardless of how it is cut into segments: live documents only, numbered densely in order, terms
 * and values merged, statistics counted anew. An index and its force-merged copy give the same dump when the merge
 * kept the order of documents.
 */
final class MergedDump {
  private static final int NO_MORE_DOCS = DocIdSetIterator.NO_MORE_DOCS;

  private final List<LeafReaderContext> leaves;
  private final FieldInfos infos;
  private final int[][] newIds;
  private final int liveCount;
  private final DumpSink sink;

  MergedDump(DirectoryReader reader, DumpSink sink) {
    this.sink = sink;
    leaves = reader.leaves();
    infos = FieldInfos.getMergedFieldInfos(reader);
    newIds = new int[leaves.size()][];
    int next = 0;
    for (LeafReaderContext leaf : leaves) {
      Bits live = leaf.reader().getLiveDocs();
      int[] ids = newIds[leaf.ord] = new int[leaf.reader().maxDoc()];
      for (int doc = 0; doc < ids.length; doc++) {
        ids[doc] = live == null || live.get(doc) ? next++ : -1;
      }
    }
    liveCount = next;
  }

  void write() throws IOException {
    sink.begin("info");
    sink.raw("numDocs").tab().number(liveCount).line();
    sink.end();
    TreeMap<String, FieldInfo> byName = new TreeMap<>();
    for (FieldInfo field : infos) {
      byName.put(field.name, field);
    }
    sink.begin("fields");
    for (FieldInfo field : byName.values()) {
      SegmentDump.fieldLine(field, sink);
    }
    sink.end();
    for (FieldInfo field : byName.values()) {
      if (field.getIndexOptions() != IndexOptions.NONE) {
        new MergedTermsDump(leaves, newIds, liveCount, sink).write(field);
      }
      if (field.hasNorms()) {
        sink.begin("norms/" + field.name);
        for (LeafReaderContext leaf : leaves) {
          NumericDocValues values = leaf.reader().getNormValues(field.name);
          if (values != null) {
            numeric(values, newIds[leaf.ord]);
          }
        }
        sink.end();
      }
      if (field.getDocValuesType() != DocValuesType.NONE) {
        sink.begin("dv/" + field.name);
        for (LeafReaderContext leaf : leaves) {
          FieldInfo local = leaf.reader().getFieldInfos().fieldInfo(field.name);
          if (local != null) {
            docValues(local, leaf.reader(), newIds[leaf.ord]);
          }
        }
        sink.end();
      }
    }
    stored();
  }

  private void docValues(FieldInfo field, LeafReader reader, int[] ids) throws IOException {
    switch (field.getDocValuesType()) {
      case NONE -> { }
      case NUMERIC -> numeric(reader.getNumericDocValues(field.name), ids);
      case BINARY -> binary(reader.getBinaryDocValues(field.name), ids);
      case SORTED -> sorted(reader.getSortedDocValues(field.name), ids);
      case SORTED_SET -> sortedSet(reader.getSortedSetDocValues(field.name), ids);
      case SORTED_NUMERIC -> sortedNumeric(reader.getSortedNumericDocValues(field.name), ids);
    }
  }

  private void numeric(NumericDocValues values, int[] ids) throws IOException {
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      if (ids[doc] >= 0) {
        sink.number(ids[doc]).tab().number(values.longValue()).line();
      }
    }
  }

  private void binary(BinaryDocValues values, int[] ids) throws IOException {
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      if (ids[doc] >= 0) {
        sink.number(ids[doc]).tab().hex(values.binaryValue()).line();
      }
    }
  }

  private void sorted(SortedDocValues values, int[] ids) throws IOException {
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      if (ids[doc] >= 0) {
        sink.number(ids[doc]).tab().hex(values.lookupOrd(values.ordValue())).line();
      }
    }
  }

  private void sortedSet(SortedSetDocValues values, int[] ids) throws IOException {
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      if (ids[doc] < 0) {
        continue;
      }
      sink.number(ids[doc]);
      for (long ord = values.nextOrd(); ord != SortedSetDocValues.NO_MORE_ORDS; ord = values.nextOrd()) {
        sink.tab().hex(values.lookupOrd(ord));
      }
      sink.line();
    }
  }

  private void sortedNumeric(SortedNumericDocValues values, int[] ids) throws IOException {
    for (int doc = values.nextDoc(); doc != NO_MORE_DOCS; doc = values.nextDoc()) {
      if (ids[doc] < 0) {
        continue;
      }
      sink.number(ids[doc]);
      int count = values.docValueCount();
      for (int i = 0; i < count; i++) {
        sink.tab().number(values.nextValue());
      }
      sink.line();
    }
  }

  private void stored() throws IOException {
    sink.begin("stored");
    StoredFieldsDump visitor = new StoredFieldsDump(sink);
    for (LeafReaderContext leaf : leaves) {
      int[] ids = newIds[leaf.ord];
      for (int doc = 0; doc < ids.length; doc++) {
        if (ids[doc] >= 0) {
          leaf.reader().document(doc, visitor.at(ids[doc]));
        }
      }
    }
    sink.end();
  }
}
