using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Store;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

public sealed class PatchedBlockTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData(1, 1, "0001")]
    [InlineData(1, 7, "20010506")]
    [InlineData(1, 300, "21FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFDF0596")]
    public void Write_OnesWithOneException_GivesTheDocumentedBytes(int common, int sixth, string hex)
    {
        int[] values = [.. Enumerable.Repeat(common, 128)];
        values[5] = sixth;

        Assert.Equal(hex, Convert.ToHexString(Write(values)));
    }

    [Fact]
    public void Write_EqualValuesOfNineBits_AreNotAConstant()
    {
        byte[] bytes = Write([.. Enumerable.Repeat(300, 128)]);

        Assert.Equal(145, bytes.Length);
        Assert.Equal(9, bytes[0]);
    }

    [Fact]
    public void Read_SevenExceptions_AreApplied()
    {
        byte[] bytes = [7 << 5, 2, .. Enumerable.Range(0, 7).SelectMany(i => (byte[])[(byte)(i * 18), (byte)(4 << i)])];

        int[] values = Read(bytes);

        for (int i = 0; i < 128; i++)
        {
            Assert.Equal(i % 18 == 0 && i < 126 ? 2 | (byte)(4 << (i / 18)) : 2, values[i]);
        }
    }

    [Fact]
    public void Write_RandomValues_ReadBackTheSame()
    {
        Random random = TestRandom.Create(output, 5);
        for (int run = 0; run < 5000; run++)
        {
            int[] values = new int[128];
            int bits = random.Next(1, 31);
            int outliers = random.Next(5);
            for (int i = 0; i < values.Length; i++)
            {
                values[i] = random.Next(1 << bits);
            }

            for (int i = 0; i < outliers; i++)
            {
                values[random.Next(128)] = random.Next(int.MaxValue);
            }

            Assert.Equal(values, Read(Write(values)));
        }
    }

    private static byte[] Write(int[] values)
    {
        using MemoryIndexOutput target = new("block");
        PatchedBlock.Write([.. values], target);
        return target.Written.ToArray();
    }

    private static int[] Read(byte[] bytes)
    {
        using ByteBuffersDirectory directory = new();
        using (IndexOutput target = directory.CreateOutput("block"))
        {
            target.WriteBytes(bytes);
        }

        IndexInput input = directory.OpenInput("block");
        SpanReader reader = new(input, 0);
        int[] values = new int[128];
        PatchedBlock.Read(ref reader, values);
        Assert.Equal(bytes.Length, reader.Position);
        SpanReader skipper = new(input, 0);
        PatchedBlock.Skip(ref skipper);
        Assert.Equal(bytes.Length, skipper.Position);
        return values;
    }
}
