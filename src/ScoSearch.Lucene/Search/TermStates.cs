using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Where a term is in each segment, and its frequencies over all of them. Immutable once built.</summary>
internal sealed class TermStates
{
    private readonly TermState?[] _byLeaf;
    private readonly SearchScratch? _scratch;

    private TermStates(TermState?[] byLeaf, long docFreq, long totalTermFreq, SearchScratch? scratch)
    {
        _byLeaf = byLeaf;
        _scratch = scratch;
        DocFreq = docFreq;
        TotalTermFreq = totalTermFreq;
    }

    /// <param name="byLeaf">The places.</param>
    /// <param name="scratch">Where postings come from, or null.</param>
    public TermStates(TermState?[] byLeaf, SearchScratch? scratch)
    {
        _byLeaf = byLeaf;
        _scratch = scratch;
        foreach (TermState? state in byLeaf)
        {
            if (state is not null)
            {
                DocFreq += state.DocFreq;
                TotalTermFreq += state.TotalTermFreq;
            }
        }
    }

    public long DocFreq { get; }

    public long TotalTermFreq { get; }

    public static TermStates Find(SearchContext context, Term term)
    {
        IReadOnlyList<LeafReaderContext> leaves = context.Reader.Leaves;
        TermState?[] byLeaf = new TermState?[leaves.Count];
        for (int i = 0; i < byLeaf.Length; i++)
        {
            byLeaf[i] = leaves[i].Reader.GetTerms(term.Field)?.Find(term.Bytes);
        }

        return new TermStates(byLeaf, context.Scratch);
    }

    /// <summary>The same places under other frequencies, for terms that are scored as if they were one.</summary>
    public TermStates WithFrequencies(long docFreq, long totalTermFreq) => 
        new(_byLeaf, docFreq, totalTermFreq, _scratch);

    /// <summary>The term's postings in a segment, before the first document; null when it is not there.</summary>
    public PostingsEnum? GetPostings(LeafReaderContext leaf, string field, PostingsFlags flags) =>
        _byLeaf[leaf.Ord] is { } state
            ? SearchScratch.GetPostings(_scratch, leaf.Reader.GetTerms(field)!, state, flags)
            : null;

    public TermState? this[int leafOrd] => _byLeaf[leafOrd];
}
