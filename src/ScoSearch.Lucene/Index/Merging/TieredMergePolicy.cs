namespace ScoSearch.Lucene.Index.Merging;

/// <summary>Merges segments of about equal size, up to a largest size, and prefers those with many deleted documents.
/// Immutable.</summary>
/// <remarks>
/// The budget of segments is that of a staircase: <see cref="SegmentsPerTier"/> segments of the smallest size, as many
/// of ten times that size, and so on, until
/// all bytes are used up. Above the budget, every run of neighbours in the order of sizes is a possible merge; the one
/// with the lowest score wins:
/// skew (largest part / whole: 0.1 for ten equal parts, near 1 for one giant and nine dwarfs) * bytes^0.05 (slightly
/// prefers small merges) * live share^2
/// (prefers to reclaim deleted documents). Semantics as Apache Lucene's policy of that name.
/// </remarks>
public sealed record TieredMergePolicy : MergePolicy
{
    private const double BytesPerMB = 1024 * 1024;

    /// <summary>Most segments merged at once; at least 2. The default is 10.</summary>
    public int MaxMergeAtOnce { get; init; } = 10;

    /// <summary>Segments that would be larger are not made, except by a forced merge; above 0. The default is
    /// 5,120.</summary>
    public double MaxMergedSegmentMB { get; init; } = 5 * 1024;

    /// <summary>Smaller segments count as if they had this size, so that a long tail of tiny ones does not stay; above
    /// 0. The default is 2.</summary>
    public double FloorSegmentMB { get; init; } = 2;

    /// <summary>Segments allowed of each size; at least 2. The default is 10.</summary>
    public double SegmentsPerTier { get; init; } = 10;

    /// <summary>Share of deleted documents, in percent, above which large segments are merged too; from 20 to 50. The
    /// default is 33.</summary>
    public double DeletesPercentAllowed { get; init; } = 33;

    /// <summary>Share of deleted documents, in percent, up to which <see cref="IndexWriter.ForceMergeDeletes"/> leaves
    /// a segment alone; from 0 to 100. The default is 10.</summary>
    public double ForceMergeDeletesPercentAllowed { get; init; } = 10;

    private long MaxMergedBytes => (long)Math.Min(MaxMergedSegmentMB * BytesPerMB, long.MaxValue / 4);

    private long FloorBytes => (long)(FloorSegmentMB * BytesPerMB);

