using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Highlight;

/// <summary>The sorted terms of a single document. Thread-safe.</summary>
internal sealed class SingleDocumentTerms(FieldInfo info, List<SingleDocumentTerm> terms) : Terms
{
    public override FieldInfo Field => info;

    public override long Count => terms.Count;

    public override long SumTotalTermFreq { get; } = terms.Sum(term => (long)term.Occurrences.Count);

    public override long SumDocFreq => terms.Count;

    public override int DocCount => 1;

    public override ReadOnlySpan<byte> MinTerm => terms[0].Bytes;

    public override ReadOnlySpan<byte> MaxTerm => terms[^1].Bytes;

    public override TermsEnum GetEnumerator() => new Cursor(this, terms);

    public override TermState? Find(ReadOnlySpan<byte> term)
    {
        int index = FindIndex(term);
        return index >= 0 ? terms[index] : null;
    }

    public override PostingsEnum GetPostings(TermState state, PostingsFlags flags, PostingsEnum? reuse = null) =>
        new SingleDocumentPostings((SingleDocumentTerm)state);

    private int FindIndex(ReadOnlySpan<byte> term)
    {
        int low = 0, high = terms.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) / 2;
            int order = terms[middle].Bytes.AsSpan().SequenceCompareTo(term);
            if (order == 0)
            {
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        return ~low;
    }

    private sealed class Cursor(SingleDocumentTerms owner, List<SingleDocumentTerm> terms) : TermsEnum
    {
        private int _index = -1;

        public override ReadOnlySpan<byte> Term => terms[_index].Bytes;

        public override int DocFreq => 1;

        public override long TotalTermFreq => terms[_index].TotalTermFreq;

        public override bool MoveNext() => ++_index < terms.Count;

        public override bool SeekExact(ReadOnlySpan<byte> term) => (_index = owner.FindIndex(term)) >= 0;

        public override SeekStatus SeekCeiling(ReadOnlySpan<byte> term)
        {
            int index = owner.FindIndex(term);
            _index = index >= 0 ? index : ~index;
            return index >= 0 ? SeekStatus.Found : _index < terms.Count ? SeekStatus.NotFound : SeekStatus.End;
        }

        public override TermState GetTermState() => terms[_index];

        public override PostingsEnum GetPostings(PostingsFlags flags, PostingsEnum? reuse = null) =>
            owner.GetPostings(terms[_index], flags, reuse);
    }
}
