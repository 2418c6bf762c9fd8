using System.Collections;
using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport.Dumps;

/// <summary>The merged terms of one field: two passes over each, one to count its live documents, one to print.</summary>
internal sealed class MergedTermsDump(
    IReadOnlyList<LeafReaderContext> leaves, int[][] newIds, int liveCount, DumpSink sink)
{
    private const int End = DocIdCursor.Exhausted;

    private readonly BitArray _docsWithField = new(liveCount);
    private long _termCount;
    private long _sumTotalTermFreq;
    private long _sumDocFreq;
    private byte[]? _first;
    private byte[]? _last;

    public void Write(FieldInfo field)
    {
        sink.Begin("terms/" + field.Name);
        List<Source> sources = [];
        foreach (LeafReaderContext leaf in leaves)
        {
            if (leaf.Reader.GetTerms(field.Name) is { } terms)
            {
                sources.Add(new Source(terms, newIds[leaf.Ord]));
            }
        }

        sources.RemoveAll(s => !s.MoveNext());
        while (sources.Count > 0)
        {
            byte[] least = sources[0].Term;
            foreach (Source source in sources)
            {
                least = source.Term.AsSpan().SequenceCompareTo(least) < 0 ? source.Term : least;
            }

            List<Source> same = sources.FindAll(s => s.Term.AsSpan().SequenceEqual(least));
            Term(least, same);
            sources.RemoveAll(s => same.Contains(s) && !s.MoveNext());
        }

        int docCount = _docsWithField.Cast<bool>().Count(set => set);
        sink.Raw("stats").Tab().Number(_termCount).Tab().Number(_sumTotalTermFreq).Tab().Number(_sumDocFreq)
            .Tab().Number(docCount);
        if (_termCount > 0)
        {
            sink.Tab().Hex(_first).Tab().Hex(_last);
        }

        sink.Line();
        sink.End();
    }

    private void Term(byte[] term, List<Source> sources)
    {
        int docFreq = 0;
        long totalTermFreq = 0;
        foreach (Source source in sources)
        {
            PostingsEnum postings = source.Each.GetPostings(PostingsFlags.Freqs);
            for (int docId = postings.NextDoc(); docId != End; docId = postings.NextDoc())
            {
                if (source.Ids[docId] >= 0)
                {
                    docFreq++;
                    totalTermFreq += postings.Freq;
                    _docsWithField[source.Ids[docId]] = true;
                }
            }
        }

        if (docFreq == 0)
        {
            return;
        }

        sink.Raw("term").Tab().Hex(term).Tab().Number(docFreq).Tab().Number(totalTermFreq).Line();
        _termCount++;
        _sumDocFreq += docFreq;
        _sumTotalTermFreq += totalTermFreq;
        _first ??= term;
        _last = term;
        foreach (Source source in sources)
        {
            PostingsEnum postings = source.Each.GetPostings(PostingsFlags.All);
            for (int docId = postings.NextDoc(); docId != End; docId = postings.NextDoc())
            {
                if (source.Ids[docId] >= 0)
                {
                    FieldDump.Posting(source.Ids[docId], postings, source.HasPositions, sink);
                }
            }
        }
    }

    private sealed class Source(Terms terms, int[] ids)
    {
        public int[] Ids { get; } = ids;

        public bool HasPositions { get; } = terms.Field.HasPositions;

        public TermsEnum Each { get; } = terms.GetEnumerator();

        public byte[] Term { get; private set; } = [];

        public bool MoveNext()
        {
            bool moved = Each.MoveNext();
            Term = moved ? Each.Term.ToArray() : [];
            return moved;
        }
    }
}
