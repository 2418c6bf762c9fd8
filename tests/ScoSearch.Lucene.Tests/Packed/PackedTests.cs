using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;
using ScoSearch.Lucene.Tests.Codecs;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Packed;

public sealed class PackedTests(ITestOutputHelper output)
{
    private static readonly int[] LegalWidths = [1, 2, 4, 8, 12, 16, 20, 24, 28, 32, 40, 48, 56, 64];

    [Theory]
    [InlineData(1, new long[] { 1, 0, 1, 1, 0, 0, 0, 1, 1 }, "b180 000000")]
    [InlineData(2, new long[] { 3, 0, 1, 2, 3 }, "c6c0 000000")]
    [InlineData(4, new long[] { 15, 1, 2 }, "f120 000000")]
    [InlineData(8, new long[] { 200, 1 }, "c801 000000")]
    [InlineData(12, new long[] { 0xabc, 0x123, 0xfff }, "abc123fff0 000000")]
    [InlineData(20, new long[] { 0xabcde, 0x12345, 1 }, "abcde12345000010 000000")]
    [InlineData(28, new long[] { 0xabcdef1, 0x1234567 }, "abcdef11234567 000000")]
    [InlineData(40, new long[] { 0x123456789a }, "123456789a 000000")]
    public void DirectWriter_GivesTheVectors(int width, long[] values, string hex)
    {
        using ByteBuffersDirectory directory = new();

        WriteDirect(directory, width, values);

        byte[] file = HexFiles.Read(directory, "x");
        Assert.Equal(Convert.ToHexStringLower(HexFiles.Parse(hex)), Convert.ToHexStringLower(file.AsSpan(0, file.Length - 16)));
    }

    [Fact]
    public void DirectReader_AllWidthsAndLengths_ReadBack()
    {
        Random random = NewRandom();
        foreach (int width in LegalWidths)
        {
            foreach (int count in (int[])[1, 2, 7, 8, 9, 64, 65, 1000])
            {
                long[] values = Enumerable.Range(0, count).Select(_ => RandomBits(random, width)).ToArray();
                using ByteBuffersDirectory directory = new();
                WriteDirect(directory, width, values);
                DirectReader reader = new(directory.OpenInput("x"), 0, width, count);
                Assert.Equal(values, Enumerable.Range(0, count).Select(i => reader[i]));
            }
        }
    }

    [Fact]
    public void DirectReader_BadWidthOrLength_IsCorrupt()
    {
        using ByteBuffersDirectory directory = new();
        WriteDirect(directory, 8, [1, 2, 3]);
        IndexInput input = directory.OpenInput("x");

        Assert.Throws<CorruptIndexException>(() => new DirectReader(input, 0, 3, 3));
        Assert.Throws<CorruptIndexException>(() => new DirectReader(input, 0, 8, 4));
        Assert.Throws<CorruptIndexException>(() => new DirectReader(input, -1, 8, 1));
        Assert.Throws<CorruptIndexException>(() => new DirectReader(input, 0, 64, long.MaxValue));
        DirectReader reader = new(input, 0, 8, 3);
        Assert.Throws<CorruptIndexException>(() => reader[1000]);
        Assert.Throws<CorruptIndexException>(() => reader[-1]);
    }

    [Theory]
    [InlineData(new long[] { 0, 10, 20, 31, 40, 41 }, "0000000000000000 41255555 0000000000000000 00"
        + "0000000000000028 3f800000 0000000000000000 00", "")]
    [InlineData(new long[] { 0, 1000000, 1000001, 1000002 }, "0000000000000000 48a2c2c0 0000000000000000 14",
        "00000a2c2a5161500000 000000")]
    [InlineData(new long[] { 5, 5, 5 }, "0000000000000005 00000000 0000000000000000 00", "")]
    public void Monotonic_GivesTheVectors(long[] values, string meta, string data)
    {
        using ByteBuffersDirectory directory = new();

        WriteMonotonic(directory, values, 2);

        HexFiles.AssertEqual(directory, "meta", meta);
        byte[] file = HexFiles.Read(directory, "data");
        Assert.Equal(Convert.ToHexStringLower(HexFiles.Parse(data)), Convert.ToHexStringLower(file.AsSpan(0, file.Length - 16)));
    }

