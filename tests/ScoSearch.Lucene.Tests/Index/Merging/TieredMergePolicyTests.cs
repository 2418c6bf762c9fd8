using ScoSearch.Lucene.Index.Merging;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Index.Merging;

public class TieredMergePolicyTests
{
    private const long MB = 1024 * 1024;

    [Fact]
    public void FindMerges_UpToTenEqualSegments_MergesNothing() =>
        Assert.Empty(new TieredMergePolicy().FindMerges(Segments(10, 3 * MB)));

    [Fact]
    public void FindMerges_TwelveEqualSegments_MergesTen()
    {
        IReadOnlyList<string[]> merges = new TieredMergePolicy().FindMerges(Segments(12, 3 * MB));

        Assert.Equal(10, Assert.Single(merges).Length);
    }

    [Fact]
    public void FindMerges_OneLargeManySmall_LeavesTheLargeOneAlone()
    {
        MergeCandidate[] segments = [new("_large", 1000, 0, 1000 * MB, false), .. Segments(25, 3 * MB)];

        IReadOnlyList<string[]> merges = new TieredMergePolicy().FindMerges(segments);

        Assert.NotEmpty(merges);
        Assert.DoesNotContain("_large", merges.SelectMany(names => names));
    }

    [Fact]
    public void FindMerges_SegmentsAlreadyMerging_AreNotTouched()
    {
        MergeCandidate[] segments = [.. Segments(30, 3 * MB).Select(
            (segment, i) => segment with { IsMerging = i % 2 == 0 })];

        IReadOnlyList<string[]> merges = new TieredMergePolicy().FindMerges(segments);

        Assert.All(
            merges.SelectMany(names => names), name => Assert.False(segments.Single(s => s.Name == name).IsMerging));
    }

    [Fact]
    public void FindMerges_GrowingIndex_KeepsTheNumberOfSegmentsLogarithmic()
    {
        Random random = TestSeed.NewRandom();
        TieredMergePolicy policy = new();
        List<MergeCandidate> segments = [];
        int next = 0;
        for (int i = 0; i < 500; i++)
        {
            segments.Add(new MergeCandidate($"_{next++}", 100, random.Next(20), random.Next(1, 4) * MB, false));
            foreach (string[] merge in policy.FindMerges(segments))
            {
                MergeCandidate[] sources = [.. segments.Where(segment => merge.Contains(segment.Name))];
                Assert.InRange(sources.Length, 1, 10);
                segments.RemoveAll(sources.Contains);
                segments.Add(
                    new MergeCandidate(
                        $"_{next++}",
                        sources.Sum(s => s.MaxDoc - s.DeletedCount),
                        0,
                        sources.Sum(s => s.LiveBytes),
                        false));
            }
        }

        // 1,000 MB in steps of ten from 2 MB: three sizes of at most ten segments each.
        Assert.True(segments.Count <= 30, $"{segments.Count} segments; {TestSeed.Hint}");
    }

    [Fact]
    public void FindMerges_TooManyDeletedDocuments_MergesTheWorst()
    {
        MergeCandidate[] segments = [new("_a", 100, 60, 10 * MB, false), new("_b", 100, 0, 10 * MB, false)];

        IReadOnlyList<string[]> merges = new TieredMergePolicy { DeletesPercentAllowed = 20 }.FindMerges(segments);

        Assert.Contains("_a", merges.SelectMany(names => names));
    }

    [Theory]
    [InlineData(5, 1, 5)]
    [InlineData(5, 4, 2)]
    [InlineData(5, 5, 0)]
    [InlineData(1, 1, 0)]
    public void FindForcedMerges_Count_MergesJustEnough(int count, int maxCount, int merged)
    {
        IReadOnlyList<string[]> merges = new TieredMergePolicy().FindForcedMerges(Segments(count, MB), maxCount);

        Assert.Equal(merged, merges.Sum(names => names.Length));
    }

    [Fact]
    public void FindForcedMerges_OneSegmentWithDeletions_IsRewritten()
    {
        IReadOnlyList<string[]> merges = new TieredMergePolicy().FindForcedMerges([new("_a", 10, 1, MB, false)], 1);

        Assert.Equal(["_a"], Assert.Single(merges));
    }

    [Fact]
    public void FindForcedDeletesMerges_OnlyAboveTheShare()
    {
        MergeCandidate[] segments = [new("_a", 100, 10, MB, false), new("_b", 100, 11, MB, false)];

        Assert.Equal(["_b"], Assert.Single(new TieredMergePolicy().FindForcedDeletesMerges(segments)));
    }

    [Fact]
    public void Validate_OptionOutOfRange_NamesIt()
    {
        ArgumentException error = Assert.Throws<ArgumentException>(
            () => new TieredMergePolicy { SegmentsPerTier = 1 }.Validate());

        Assert.Contains("SegmentsPerTier", error.Message, StringComparison.Ordinal);
    }

    private static MergeCandidate[] Segments(int count, long bytes) =>
        [.. Enumerable.Range(0, count).Select(i => new MergeCandidate($"_{i}", 100, 0, bytes, false))];
}
