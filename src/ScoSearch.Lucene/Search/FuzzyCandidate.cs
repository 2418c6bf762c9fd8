using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A term near enough to that of a fuzzy query.</summary>
/// <param name="term">Its bytes.</param>
/// <param name="boost">How near: from 0 to 1.</param>
/// <param name="leafCount">Segments of the index.</param>
internal sealed class FuzzyCandidate(byte[] term, float boost, int leafCount)
{
    public ReadOnlySpan<byte> Term => term;

    public float Boost => boost;

    /// <summary>Where the term is, by segment; filled in while segments are walked.</summary>
    public TermState?[] States { get; } = new TermState?[leafCount];
}
