package scosearch.judge;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;

/** The merged terms of one field: two passes over each term, one to count its live documents, one to print them. */
final class MergedTermsDump {
  private final List<LeafReaderContext> leaves;
  private final int[][] newIds;
  private final FixedBitSet docsWithField;
  private final DumpSink sink;
  private long termCount;
  private long sumTotalTermFreq;
  private long sumDocFreq;
  private BytesRef first;
  private BytesRef last;

  MergedTermsDump(List<LeafReaderContext> leaves, int[][] newIds, int liveCount, DumpSink sink) {
    this.leaves = leaves;
    this.newIds = newIds;
    this.sink = sink;
    docsWithField = new FixedBitSet(Math.max(1, liveCount));
  }

  void write(FieldInfo field) throws IOException {
    sink.begin("terms/" + field.name);
    List<Source> sources = new ArrayList<>();
    for (LeafReaderContext leaf : leaves) {
      Terms terms = leaf.reader().terms(field.name);
      if (terms != null) {
        sources.add(new Source(terms, newIds[leaf.ord]));
      }
    }
    while (true) {
      BytesRef least = null;
      for (Source source : sources) {
        if (source.term != null && (least == null || source.term.compareTo(least) < 0)) {
          least = source.term;
        }
      }
      if (least == null) {
        break;
      }
      term(BytesRef.deepCopyOf(least), sources);
    }
    sink.raw("stats").tab().number(termCount).tab().number(sumTotalTermFreq).tab().number(sumDocFreq)
        .tab().number(docsWithField.cardinality());
    if (termCount > 0) {
      sink.tab().hex(first).tab().hex(last);
    }
    sink.line();
    sink.end();
  }

  private void term(BytesRef term, List<Source> sources) throws IOException {
    int docFreq = 0;
    long totalTermFreq = 0;
    for (Source source : sources) {
      if (term.equals(source.term)) {
        PostingsEnum postings = source.each.postings(null, PostingsEnum.FREQS);
        for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
          if (source.ids[doc] >= 0) {
            docFreq++;
            totalTermFreq += postings.freq();
            docsWithField.set(source.ids[doc]);
          }
        }
      }
    }
    if (docFreq > 0) {
      sink.raw("term").tab().hex(term).tab().number(docFreq).tab().number(totalTermFreq).line();
      termCount++;
      sumDocFreq += docFreq;
      sumTotalTermFreq += totalTermFreq;
      first = first == null ? term : first;
      last = term;
    }
    for (Source source : sources) {
      if (term.equals(source.term)) {
        if (docFreq > 0) {
          postings(source);
        }
        source.term = source.each.next();
      }
    }
  }

  private void postings(Source source) throws IOException {
    PostingsEnum postings = source.each.postings(null, PostingsEnum.ALL);
    for (int doc = postings.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = postings.nextDoc()) {
      if (source.ids[doc] >= 0) {
        SegmentDump.posting(source.ids[doc], postings, source.positions, sink);
      }
    }
  }

  private static final class Source {
    final TermsEnum each;
    final int[] ids;
    final boolean positions;
    BytesRef term;

    Source(Terms terms, int[] ids) throws IOException {
      this.ids = ids;
      positions = terms.hasPositions();
      each = terms.iterator();
      term = each.next();
    }
  }
}
