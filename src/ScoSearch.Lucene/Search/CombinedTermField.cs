using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>One field's share of a combined term in one segment. Not thread-safe.</summary>
/// <param name="Postings">The term in the field.</param>
/// <param name="Scores">Norms and length factors of the field.</param>
/// <param name="Weight">Weight of the field.</param>
internal sealed record CombinedTermField(PostingsEnum Postings, LeafBm25 Scores, float Weight)
{
    /// <summary>Weighted frequency over length factor of a document.</summary>
    public float Share(int docId, int freq) => Share(freq, Scores.NormOf(docId));

    /// <summary>Weighted frequency over length factor.</summary>
    public float Share(int freq, long norm) =>
        (float)(Weight * (float)(freq * Scores.Scorer.Field.InverseByNorm[unchecked((byte)norm)]));

    /// <summary>The largest share of a document from the last shallow target to <paramref name="upTo"/> (inclusive).</summary>
    public float MaxShare(int upTo)
    {
        if (Postings.DocId > upTo)
        {
            return 0;
        }

        int levels = Postings.ImpactLevelCount;
        for (int level = 0; level < levels; level++)
        {
            if (Postings.GetImpactDocIdUpTo(level) >= upTo)
            {
                float max = 0;
                foreach (Impact impact in Postings.GetImpacts(level))
                {
                    max = Math.Max(max, Share(impact.Freq, impact.Norm));
                }

                return max;
            }
        }

        return float.PositiveInfinity;
    }
}
