using System.Text;
using ScoSearch.Lucene.Index.Inverting;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Index.Inverting;

public class BytesHashTests
{
    [Fact]
    public void FindOrAdd_RandomStrings_NumbersThemInOrderOfFirstSight()
    {
        Random random = TestSeed.NewRandom();
        BytesHash hash = NewHash();
        Dictionary<string, int> model = [];

        for (int i = 0; i < 20_000; i++)
        {
            byte[] key = RandomKey(random);
            string text = Convert.ToHexString(key);
            if (!model.TryGetValue(text, out int expected))
            {
                Assert.Equal(-1, hash.Find(key));
                expected = model.Count;
                model.Add(text, expected);
            }

            int id = hash.FindOrAdd(key);

            Assert.True(expected == id && hash[id].SequenceEqual(key) && hash.Find(key) == id, TestSeed.Hint);
        }

        Assert.Equal(model.Count, hash.Count);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(16)]
    [InlineData(32765)]
    [InlineData(32766)]
    public void FindOrAdd_Length_IsKept(int length)
    {
        byte[] key = new byte[length];
        Array.Fill(key, (byte)'x');
        BytesHash hash = NewHash();

        int id = hash.FindOrAdd(key);

        Assert.Equal(0, id);
        Assert.Equal(key, hash[id].ToArray());
    }

    [Fact]
    public void FindOrAdd_LongerThanLimit_Throws() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => NewHash().FindOrAdd(new byte[BytesHash.MaxLength + 1]));

    [Fact]
    public void Sort_RandomStrings_GivesUnsignedByteOrder()
    {
        Random random = TestSeed.NewRandom(1);
        BytesHash hash = NewHash();
        HashSet<string> added = [];
        List<byte[]> expected = [];
        for (int i = 0; i < 5_000; i++)
        {
            byte[] key = RandomKey(random);
            if (added.Add(Convert.ToHexString(key)))
            {
                expected.Add(key);
                hash.FindOrAdd(key);
            }
        }

        expected.Sort((left, right) => left.AsSpan().SequenceCompareTo(right));
        int[] sorted = BytesSorter.Sort(hash);

        Assert.Equal(expected.Count, sorted.Length);
        for (int i = 0; i < sorted.Length; i++)
        {
            Assert.True(hash[sorted[i]].SequenceEqual(expected[i]), $"{i}: {TestSeed.Hint}");
        }
    }

    [Fact]
    public void Sort_TrailingZeroBytes_OrdersShorterFirst()
    {
        BytesHash hash = NewHash();
        byte[][] keys = [[0, 0], [], [1], [0], [0, 0, 0, 0, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 0, 0, 0], [1, 0]];
        foreach (byte[] key in keys)
        {
            hash.FindOrAdd(key);
        }

        string[] sorted = [.. BytesSorter.Sort(hash).Select(id => Convert.ToHexString(hash[id]))];

        Assert.Equal(["", "00", "0000", "0000000000000000", "000000000000000000", "01", "0100"], sorted);
    }

    [Theory]
    [InlineData("")]
    [InlineData("abc")]
    [InlineData("中文检索")]
    [InlineData("naïve Straße")]
    [InlineData("𠮷野家 😀")]
    [InlineData("\uD842")]
    [InlineData("a\uDFB7b\uD842")]
    [InlineData("\uD842\uD842\uDFB7")]
    public void Encode_Text_IsUtf8WithReplacements(string text)
    {
        byte[] buffer = new byte[3 * text.Length];

        int length = Utf8Transcoder.Encode(text, buffer);

        Assert.Equal(Encoding.UTF8.GetBytes(text), buffer[..length]);
    }

    private static BytesHash NewHash()
    {
        RamCounter ram = new();
        return new BytesHash(new BytePool(new BlockCache(4), ram), ram);
    }

    /// <summary>Few different bytes, so that long common beginnings and equal strings are frequent.</summary>
    private static byte[] RandomKey(Random random)
    {
        byte[] key = new byte[random.Next(4) == 0 ? random.Next(40) : random.Next(6)];
        for (int i = 0; i < key.Length; i++)
        {
            key[i] = (byte)(random.Next(3) * 127);
        }

        return key;
    }
}
