namespace ScoSearch.Lucene.Search;

/// <summary>Disjunction whose score is the double sum of the matching clauses' scores, cast once. Not thread-safe.</summary>
internal sealed class DisjunctionSumScorer(IReadOnlyList<Scorer> scorers, int minimum) : DisjunctionScorer(scorers, minimum)
{
    public override float GetMaxScore(int upTo)
    {
        double sum = 0;
        int terms = 0;
        foreach (Scorer scorer in Scorers)
        {
            if (!IsBeyond(scorer, upTo))
            {
                sum += scorer.GetMaxScore(upTo);
                terms++;
            }
        }

        return ScoreBound.Round(sum, terms);
    }

    protected override float Combine(ReadOnlySpan<Scorer> matches)
    {
        double sum = 0;
        foreach (Scorer scorer in matches)
        {
            sum += scorer.Score();
        }

        return (float)sum;
    }
}
