using ScoSearch.Lucene.Index.Inverting;
using ScoSearch.Lucene.Similarities;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Index.Inverting;

public class ByteStreamTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(100_000)]
    public void ReadVInt_InterleavedStreams_GivesBackWhatWasWritten(int count)
    {
        Random random = TestSeed.NewRandom(count);
        BytePool pool = new(new BlockCache(4), new RamCounter());
        ByteStream[] streams = new ByteStream[7];
        List<uint>[] written = [.. streams.Select(_ => new List<uint>())];
        for (int i = 0; i < count; i++)
        {
            int which = random.Next(streams.Length);
            uint value = (uint)random.NextInt64(1L << 32) >> random.Next(32);
            streams[which].WriteVInt(pool, value);
            written[which].Add(value);
        }

        ByteStreamReader reader = new(pool);
        for (int which = 0; which < streams.Length; which++)
        {
            reader.Reset(streams[which]);
            List<uint> read = [];
            while (!reader.AtEnd)
            {
                read.Add(reader.ReadVInt());
            }

            Assert.True(written[which].SequenceEqual(read), TestSeed.Hint);
        }
    }

    [Fact]
    public void Clear_UsedPool_GivesMemoryBack()
    {
        RamCounter ram = new();
        BytePool pool = new(new BlockCache(4), ram);
        pool.Allocate(BytePool.BlockSize - 1);
        pool.Allocate(1);

        Assert.Equal(2 * BytePool.BlockSize, ram.Bytes);
        pool.Clear();

        Assert.Equal(0, ram.Bytes);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(23, 23)]
    [InlineData(24, 24)]
    [InlineData(31, 31)]
    [InlineData(32, 32)]
    [InlineData(39, 39)]
    [InlineData(40, 40)]
    [InlineData(41, 40)]
    [InlineData(43, 42)]
    [InlineData(1000, 984)]
    [InlineData(int.MaxValue, 2013265944)]
    public void Encode_Length_RoundsDownToRepresentable(int length, int expected)
    {
        int code = (byte)NormEncoding.Encode(length);

        int decoded = code < 24 ? code : Decode(code - 24);

        Assert.Equal(expected, decoded);
    }

    private static int Decode(int rest)
    {
        int mantissa = rest & 7;
        int shift = (rest >> 3) - 1;
        return shift < 0 ? 24 + mantissa : 24 + ((mantissa | 8) << shift);
    }
}
