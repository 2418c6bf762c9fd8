using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using Xunit.Abstractions;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Tests.Codecs.Postings;

/// <summary>Damaged files end in typed exceptions: no other exception, no endless loop, no huge allocation.</summary>
public sealed class PostingsDamageTests(ITestOutputHelper output)
{
    private const int MaxDoc = 420;

    public static TheoryData<string> Extensions => new("doc", "pos", "pay", "tim", "tip", "tmd");

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Read_AnyByteChanged_GivesOldDataOrATypedError(string extension)
    {
        Random random = TestRandom.Create(output, 23);
        (ByteBuffersDirectory directory, FieldInfo[] fields) = Build(random);
        string name = FileName(extension);
        byte[] original = Bytes(directory, name);
        int refused = 0;
        for (int at = 0; at < original.Length; at++)
        {
            byte[] damaged = [.. original];
            damaged[at] ^= random.Next(3) switch { 0 => 0xFF, 1 => (byte)(1 << random.Next(8)), _ => (byte)random.Next(1, 256) };
            refused += ReadEverything(directory, name, damaged, fields) ? 0 : 1;
            if (at % 64 == 0)
            {
                AssertChecksumNotices(directory, name, damaged, fields);
            }
        }

        output.WriteLine($"{refused} of {original.Length} changes were refused while reading");
        Assert.True(refused > 0);
    }

    [Theory]
    [MemberData(nameof(Extensions))]
    public void Open_TruncatedAnywhere_IsRefused(string extension)
    {
        Random random = TestRandom.Create(output, 24);
        (ByteBuffersDirectory directory, FieldInfo[] fields) = Build(random);
        string name = FileName(extension);
        byte[] original = Bytes(directory, name);
        for (int length = 0; length < original.Length; length++)
        {
            Assert.False(ReadEverything(directory, name, original[..length], fields), $"{name} cut to {length} was read");
        }
    }

    private static string FileName(string extension) =>
        Lucene84PostingsFormat.FileName(NaiveIndex.Segment, Lucene84PostingsFormat.DefaultSuffix, extension);

    private static (ByteBuffersDirectory Directory, FieldInfo[] Fields) Build(Random random)
    {
        FieldInfo[] infos =
        [
            NaiveIndex.Field("docs", 0, IndexOptions.Docs),
            NaiveIndex.Field("full", 1, IndexOptions.DocsAndFreqsAndPositionsAndOffsets, payloads: true),
            NaiveIndex.Field("text", 2, IndexOptions.DocsAndFreqsAndPositions),
        ];
        List<NaiveField> fields = [];
        foreach (FieldInfo info in infos)
        {
            bool isDocs = info.Number == 0;
            IEnumerable<byte[]> terms = Enumerable.Range(0, isDocs ? 400 : 6)
                .Select(i => isDocs ? NaiveFieldBuilder.RandomTerm(random, 9, 5) : (byte[])[(byte)'t', (byte)i]);
            fields.Add(NaiveFieldBuilder.Build(random, info, MaxDoc, terms, i => i == 3 ? 400 : i % 5 == 0 ? 9 : 1));
        }

        ByteBuffersDirectory directory = new();
        NaiveIndex.Write(directory, MaxDoc, fields);
        return (directory, infos);
    }

    private static byte[] Bytes(Directory directory, string name)
    {
        IndexInput input = directory.OpenInput(name);
        return input.SpanAt(0, (int)input.Length).ToArray();
    }

    private static ByteBuffersDirectory Replace(Directory directory, string name, byte[] content)
    {
        ByteBuffersDirectory copy = new();
        foreach (string file in directory.ListAll())
        {
            using IndexOutput target = copy.CreateOutput(file);
            target.WriteBytes(file == name ? content : Bytes(directory, file));
        }

        return copy;
    }

    private static void AssertChecksumNotices(Directory directory, string name, byte[] damaged, FieldInfo[] fields)
    {
        using ByteBuffersDirectory copy = Replace(directory, name, damaged);
        Exception? error = Record.Exception(() => NaiveIndex.Open(copy, MaxDoc, fields).CheckIntegrity());
        Assert.True(error is CorruptIndexException or IndexFormatVersionException, $"{error}");
    }

    // True when everything could be read; any exception but the typed ones fails the test.
    private static bool ReadEverything(Directory directory, string name, byte[] content, FieldInfo[] fields)
    {
        using ByteBuffersDirectory copy = Replace(directory, name, content);
        try
        {
            PostingsReader reader = NaiveIndex.Open(copy, MaxDoc, fields);
            foreach (string field in reader.FieldNames)
            {
                ReadField(reader.GetTerms(field)!);
            }

            return true;
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatVersionException)
        {
            return false;
        }
    }

    private static void ReadField(Terms terms)
    {
        TermsEnum cursor = terms.GetEnumerator();
        PostingsEnum? postings = null;
        List<byte[]> all = [];
        while (cursor.MoveNext())
        {
            all.Add(cursor.Term.ToArray());
            postings = cursor.GetPostings(PostingsFlags.All, postings);
            while (postings.NextDoc() != DocIdCursor.Exhausted)
            {
                Assert.InRange(postings.DocId, 0, MaxDoc - 1);
                for (int left = postings.Freq; left > 0; left--)
                {
                    if (postings.NextPosition() < 0)
                    {
                        break;
                    }

                    _ = postings.Payload.Length + postings.StartOffset;
                }
            }

            postings = cursor.GetPostings(PostingsFlags.Freqs, postings);
            for (int target = 5; postings.Advance(target) != DocIdCursor.Exhausted; target = postings.DocId + 40)
            {
                postings.AdvanceShallow(postings.DocId);
                for (int level = 0; level < postings.ImpactLevelCount; level++)
                {
                    Assert.False(postings.GetImpacts(level).IsEmpty);
                }
            }
        }

        TermsEnum seeker = terms.GetEnumerator();
        foreach (byte[] term in all.Where((_, i) => i % 7 == 0))
        {
            terms.Find(term);
            seeker.SeekCeiling(term);
        }
    }
}
