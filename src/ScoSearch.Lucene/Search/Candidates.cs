using System.Numerics;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Operations on batches of rising doc ids and their scores, shared by the bulk scorers.</summary>
internal static class Candidates
{
    /// <summary>Hands the live ones of a batch to a collector.</summary>
    public static void Collect(
        LeafCollector collector, LiveDocs? live, int[] docIds, float[] scores, int count, bool hasScores)
    {
        if (live is not null)
        {
            count = RetainLive(live, docIds, scores, count);
        }

        if (count > 0)
        {
            collector.Collect(docIds.AsSpan(0, count), hasScores ? scores.AsSpan(0, count) : []);
        }
    }

    /// <summary>Moves the live documents and their scores to the front and returns how many there are.</summary>
    public static int RetainLive<T>(LiveDocs live, int[] docIds, T[] scores, int count)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int docId = docIds[i];
            if (live.IsLive(docId))
            {
                docIds[kept] = docId;
                scores[kept++] = scores[i];
            }
        }

        return kept;
    }

    /// <summary>Moves the documents that a cursor does not contain to the front and returns how many there are.</summary>
    public static int RemoveMatches(Scorer excluded, int[] docIds, double[] sums, int count)
    {
        TwoPhaseCursor? twoPhase = excluded.TwoPhase;
        DocIdCursor cursor = twoPhase?.Approximation ?? excluded;
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            int docId = docIds[i];
            int at = cursor.DocId < docId ? cursor.Advance(docId) : cursor.DocId;
            if (at != docId || (twoPhase is not null && !twoPhase.Matches()))
            {
                docIds[kept] = docId;
                sums[kept++] = sums[i];
            }
        }

        return kept;
    }

    /// <summary>Moves the documents whose sum reaches <paramref name="threshold"/> to the front and returns how many there are.</summary>
    public static int RetainCompetitive(double threshold, int[] docIds, double[] sums, int count)
    {
        int kept = 0;
        for (int i = 0; i < count; i++)
        {
            double sum = sums[i];
            docIds[kept] = docIds[i];
            sums[kept] = sum;
            kept += sum >= threshold ? 1 : 0;
        }

        return kept;
    }

    /// <summary>A number such that a double sum of score bounds below it cannot belong to a final float score of at least <paramref name="minScore"/>.</summary>
    /// <remarks>
    /// A sum of n floats in double, in any order, is off by less than n * 2^-52 of itself; the factor allows for 2^12 clauses.
    /// Casting to float rounds up from half the distance to the next smaller float on.
    /// </remarks>
    public static double Threshold(float minScore)
    {
        if (!(minScore > 0))
        {
            return double.NegativeInfinity;
        }

        double half = ((double)MathF.BitDecrement(minScore) + minScore) / 2;
        return half * (1 - 1.0 / (1L << 39));
    }

    /// <summary>Bits set in words.</summary>
    public static int PopCount(ReadOnlySpan<ulong> words)
    {
        int count = 0;
        foreach (ulong word in words)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }
}
