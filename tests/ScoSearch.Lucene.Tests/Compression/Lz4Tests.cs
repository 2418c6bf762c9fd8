using System.Text;
using ScoSearch.Lucene.Compression;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Compression;

public sealed class Lz4Tests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("", "00")]
    [InlineData("abcdabcdabcdabcdabcdabcdabcdxyz12", "4f61626364040005507879 7a3132")]
    public void Compress_GivesTheVectors(string text, string hex)
    {
        byte[] input = Encoding.ASCII.GetBytes(text);
        byte[] compressed = new byte[Lz4Encoder.MaxCompressedLength(input.Length)];

        int length = new Lz4Encoder().Compress(input, 0, compressed);

        Assert.Equal(hex.Replace(" ", ""), Convert.ToHexStringLower(compressed.AsSpan(0, length)));
    }

    [Fact]
    public void Compress_RandomTexts_DecompressToThemselves()
    {
        Random random = NewRandom();
        Lz4Encoder encoder = new();
        for (int round = 0; round < 150; round++)
        {
            byte[] input = RandomText(random, random.Next(random.Next(2) == 0 ? 40 : 100_000));
            int dictionary = random.Next(3) == 0 ? 0 : random.Next(input.Length + 1);
            byte[] compressed = new byte[Lz4Encoder.MaxCompressedLength(input.Length - dictionary)];
            int length = encoder.Compress(input, dictionary, compressed);
            byte[] restored = new byte[input.Length - dictionary];

            int used = Lz4Decoder.Decompress(compressed.AsSpan(0, length), input.AsSpan(0, dictionary), restored);

            Assert.Equal(length, used);
            Assert.True(input.AsSpan(dictionary).SequenceEqual(restored));
        }
    }

    [Fact]
    public void Decompress_DamagedBytes_NeverReadsOrWritesOutside()
    {
        Random random = NewRandom();
        Lz4Encoder encoder = new();
        byte[] input = RandomText(random, 3000);
        byte[] compressed = new byte[Lz4Encoder.MaxCompressedLength(input.Length)];
        int length = encoder.Compress(input, 100, compressed);
        byte[] restored = new byte[input.Length - 100];
        int refused = 0;
        for (int round = 0; round < 20_000; round++)
        {
            byte[] damaged = compressed[..(random.Next(2) == 0 ? length : random.Next(length))];
            for (int i = random.Next(4); i >= 0 && damaged.Length > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            refused += Lz4Decoder.Decompress(damaged, input.AsSpan(0, 100), restored) < 0 ? 1 : 0;
        }

        Assert.True(refused > 10_000);
    }

    [Theory]
    [InlineData("", 1)]
    [InlineData("10", 1)]
    [InlineData("1061", 5)]
    [InlineData("1061 0000", 5)]
    [InlineData("1061 0200", 5)]
    [InlineData("f0ff", 300)]
    [InlineData("1f61 0100 ffff", 5000)]
    public void Decompress_BadBlocks_AreRefused(string hex, int length)
    {
        byte[] source = Convert.FromHexString(hex.Replace(" ", ""));

        Assert.True(Lz4Decoder.Decompress(source, default, new byte[length]) < 0);
    }

    internal static byte[] RandomText(Random random, int length)
    {
        byte[] text = new byte[length];
        int alphabet = random.Next(4) switch { 0 => 1, 1 => 3, 2 => 26, _ => 256 };
        for (int i = 0; i < length; i++)
        {
            text[i] = (byte)random.Next(alphabet);
        }

        // Long repeats, near and far.
        for (int k = random.Next(20); k > 0 && length > 20; k--)
        {
            int from = random.Next(length);
            int to = random.Next(length);
            int count = Math.Min(random.Next(1000), length - Math.Max(from, to));
            text.AsSpan(from, count).CopyTo(text.AsSpan(to));
        }

        return text;
    }

    private Random NewRandom()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        return new Random(seed);
    }
}
