namespace ScoSearch.Lucene.Search;

/// <summary>Bounds of sums of scores.</summary>
internal static class ScoreBound
{
    /// <summary>Bound for the float of the double sum of the scorers' scores, whatever the order of additions.</summary>
    public static float Sum(ReadOnlySpan<Scorer> scorers, int upTo)
    {
        double sum = 0;
        foreach (Scorer scorer in scorers)
        {
            sum += scorer.GetMaxScore(upTo);
        }

        return Round(sum, scorers.Length);
    }

    /// <summary>The float that no other order of adding the same or smaller numbers exceeds: n - 1 additions on each side, half an ulp each.</summary>
    public static float Round(double sum, int terms) =>
        terms <= 2 ? (float)sum : (float)(sum * (1 + 2.0 * (terms - 1) / (1L << 52)));
}
