namespace ScoSearch.Lucene.Search;

/// <summary>Disjunction whose score is the best clause's plus a share of the others': (float)(max + sum of others * tie breaker). Not thread-safe.</summary>
internal sealed class DisjunctionMaxScorer(IReadOnlyList<Scorer> scorers, float tieBreaker) : DisjunctionScorer(scorers, 1)
{
    public override float GetMaxScore(int upTo)
    {
        float max = 0;
        double others = 0;
        foreach (Scorer scorer in Scorers)
        {
            if (!IsBeyond(scorer, upTo))
            {
                Add(scorer.GetMaxScore(upTo), ref max, ref others);
            }
        }

        // With a tie breaker of at most 1 the result never falls when a part grows; the slack is for the order of additions.
        return ScoreBound.Round(max + (others * tieBreaker), Scorers.Length + 1);
    }

    protected override float Combine(ReadOnlySpan<Scorer> matches)
    {
        float max = 0;
        double others = 0;
        foreach (Scorer scorer in matches)
        {
            Add(scorer.Score(), ref max, ref others);
        }

        return (float)(max + (others * tieBreaker));
    }

    private static void Add(float score, ref float max, ref double others)
    {
        if (score >= max)
        {
            others += max;
            max = score;
        }
        else
        {
            others += score;
        }
    }
}
