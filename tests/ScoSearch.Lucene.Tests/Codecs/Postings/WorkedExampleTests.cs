using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>
/// The bytes that Apache Lucene 8.8.1 writes for the ids k0, k1, k2 and the texts "the cat sat", "the dog sat on the cat"
/// and "a cat", the texts once with positions and once with offsets.
/// </summary>
public sealed class WorkedExampleTests
{
    private static readonly string[] Texts = ["the cat sat", "the dog sat on the cat", "a cat"];

    public static TheoryData<string, int, string> Files => new()
    {
        {
            "doc", 0x3D,
            "4C 010303 0103 010202 010303 0103 010202"
        },
        {
            "pos", 0x3D,
            "000101 010903 0526 0104 010903 031902 021103 0210 000103 0000 041E 00 010501 01 03 0202 000004"
        },
        {
            "tim", 0x36,
            "07 34 6B306B316B32 07 02 0105 04 7C000505"
            + "0D 7C 61636174646F676F6E736174746865 0C 010303020303 08 0106000304000401"
            + "14 7C023D3D 000300 06010700 010300 000300 040500"
            + "0D 7C 61636174646F676F6E736174746865 0C 010303020303 08 0106000304000401"
            + "0F 8C010259 0001 060103 0101 0001 0402"
        },
        { "tip", 0x37, "000000" },
        {
            "tmd", 0x36 + 0x3F,
            "8001 03 0003 02DA01 0303 026B30 026B32 37 3FD76C17 03465354 00000007 01 03 01DA02 000001"
            + "0206 029E02 0B0A03 0161 03746865 38 3FD76C17 03465354 00000007 01 03 029E02 000001"
            + "0106 02F603 0B0A03 0161 03746865 39 3FD76C17 03465354 00000007 01 03 03F602 000001"
            + "000000000000004A 00000000000000BE"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void Write_ThreeDocuments_GivesLucenesBytes(string extension, int offset, string hex)
    {
        using ByteBuffersDirectory directory = new();
        NaiveIndex.Write(directory, Texts.Length, [Ids(), Words("txt", 1, IndexOptions.DocsAndFreqsAndPositions),
            Words("off", 2, IndexOptions.DocsAndFreqsAndPositionsAndOffsets)]);

        IndexInput input = directory.OpenInput(
            Lucene84PostingsFormat.FileName(NaiveIndex.Segment, Lucene84PostingsFormat.DefaultSuffix, extension));
        byte[] body = input.SpanAt(offset, (int)input.Length - offset - CodecUtil.FooterLength).ToArray();

        Assert.Equal(hex.Replace(" ", "", StringComparison.Ordinal), Convert.ToHexString(body));
    }

    private static NaiveField Ids() =>
        new(
            NaiveIndex.Field("id", 0, IndexOptions.Docs, norms: false),
            [.. Enumerable.Range(0, 3).Select(i => new NaiveTerm([(byte)'k', (byte)('0' + i)], [new NaivePosting(i, 1, [])]))],
            Norms: null);

    private static NaiveField Words(string name, int number, IndexOptions options)
    {
        SortedDictionary<string, List<NaivePosting>> terms = new(StringComparer.Ordinal);
        for (int docId = 0; docId < Texts.Length; docId++)
        {
            string[] words = Texts[docId].Split(' ');
            foreach (string word in words.Distinct())
            {
                NaiveOccurrence[] occurrences =
                [
                    .. words.Index().Where(w => w.Item == word).Select(w =>
                    {
                        int start = words.Take(w.Index).Sum(before => before.Length + 1);
                        return new NaiveOccurrence(w.Index, start, start + word.Length, []);
                    }),
                ];
                terms.TryAdd(word, []);
                terms[word].Add(new NaivePosting(docId, occurrences.Length, occurrences));
            }
        }

        NaiveTerm[] built =
            [.. terms.Select(t => new NaiveTerm(System.Text.Encoding.UTF8.GetBytes(t.Key), [.. t.Value]))];
        return new NaiveField(NaiveIndex.Field(name, number, options), built, [3, 6, 2]);
    }
}
