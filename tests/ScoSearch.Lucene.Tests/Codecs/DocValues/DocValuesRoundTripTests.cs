using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Codecs.DocValues;

public sealed class DocValuesRoundTripTests
{
    public static TheoryData<string> Shapes { get; } =
        new("none", "constant", "extreme constant", "divisor", "table", "extremes", "small", "wide", "blocks", "blocks with divisor");

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Numeric_AnyShape_ReadsBackInOrderAndByJumps(string shape)
    {
        Random random = TestSeed.NewRandom(shape.Length);
        foreach (bool sparse in (bool[])[false, true])
        {
            long[] values = NumericValues(shape, random);
            int[] docIds = Enumerable.Range(0, values.Length).Select(i => sparse ? (3 * i) + 1 : i).ToArray();
            int maxDoc = sparse ? (3 * values.Length) + 2 : Math.Max(1, values.Length);
            using ByteBuffersDirectory directory = new();
            FieldInfo field = Field(DocValuesType.Numeric);
            DocValuesReader reader = Write(directory, field, maxDoc, writer =>
                writer.WriteNumeric(field, sparse || values.Length == 0 ? docIds : [], values));

            NumericDocValues all = reader.GetNumeric(field)!;
            for (int i = 0; i < values.Length; i++)
            {
                Assert.True(all.NextDoc() == docIds[i] && all.LongValue == values[i], $"{i}, {TestSeed.Hint}");
            }

            Assert.Equal(DocIdCursor.Exhausted, all.NextDoc());
            NumericDocValues jumping = reader.GetNumeric(field)!;
            for (int i = random.Next(100); i < values.Length; i += random.Next(1, 5000))
            {
                Assert.True(jumping.AdvanceExact(docIds[i]) && jumping.LongValue == values[i], $"{i}, {TestSeed.Hint}");
            }
        }
    }

