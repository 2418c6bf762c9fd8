using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>A term of the naive index with its postings.</summary>
internal sealed class NaiveTermState(byte[] term, List<NaivePosting> postings) : TermState
{
    public byte[] Term { get; } = term;

    public List<NaivePosting> Postings { get; } = postings;

    /// <summary>Impacts by (last posting, number of postings), so that they are computed once.</summary>
    public System.Collections.Concurrent.ConcurrentDictionary<(int End, int Size), Impact[]> Impacts { get; } = new();

    public override int DocFreq => Postings.Count;

    public override long TotalTermFreq { get; } = postings.Sum(posting => (long)posting.Occurrences.Count);
}
