using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>Walks the sorted list of terms.</summary>
internal sealed class NaiveTermsEnum(NaiveTerms terms) : TermsEnum
{
    private int _index = -1;

    public override ReadOnlySpan<byte> Term => terms.All[_index].Term;

    public override int DocFreq => terms.All[_index].DocFreq;

    public override long TotalTermFreq => terms.All[_index].TotalTermFreq;

    public override bool MoveNext() => ++_index < terms.All.Count;

    public override bool SeekExact(ReadOnlySpan<byte> term) => SeekCeiling(term) == SeekStatus.Found;

    public override SeekStatus SeekCeiling(ReadOnlySpan<byte> term)
    {
        for (_index = 0; _index < terms.All.Count; _index++)
        {
            int order = terms.All[_index].Term.AsSpan().SequenceCompareTo(term);
            if (order >= 0)
            {
                return order == 0 ? SeekStatus.Found : SeekStatus.NotFound;
            }
        }

        return SeekStatus.End;
    }

    public override TermState GetTermState() => terms.All[_index];

    public override PostingsEnum GetPostings(PostingsFlags flags, PostingsEnum? reuse = null) =>
        terms.GetPostings(terms.All[_index], flags);
}