    [Fact]
    public void Blocks_AreSmallerThanPlainValues()
    {
        using ByteBuffersDirectory directory = new();
        FieldInfo field = Field(DocValuesType.Numeric);
        long[] values = NumericValues("blocks", new Random(1));

        Write(directory, field, values.Length, writer => writer.WriteNumeric(field, [], values));

        Assert.True(directory.FileLength("_0_Lucene80_0.dvd") < values.Length * 3);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(15)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(1024)]
    [InlineData(1025)]
    [InlineData(5000)]
    public void Sorted_TermsOfAllLengths_AreLookedUpBothWays(int count)
    {
        Random random = TestSeed.NewRandom(count);
        byte[][] terms = RandomTerms(random, count);
        using ByteBuffersDirectory directory = new();
        FieldInfo field = Field(DocValuesType.Sorted);
        int[] ords = Enumerable.Range(0, count).ToArray();
        random.Shuffle(ords);
        DocValuesReader reader = Write(directory, field, Math.Max(1, count), writer =>
            writer.WriteSorted(field, [], ords, Terms(terms)));

        SortedDocValues values = reader.GetSorted(field)!;
        Assert.Equal(count, values.ValueCount);
        for (int docId = 0; docId < count; docId++)
        {
            Assert.Equal((docId, ords[docId]), (values.NextDoc(), values.OrdValue));
            Assert.True(values.LookupOrd(ords[docId]).SequenceEqual(terms[ords[docId]]), TestSeed.Hint);
            Assert.True(values.LookupTerm(terms[ords[docId]]) == ords[docId], TestSeed.Hint);
        }

        foreach (byte[] absent in RandomTerms(random, 300))
        {
            int expected = Array.BinarySearch(terms, absent, Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
            Assert.True(values.LookupTerm(absent) == expected, TestSeed.Hint);
        }
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Binary_AllLengths_ReadBack(bool compressed)
    {
        Random random = TestSeed.NewRandom();
        foreach (int count in (int[])[0, 1, 31, 32, 33, 500])
        {
            byte[][] values = Enumerable.Range(0, count).Select(_ => new byte[random.Next(20)]).ToArray();
            Array.ForEach(values, random.NextBytes);
            int[] offsets = new int[count + 1];
            for (int i = 0; i < count; i++)
            {
                offsets[i + 1] = offsets[i] + values[i].Length;
            }

            using ByteBuffersDirectory directory = new();
            FieldInfo field = Field(DocValuesType.Binary, compressed);
            int[] docIds = Enumerable.Range(0, count).Select(i => 2 * i).ToArray();
            DocValuesReader reader = Write(directory, field, (2 * count) + 1, writer =>
                writer.WriteBinary(field, docIds, count == 0 ? [] : offsets, values.SelectMany(v => v).ToArray()));

            BinaryDocValues cursor = reader.GetBinary(field)!;
            for (int i = 0; i < count; i++)
            {
                Assert.Equal(docIds[i], cursor.NextDoc());
                Assert.Equal(values[i], cursor.BinaryValue.ToArray());
            }

            Assert.Equal(DocIdCursor.Exhausted, cursor.NextDoc());
        }
    }

    [Fact]
    public void SortedSetAndNumeric_Empty_HaveNoDocuments()
    {
        using ByteBuffersDirectory directory = new();
        FieldInfo set = Field(DocValuesType.SortedSet);
        FieldInfo numbers = Field(DocValuesType.SortedNumeric) with { Number = 2, Name = "g" };
        SegmentWriteState state = new(directory, "_0", HexFiles.SegmentId, 9, new FieldInfos([set, numbers]));
        using (DocValuesWriter writer = new(state))
        {
            writer.WriteSortedSet(set, [], [], [], new SortedTerms([], []));
            writer.WriteSortedNumeric(numbers, [], [], []);
            writer.Finish();
        }

        DocValuesReader reader = new(new SegmentReadState(directory, "_0", HexFiles.SegmentId, 9, state.FieldInfos));

        Assert.Equal(DocIdCursor.Exhausted, reader.GetSortedSet(set)!.NextDoc());
        Assert.Equal(DocIdCursor.Exhausted, reader.GetSortedNumeric(numbers)!.NextDoc());
        Assert.Equal(-1, reader.GetSortedSet(set)!.LookupTerm("a"u8));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void OldVersions_DecideCompressionByThemselves(int version, bool compressed)
    {
        using ByteBuffersDirectory directory = new();
        FieldInfo written = Field(DocValuesType.Binary, compressed);
        Write(directory, written, 3, writer => writer.WriteBinary(written, [], [0, 1, 3, 6], "xxyxyz"u8));
        foreach (string name in directory.ListAll())
        {
            // The version follows the codec's name in the header.
            byte[] bytes = HexFiles.Read(directory, name);
            bytes[5 + bytes[4] + 3] = (byte)version;
            directory.DeleteFile(name);
            using IndexOutput output = directory.CreateOutput(name);
            output.WriteBytes(bytes.AsSpan(0, bytes.Length - CodecUtil.FooterLength));
            CodecUtil.WriteFooter(output);
        }

        FieldInfo field = written with { Attributes = new Dictionary<string, string>() };
        DocValuesReader reader = Open(directory, field, 3);
        BinaryDocValues values = reader.GetBinary(field)!;

        reader.CheckIntegrity();
        Assert.True(values.AdvanceExact(2));
        Assert.Equal("xyz"u8.ToArray(), values.BinaryValue.ToArray());
    }

    private static long[] NumericValues(string shape, Random random) => shape switch
    {
        "none" => [],
        "constant" => [.. Enumerable.Repeat(42L, 500)],
        "extreme constant" => [.. Enumerable.Repeat(long.MinValue, 5)],
        "divisor" => [.. Enumerable.Range(0, 3000).Select(_ => (random.Next(500) * 86400000L) - 7)],
        "table" => [.. Enumerable.Range(0, 3000).Select(_ => (1L << random.Next(62)) * (random.Next(2) - 1))],
        "extremes" => [long.MinValue, long.MaxValue, 0, -1, 1, .. Enumerable.Range(0, 400).Select(_ => random.NextInt64())],
        "small" => [.. Enumerable.Range(0, 1000).Select(_ => (long)random.Next(100, 120))],
        "wide" => [.. Enumerable.Range(0, 1000).Select(_ => random.NextInt64(1L << 45))],
        "blocks" => [.. Enumerable.Range(0, 40_000).Select(i => i < 16384 ? 7L : random.Next(9) + (1L << (i >> 14)))],
        _ => [.. Enumerable.Range(0, 40_000).Select(i => (1000L * (i / 100)) - 3)],
    };

    private static byte[][] RandomTerms(Random random, int count)
    {
        SortedSet<byte[]> terms = new(Comparer<byte[]>.Create((a, b) => a.AsSpan().SequenceCompareTo(b)));
        while (terms.Count < count)
        {
            byte[] term = new byte[random.Next(random.Next(10) == 0 ? 300 : 6)];
            for (int i = 0; i < term.Length; i++)
            {
                term[i] = (byte)(i < 30 || term.Length < 30 ? random.Next(term.Length < 30 ? 256 : 2) : random.Next(256));
            }

            terms.Add(term);
        }

        return [.. terms];
    }

    private static SortedTerms Terms(byte[][] terms)
    {
        int[] offsets = new int[terms.Length + 1];
        for (int i = 0; i < terms.Length; i++)
        {
            offsets[i + 1] = offsets[i] + terms[i].Length;
        }

        return new SortedTerms(terms.SelectMany(t => t).ToArray(), offsets);
    }

    private static FieldInfo Field(DocValuesType type, bool compressed = false) => new()
    {
        Name = "f",
        Number = 1,
        DocValuesType = type,
        Attributes = new Dictionary<string, string>
        {
            ["Lucene80DocValuesFormat.mode"] = compressed ? "BEST_COMPRESSION" : "BEST_SPEED",
        },
    };

    private static DocValuesReader Write(
        ByteBuffersDirectory directory, FieldInfo field, int maxDoc, Action<DocValuesWriter> write)
    {
        SegmentWriteState state = new(directory, "_0", HexFiles.SegmentId, maxDoc, new FieldInfos([field]));
        using (DocValuesWriter writer = new(state))
        {
            write(writer);
            writer.Finish();
        }

        return Open(directory, field, maxDoc);
    }

    private static DocValuesReader Open(ByteBuffersDirectory directory, FieldInfo field, int maxDoc) =>
        new(new SegmentReadState(directory, "_0", HexFiles.SegmentId, maxDoc, new FieldInfos([field])));
}
