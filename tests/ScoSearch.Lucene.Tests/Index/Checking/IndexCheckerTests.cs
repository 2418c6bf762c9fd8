using System.Buffers.Binary;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Checking;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;
using ScoSearch.TestSupport.Models;

namespace ScoSearch.Lucene.Tests.Index.Checking;

public class IndexCheckerTests
{
    [Fact]
    public void Check_NoIndex_Throws()
    {
        using ByteBuffersDirectory directory = new();

        Assert.Throws<IndexNotFoundException>(() => IndexChecker.Check(directory));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_SoundIndex_CountsEverything(bool compound)
    {
        using ByteBuffersDirectory directory = new();
        Fill(directory, compound);

        IndexCheckReport report = IndexChecker.Check(directory);

        Assert.Empty(report.Problems);
        Assert.Equal(2, report.Segments.Count);
        Assert.Equal(299, report.NumDocs);
        Assert.Equal(1, report.Segments.Sum(segment => segment.DeletedCount));
        Assert.Equal(600, report.Segments.Sum(segment => segment.StoredValueCount));
        Assert.Equal(900 + 200, report.Segments.Sum(segment => segment.DocValueCount));
        Assert.All(report.Segments, segment => Assert.Equal(compound, segment.IsCompound));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Check_AnyFileWithChangedByte_NamesTheFile(bool compound)
    {
        Random random = TestSeed.NewRandom();
        using ByteBuffersDirectory sound = new();
        Fill(sound, compound);
        foreach (string file in sound.ListAll())
        {
            byte[] bytes = Read(sound, file);
            int at = random.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << random.Next(8));
            using ByteBuffersDirectory damaged = Copy(sound, file, bytes);

            IndexCheckReport report = IndexChecker.Check(damaged);

            Assert.True(report.Problems.Any(problem => problem.File == file), $"{file} at {at}; {TestSeed.Hint}");
        }
    }

    [Fact]
    public void Check_TruncatedOrMissingFile_IsReported()
    {
        using ByteBuffersDirectory sound = new();
        Fill(sound, compound: false);
        foreach (string file in sound.ListAll().Where(file => !file.StartsWith("segments", StringComparison.Ordinal)))
        {
            byte[] bytes = Read(sound, file);
            using ByteBuffersDirectory truncated = Copy(sound, file, bytes[..(bytes.Length / 2)]);
            using ByteBuffersDirectory missing = Copy(sound, file, null);

            Assert.False(IndexChecker.Check(truncated).IsSound, file);
            Assert.False(IndexChecker.Check(missing).IsSound, file);
        }
    }

    /// <summary>With the checksum made right again, nothing but the decoders stands between damage and the caller: they
    /// may report or not, but must end and must not fall over.</summary>
    [Fact]
    public void Check_DamageUnderRightChecksum_NeverThrows()
    {
        Random random = TestSeed.NewRandom(7);
        using ByteBuffersDirectory sound = new();
        Fill(sound, compound: false);
        string[] files = sound.ListAll();
        int reported = 0;
        for (int i = 0; i < 150; i++)
        {
            string file = files[i % files.Length];
            byte[] bytes = Read(sound, file);
            bytes[random.Next(bytes.Length - 16)] = (byte)random.Next(256);
            BinaryPrimitives.WriteInt64BigEndian(
                bytes.AsSpan(bytes.Length - 8), Crc32.Append(0, bytes.AsSpan(0, bytes.Length - 8)));
            using ByteBuffersDirectory damaged = Copy(sound, file, bytes);

            reported += IndexChecker.Check(damaged).IsSound ? 0 : 1;
        }

        Assert.True(reported > 20, $"only {reported} of 150 damages were found; {TestSeed.Hint}");
    }

    private static void Fill(ByteBuffersDirectory directory, bool compound)
    {
        Random random = new(3);
        IndexWriterConfig config = new(new SpaceAnalyzer())
        {
            UseCompoundFile = compound,
            MergeThreads = 0,
            MergePolicy = new NoMergePolicy(),
        };
        FieldType offsets = new() { IndexOptions = IndexOptions.DocsAndFreqsAndPositionsAndOffsets };
        using IndexWriter writer = new(directory, config);
        for (int i = 0; i < 300; i++)
        {
            string text = "all " + string.Join(' ', Enumerable.Range(0, 10).Select(_ => $"w{random.Next(100)}"));
            Document document = IndexModel.ToDocument($"id{i}", text);
            document.Add(new Field("offsets", text, offsets));
            document.Add(new SortedSetDocValuesField("set", $"s{random.Next(20)}"));
            if (i % 3 != 0)
            {
                document.Add(new SortedNumericDocValuesField("numbers", random.Next(100)));
            }

            writer.AddDocument(document);
            if (i == 200)
            {
                writer.Commit();
            }
        }

        writer.DeleteDocuments(new Term("id", "id5"));
    }

    private static byte[] Read(ByteBuffersDirectory directory, string file)
    {
        IndexInput input = directory.OpenInput(file);
        return input.ReadSpan((int)input.Length).ToArray();
    }

    private static ByteBuffersDirectory Copy(ByteBuffersDirectory source, string changed, byte[]? content)
    {
        ByteBuffersDirectory copy = new();
        foreach (string file in source.ListAll())
        {
            if (file != changed || content is not null)
            {
                using IndexOutput output = copy.CreateOutput(file);
                output.WriteBytes(file == changed ? content! : Read(source, file));
            }
        }

        return copy;
    }
}
