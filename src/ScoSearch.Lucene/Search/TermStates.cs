using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Where a term is in each segment, and its frequencies over all of them. Immutable once built.</summary>
internal sealed class TermStates
{
    private readonly TermState?[] _byLeaf;

    private TermStates(TermState?[] byLeaf, long docFreq, long totalTermFreq)
    {
        _byLeaf = byLeaf;
        DocFreq = docFreq;
        TotalTermFreq = totalTermFreq;
    }

    public TermStates(TermState?[] byLeaf)
    {
        _byLeaf = byLeaf;
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

    public static TermStates Find(IndexReader reader, Term term)
    {
        TermState?[] byLeaf = new TermState?[reader.Leaves.Count];
        for (int i = 0; i < byLeaf.Length; i++)
        {
            byLeaf[i] = reader.Leaves[i].Reader.GetTerms(term.Field)?.Find(term.Bytes);
        }

        return new TermStates(byLeaf);
    }

    /// <summary>The same places under other frequencies, for terms that are scored as if they were one.</summary>
    public TermStates WithFrequencies(long docFreq, long totalTermFreq) => new(_byLeaf, docFreq, totalTermFreq);

    /// <summary>The term's postings in a segment, before the first document; null when it is not there.</summary>
    public PostingsEnum? GetPostings(LeafReaderContext leaf, string field, PostingsFlags flags) =>
        _byLeaf[leaf.Ord] is { } state ? leaf.Reader.GetTerms(field)!.GetPostings(state, flags) : null;

    public TermState? this[int leafOrd] => _byLeaf[leafOrd];
}
