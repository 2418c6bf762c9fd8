using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

public sealed class DeltaSumsTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(31)]
    [InlineData(128)]
    public void TryAdd_AnyCount_AgreesWithTheDefinition(int count)
    {
        int[] deltas = [.. Enumerable.Range(0, 136).Select(i => i < count ? (i * i) % 97 : int.MaxValue)];
        int[] slow = new int[136];
        int[] fast = new int[136];

        Assert.True(DeltaSums.TryAddScalar(deltas, count, 0, slow));
        Assert.True(DeltaSums.TryAdd(deltas, count, fast));

        Assert.Equal(slow[..count], fast[..count]);
        Assert.Equal(deltas[..count].Sum(), fast[count - 1]);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(20)]
    public void TryAdd_SumBeyond31Bits_IsRefusedByBoth(int count)
    {
        int[] deltas = new int[24];
        deltas[0] = int.MaxValue;
        deltas[count - 1] = 1;

        Assert.False(DeltaSums.TryAddScalar(deltas, count, 0, new int[24]));
        Assert.False(DeltaSums.TryAdd(deltas, count, new int[24]));
        Assert.True(DeltaSums.TryAdd(deltas, count - 1, new int[24]));
    }
}