    /// <inheritdoc/>
    internal override IReadOnlyList<string[]> FindMerges(IReadOnlyList<MergeCandidate> segments)
    {
        List<MergeCandidate> eligible = [.. BySize(segments.Where(segment => !segment.IsMerging))];
        if (eligible.Count == 0)
        {
            return [];
        }

        long smallest = eligible[^1].LiveBytes;
        DropLargeSegments(eligible);
        long deleted = eligible.Sum(segment => (long)segment.DeletedCount);
        long total = eligible.Sum(segment => (long)segment.MaxDoc);
        long allowedDeleted = (long)(DeletesPercentAllowed * total / 100);
        int allowed = AllowedSegmentCount(eligible.Sum(segment => segment.LiveBytes), smallest);
        List<string[]> merges = [];
        while (eligible.Count > allowed || deleted > allowedDeleted)
        {
            List<MergeCandidate>? best = FindBestMerge(eligible, eligible.Count > allowed);
            if (best is null)
            {
                break;
            }

            merges.Add([.. best.Select(segment => segment.Name)]);
            deleted -= best.Sum(segment => (long)segment.DeletedCount);
            eligible.RemoveAll(best.Contains);
        }

        return merges;
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<string[]> FindForcedMerges(
        IReadOnlyList<MergeCandidate> segments, int maxSegmentCount)
    {
        if (segments.Any(segment => segment.IsMerging))
        {
            // The caller asks again when the running merges are done.
            return [];
        }

        if (segments.Count > maxSegmentCount)
        {
            IEnumerable<MergeCandidate> smallest = BySize(segments).Skip(maxSegmentCount - 1);
            return [[.. smallest.Select(segment => segment.Name)]];
        }

        return maxSegmentCount == 1 && segments is [{ DeletedCount: > 0 }] ? [[segments[0].Name]] : [];
    }

    /// <inheritdoc/>
    internal override IReadOnlyList<string[]> FindForcedDeletesMerges(IReadOnlyList<MergeCandidate> segments)
    {
        List<string[]> merges = [];
        List<string> current = [];
        long bytes = 0;
        foreach (
            MergeCandidate segment in BySize(
                segments.Where(s => !s.IsMerging && s.DeletedPercent > ForceMergeDeletesPercentAllowed)))
        {
            if (current.Count > 0 && (bytes + segment.LiveBytes > MaxMergedBytes || current.Count == MaxMergeAtOnce))
            {
                merges.Add([.. current]);
                current.Clear();
                bytes = 0;
            }

            current.Add(segment.Name);
            bytes += segment.LiveBytes;
        }

        if (current.Count > 0)
        {
            merges.Add([.. current]);
        }

        return merges;
    }

    /// <inheritdoc/>
    internal override void Validate()
    {
        base.Validate();
        Require(MaxMergeAtOnce >= 2, nameof(MaxMergeAtOnce), MaxMergeAtOnce, "at least 2");
        Require(MaxMergedSegmentMB > 0, nameof(MaxMergedSegmentMB), MaxMergedSegmentMB, "above 0");
        Require(FloorSegmentMB > 0, nameof(FloorSegmentMB), FloorSegmentMB, "above 0");
        Require(SegmentsPerTier >= 2, nameof(SegmentsPerTier), SegmentsPerTier, "at least 2");
        Require(
            DeletesPercentAllowed is >= 20 and <= 50,
            nameof(DeletesPercentAllowed),
            DeletesPercentAllowed,
            "from 20 to 50");
        Require(
            ForceMergeDeletesPercentAllowed is >= 0 and <= 100,
            nameof(ForceMergeDeletesPercentAllowed),
            ForceMergeDeletesPercentAllowed,
            "from 0 to 100");
    }

    private static void Require(bool valid, string name, double value, string range)
    {
        if (!valid)
        {
            throw new ArgumentException(FormattableString.Invariant($"{name} must be {range}; it is {value}."));
        }
    }

    private static IOrderedEnumerable<MergeCandidate> BySize(IEnumerable<MergeCandidate> segments) =>
        segments.OrderByDescending(segment => segment.LiveBytes).ThenBy(
            segment => segment.Name, StringComparer.Ordinal);

    private void DropLargeSegments(List<MergeCandidate> segments)
    {
        double deleted = 100.0 * segments.Sum(s => (long)s.DeletedCount) / Math.Max(
            1, segments.Sum(s => (long)s.MaxDoc));
        segments.RemoveAll(segment =>
            segment.LiveBytes > MaxMergedBytes / 2
            && (deleted <= DeletesPercentAllowed || segment.DeletedPercent <= DeletesPercentAllowed));
    }

    private int AllowedSegmentCount(long totalBytes, long smallest)
    {
        double step = Math.Min(MaxMergeAtOnce, SegmentsPerTier);
        double size = Math.Max(smallest, FloorBytes);
        double left = totalBytes;
        double allowed = 0;
        while (true)
        {
            double atThisSize = left / size;
            if (atThisSize < SegmentsPerTier || size >= MaxMergedBytes)
            {
                return (int)Math.Max(allowed + Math.Ceiling(atThisSize), SegmentsPerTier);
            }

            allowed += SegmentsPerTier;
            left -= SegmentsPerTier * size;
            size = Math.Min(MaxMergedBytes, size * step);
        }
    }

    private List<MergeCandidate>? FindBestMerge(List<MergeCandidate> eligible, bool overBudget)
    {
        List<MergeCandidate>? best = null;
        double bestScore = double.MaxValue;
        for (int start = 0; start < eligible.Count; start++)
        {
            List<MergeCandidate> merge = [];
            long bytes = 0;
            bool hitTooLarge = false;
            for (int i = start; i < eligible.Count && merge.Count < MaxMergeAtOnce; i++)
            {
                if (bytes + eligible[i].LiveBytes > MaxMergedBytes && merge.Count > 0)
                {
                    // A smaller one further down may still fit.
                    hitTooLarge = true;
                    continue;
                }

                merge.Add(eligible[i]);
                bytes += eligible[i].LiveBytes;
            }

            // Within the budget, the only reason left is deleted documents; one segment alone is rewritten for many of
            // them.
            bool useful = merge.Count > 1
                ? overBudget || merge.Exists(segment => segment.DeletedCount > 0)
                : !overBudget && merge[0].DeletedPercent > DeletesPercentAllowed;
            double score = useful ? Score(merge, bytes, hitTooLarge) : double.MaxValue;
            if (score < bestScore)
            {
                bestScore = score;
                best = merge;
            }
        }

        return best;
    }

    private double Score(List<MergeCandidate> merge, long liveBytes, bool hitTooLarge)
    {
        long floored = merge.Sum(segment => Math.Max(segment.LiveBytes, FloorBytes));
        long before = Math.Max(1, merge.Sum(segment => segment.SizeInBytes));
        double skew = hitTooLarge
            ? 1.0 / Math.Min(MaxMergeAtOnce, SegmentsPerTier)
            : (double)Math.Max(merge[0].LiveBytes, FloorBytes) / floored;
        return skew * Math.Pow(liveBytes, 0.05) * Math.Pow((double)liveBytes / before, 2);
    }
}