    [Fact]
    public void Monotonic_RandomSequences_ReadBackAndAreFound()
    {
        Random random = NewRandom();
        for (int round = 0; round < 200; round++)
        {
            int count = random.Next(1, 100);
            int shift = random.Next(2, 6);
            long step = 1L << random.Next(0, 50);
            long[] values = new long[count];
            values[0] = random.NextInt64(-step, step);
            for (int i = 1; i < count; i++)
            {
                values[i] = values[i - 1] + (random.Next(3) == 0 ? 0 : random.NextInt64(step));
            }

            using ByteBuffersDirectory directory = new();
            WriteMonotonic(directory, values, shift);
            DirectMonotonicMeta meta = DirectMonotonicReader.ReadMeta(directory.OpenInput("meta"), count, shift);
            DirectMonotonicReader reader = DirectMonotonicReader.Open(meta, directory.OpenInput("data"), 0);

            Assert.Equal(values, Enumerable.Range(0, count).Select(i => reader[i]));
            long key = random.NextInt64(values[0] - 2, values[^1] + 2);
            Assert.Equal(Array.FindLastIndex(values, v => v <= key), reader.FindLastAtMost(key));
            Assert.Throws<CorruptIndexException>(() => reader[count]);
        }
    }

    [Fact]
    public void PackedBits_Vector_ReadsBack()
    {
        using ByteBuffersDirectory directory = new();
        using (IndexOutput file = directory.CreateOutput("x"))
        {
            PackedBits.Write(file, [3, 0, 5, 7], 3);
        }

        int[] read = new int[4];
        PackedBits.Read(directory.OpenInput("x"), read, 3);

        HexFiles.AssertEqual(directory, "x", "62f0");
        Assert.Equal([3, 0, 5, 7], read);
    }

    [Fact]
    public void PackedBits_AllWidths_ReadBack()
    {
        Random random = NewRandom();
        for (int width = 1; width <= 31; width++)
        {
            int[] values = Enumerable.Range(0, random.Next(1, 100)).Select(_ => (int)RandomBits(random, width)).ToArray();
            using ByteBuffersDirectory directory = new();
            using (IndexOutput file = directory.CreateOutput("x"))
            {
                PackedBits.Write(file, values, width);
            }

            int[] read = new int[values.Length];
            PackedBits.Read(directory.OpenInput("x"), read, width);
            Assert.Equal(values, read);
            Assert.Equal(PackedBits.LengthInBytes(values.Length, width), directory.FileLength("x"));
        }
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(4, 3, 4)]
    [InlineData(255, 8, 8)]
    [InlineData(256, 9, 12)]
    [InlineData(1L << 32, 33, 40)]
    [InlineData(1L << 56, 57, 64)]
    [InlineData(-1, 64, 64)]
    public void BitWidths_OfUnsignedValues(long value, int required, int direct) =>
        Assert.Equal((required, direct), (BitWidths.Required(value), BitWidths.Direct(value)));

    private static long RandomBits(Random random, int width)
    {
        ulong bits = ((ulong)random.NextInt64() << 1) ^ (ulong)random.NextInt64();
        return (long)(width == 64 ? bits : bits & ((1UL << width) - 1));
    }

    private static void WriteDirect(ByteBuffersDirectory directory, int width, long[] values)
    {
        using IndexOutput file = directory.CreateOutput("x");
        DirectWriter writer = new(file, width);
        foreach (long value in values)
        {
            writer.Add(value);
        }

        writer.Finish();
        CodecUtil.WriteFooter(file);
    }

    private static void WriteMonotonic(ByteBuffersDirectory directory, long[] values, int shift)
    {
        using IndexOutput meta = directory.CreateOutput("meta");
        using IndexOutput data = directory.CreateOutput("data");
        DirectMonotonicWriter writer = new(meta, data, values.Length, shift);
        foreach (long value in values)
        {
            writer.Add(value);
        }

        writer.Finish();
        CodecUtil.WriteFooter(data);
    }

    private Random NewRandom()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        return new Random(seed);
    }
}
