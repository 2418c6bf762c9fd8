using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Store;

public sealed class Crc32Tests(ITestOutputHelper output)
{
    [Fact]
    public void Append_CheckValue_IsTheStandards() => Assert.Equal(0xCBF43926u, Crc32.Append(0, "123456789"u8));

    [Fact]
    public void Append_AnyLengthAndStart_EqualsTheTables()
    {
        Random random = NewRandom();
        byte[] bytes = new byte[1100];
        random.NextBytes(bytes);
        for (int length = 0; length <= 1024; length++)
        {
            uint start = (uint)random.NextInt64(1L << 32);
            ReadOnlySpan<byte> slice = bytes.AsSpan(random.Next(70), length);
            Assert.Equal(Crc32.AppendByTable(start, slice), Crc32.Append(start, slice));
        }
    }

    [Fact]
    public void Append_InPieces_EqualsTheWhole()
    {
        Random random = NewRandom();
        byte[] bytes = new byte[100_000];
        random.NextBytes(bytes);
        uint pieces = 0;
        for (int start = 0; start < bytes.Length;)
        {
            int length = Math.Min(random.Next(3000), bytes.Length - start);
            pieces = Crc32.Append(pieces, bytes.AsSpan(start, length));
            start += length;
        }

        Assert.Equal(Crc32.AppendByTable(0, bytes), pieces);
    }

    private Random NewRandom()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        return new Random(seed);
    }
}
