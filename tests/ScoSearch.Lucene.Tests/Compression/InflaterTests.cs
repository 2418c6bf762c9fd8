using System.IO;
using System.IO.Compression;
using ScoSearch.Lucene.Compression;
using ScoSearch.TestSupport;
using Xunit.Abstractions;

namespace ScoSearch.Lucene.Tests.Compression;

public sealed class InflaterTests(ITestOutputHelper output)
{
    [Fact]
    public void TryInflate_EqualsTheBaseLibrary()
    {
        Random random = NewRandom();
        Inflater inflater = new();
        for (int round = 0; round < 100; round++)
        {
            byte[] input = Lz4Tests.RandomText(random, random.Next(1, random.Next(2) == 0 ? 40 : 50_000));
            byte[] compressed = Deflate(input, random.Next(10));
            byte[] restored = new byte[input.Length];

            Assert.True(inflater.TryInflate(compressed, default, restored));

            Assert.True(input.AsSpan().SequenceEqual(restored));
            Assert.False(inflater.TryInflate(compressed, default, new byte[input.Length + 1]));
            Assert.False(inflater.TryInflate(compressed.AsSpan(0, compressed.Length - 1), default, restored));
        }
    }

    [Fact]
    public void TryInflate_DamagedBytes_NeverThrows()
    {
        Random random = NewRandom();
        Inflater inflater = new();
        byte[] input = Lz4Tests.RandomText(random, 5000);
        byte[] compressed = Deflate(input, 6);
        byte[] restored = new byte[input.Length];
        int refused = 0;
        for (int round = 0; round < 4_000; round++)
        {
            byte[] damaged = compressed[..(random.Next(2) == 0 ? compressed.Length : random.Next(compressed.Length))];
            for (int i = random.Next(4); i >= 0 && damaged.Length > 0; i--)
            {
                damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            }

            refused += inflater.TryInflate(damaged, default, restored) ? 0 : 1;
        }

        Assert.True(refused > 2000);
    }

    private static byte[] Deflate(byte[] input, int level)
    {
        using MemoryStream stream = new();
        using (DeflateStream deflate = new(stream, new ZLibCompressionOptions { CompressionLevel = level }))
        {
            deflate.Write(input);
        }

        return stream.ToArray();
    }

    private Random NewRandom()
    {
        int seed = TestSeed.Next();
        output.WriteLine($"SCOSEARCH_SEED={seed}");
        return new Random(seed);
    }
}
