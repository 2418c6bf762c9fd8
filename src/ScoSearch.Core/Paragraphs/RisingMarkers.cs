namespace ScoSearch.Core.Paragraphs;

/// <summary>Chooses among possible footnote markers those that count up through the text.</summary>
internal static class RisingMarkers
{
    /// <summary>The choice is quadratic: more candidates are cut off at the end of the text.</summary>
    public const int MaxCandidates = 2000;

    /// <summary>The markers with rising numbers whose strengths add up to most; each weighs one more than its strength.</summary>
    public static List<(Marker Marker, int Strength)> Best(List<(Marker Marker, int Strength)> candidates)
    {
        candidates.Sort((a, b) => a.Marker.Start.CompareTo(b.Marker.Start));
        int count = Math.Min(candidates.Count, MaxCandidates), best = -1;
        int[] sums = new int[count], before = new int[count];
        for (int i = 0; i < count; i++)
        {
            before[i] = -1;
            for (int j = 0; j < i; j++)
            {
                if (candidates[j].Marker.Value < candidates[i].Marker.Value && sums[j] > (before[i] < 0 ? 0 : sums[before[i]]))
                {
                    before[i] = j;
                }
            }

            sums[i] = candidates[i].Strength + 1 + (before[i] < 0 ? 0 : sums[before[i]]);
            best = best < 0 || sums[i] > sums[best] ? i : best;
        }

        List<(Marker Marker, int Strength)> found = [];
        for (int i = best; i >= 0; i = before[i])
        {
            found.Add(candidates[i]);
        }

        found.Reverse();
        return found;
    }
}
