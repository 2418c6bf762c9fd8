using System.Text;
using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.DocValues;

/// <summary>The worked examples of the format page, written byte for byte.</summary>
public sealed class DocValuesWorkedExampleTests
{
    private const string DataHeader = "3fd76c17 15 4c7563656e653830446f6356616c75657344617461 00000002";
    private const string MetaHeader = "3fd76c17 19 4c7563656e653830446f6356616c7565734d65746164617461 00000002";
    private const string Suffix = "0a 4c7563656e6538305f30";
    private const string SegmentB = "3daad933d45f2eb6ac7c5f397722e38c";

    private const string BinaryMetaStart = """
        00000000 01
        0000000000000039 0000000000000006
        ffffffffffffffff 0000000000000000 ffff ff
        00000003 00000001 00000003
        """;

    [Fact]
    public void ExampleA_NumericAndSparseSorted()
    {
        using ByteBuffersDirectory directory = new();
        FieldInfo number = Field(2, DocValuesType.Numeric);
        FieldInfo category = Field(4, DocValuesType.Sorted);
        SegmentWriteState state = new(directory, "_0", HexFiles.SegmentId, 3, new FieldInfos([number, category]));

        using (DocValuesWriter writer = new(state))
        {
            writer.WriteSorted(category, [0, 2], [0, 1], new SortedTerms("c0c2"u8, [0, 2, 4]));
            writer.WriteNumeric(number, [], [100, 110, 120]);
            writer.Finish();
        }

        HexFiles.AssertEqual(directory, "_0_Lucene80_0.dvd", DataHeader + "5cef787f09dfefe674629604926a9f64" + Suffix + """
            0000 0001 0000 0002  7fff 0000 ffff
            40 000000
            02 6330  01 32
            18 000000
            c02893e8 00000000 00000000c0506146
            """);
        HexFiles.AssertEqual(directory, "_0_Lucene80_0.dvm", MetaHeader + "5cef787f09dfefe674629604926a9f64" + Suffix + """
            00000004 02
            0000000000000039 000000000000000e 0000 09
            00000002 01 0000000000000047 0000000000000004
            02 00000004 00000010
            0000000000000000 00000000 0000000000000000 00
            00000002
            000000000000004b 0000000000000005  0000000000000050 0000000000000000
            0000000a
            0000000000000000 00000000 0000000000000000 00
            0000000000000050 0000000000000000  0000000000000050 0000000000000000
            00000002 00
            ffffffffffffffff 0000000000000000 ffff ff
            0000000000000003 ffffffff 02
            0000000000000064 000000000000000a
            0000000000000050 0000000000000004 ffffffffffffffff
            ffffffff
            c02893e8 00000000 00000000e308c6e5
            """);
    }

    [Fact]
    public void ExampleB_BinarySetsTableAndDivisor()
    {
        using ByteBuffersDirectory directory = new();

        WriteExampleB(directory);

        HexFiles.AssertEqual(directory, "_0_Lucene80_0.dvm", MetaHeader + SegmentB + Suffix + BinaryMetaStart + """
            000000000000003f 10
            ffffffffffffffff 40000000 0000000000000000 01
            0000000000000004
            00000001 03 01
            ffffffffffffffff 0000000000000000 ffff ff
            02 0000000000000043 0000000000000005
            00000003 0000000000000048 10
            ffffffffffffffff 40000000 0000000000000000 01
            0000000000000004
            03 00000004 00000010
            0000000000000000 00000000 0000000000000000 00
            00000006
            000000000000004c 000000000000000f 000000000000005b 0000000000000000
            0000000a
            0000000000000000 00000000 0000000000000000 00
            000000000000005b 0000000000000000 000000000000005b 0000000000000000
            00000003 00
            ffffffffffffffff 0000000000000000 ffff ff
            0000000000000003 ffffffff 01
            ffffffffc4653600 000000003b9aca05
            000000000000005b 0000000000000004 ffffffffffffffff
            00000002 04
            ffffffffffffffff 0000000000000000 ffff ff
            0000000000000004 00000004
            0000000000000000 0000000000000001 0000000000000002 0000000000000009
            02 0000000000000000 0000000000000001
            000000000000005f 0000000000000004 ffffffffffffffff
            00000003 0000000000000063 10
            0000000000000000 3faaaaab 0000000000000000 01
            0000000000000004
            ffffffff
            c02893e8 00000000 000000007d774cfd
            """);
        string data = Convert.ToHexStringLower(HexFiles.Read(directory, "_0_Lucene80_0.dvd").AsSpan(0x39, 0x67 - 0x39));
        Assert.Equal(Convert.ToHexStringLower(HexFiles.Parse("""
            78 7879 78797a  90 000000  04 60 000000  90 000000  05 6170706c65  04 79  50 62616e616e61
            60 000000  1e 000000  20 000000
            """)), data);
    }

    [Fact]
    public void ExampleB_ReadsBack()
    {
        using ByteBuffersDirectory directory = new();
        SegmentWriteState written = WriteExampleB(directory);
        DocValuesReader reader = new(new SegmentReadState(
            directory, "_0", Convert.FromHexString(SegmentB), 3, written.FieldInfos));
        reader.CheckIntegrity();

        BinaryDocValues binary = reader.GetBinary(written.FieldInfos.Find(0)!)!;
        SortedSetDocValues set = reader.GetSortedSet(written.FieldInfos.Find(1)!)!;
        SortedNumericDocValues numbers = reader.GetSortedNumeric(written.FieldInfos.Find(2)!)!;
        NumericDocValues number = reader.GetNumeric(written.FieldInfos.Find(3)!)!;
        List<string> found = [];
        for (int docId = 0; docId < 3; docId++)
        {
            Assert.True(binary.AdvanceExact(docId) && set.AdvanceExact(docId));
            Assert.True(numbers.AdvanceExact(docId) && number.AdvanceExact(docId));
            List<string> terms = [];
            for (int i = 0; i < set.DocValueCount; i++)
            {
                terms.Add(Encoding.UTF8.GetString(set.LookupOrd(set.NextOrd())));
            }

            List<long> values = [];
            for (int i = 0; i < numbers.DocValueCount; i++)
            {
                values.Add(numbers.NextValue());
            }

            found.Add($"{Encoding.UTF8.GetString(binary.BinaryValue)} {string.Join('+', terms)} "
                + $"{string.Join('+', values)} {number.LongValue}");
        }

        Assert.Equal(["x apple 0 -1000000000", "xy apple+apply 1+9 5", "xyz apple+apply+banana 2 5"], found);
        Assert.Null(reader.GetNumeric(written.FieldInfos.Find(0)!));
        Assert.Equal((1, -2, -4), ((int)set.LookupTerm("apply"u8), (int)set.LookupTerm("apples"u8), (int)set.LookupTerm("c"u8)));
    }

    [Fact]
    public void CompressedBinary_IsTheWorkedExampleAndReadsBack()
    {
        using ByteBuffersDirectory directory = new();
        FieldInfo field = Field(0, DocValuesType.Binary) with
        {
            Attributes = new Dictionary<string, string> { ["Lucene80DocValuesFormat.mode"] = "BEST_COMPRESSION" },
        };
        SegmentWriteState state = new(directory, "_0", HexFiles.SegmentId, 3, new FieldInfos([field]));

        using (DocValuesWriter writer = new(state))
        {
            writer.WriteBinary(field, [], [0, 1, 3, 6], "xxyxyz"u8);
            writer.Finish();
        }

        string zeros = string.Concat(Enumerable.Repeat("00", 29));
        Assert.Equal(
            Convert.ToHexStringLower(HexFiles.Parse("02 02 03" + zeros + "60 78 78 79 78 79 7a")),
            Convert.ToHexStringLower(HexFiles.Read(directory, "_0_Lucene80_0.dvd").AsSpan(0x39, 39)));
        Assert.Equal(
            Convert.ToHexStringLower(HexFiles.Parse(BinaryMetaStart.Replace("0006", "0027") + """
                0000000000000060 01 05 06 10
                0000000000000039 00000000 0000000000000000 00
                0000000000000000
                ffffffff
                """)),
            Convert.ToHexStringLower(HexFiles.Read(directory, "_0_Lucene80_0.dvm").AsSpan(0x3d, 0x92 + 8 + 4 - 0x3d)));
        DocValuesReader reader = new(new SegmentReadState(directory, "_0", HexFiles.SegmentId, 3, state.FieldInfos));
        BinaryDocValues values = reader.GetBinary(field)!;
        Assert.True(values.AdvanceExact(1));
        Assert.Equal("xy"u8.ToArray(), values.BinaryValue.ToArray());
        Assert.Equal(2, values.NextDoc());
        Assert.Equal("xyz"u8.ToArray(), values.BinaryValue.ToArray());
    }

    private static FieldInfo Field(int number, DocValuesType type) => FieldInfosFormat.WithFormatAttributes(
        new FieldInfo { Name = $"f{number}", Number = number, DocValuesType = type });

    private static SegmentWriteState WriteExampleB(ByteBuffersDirectory directory)
    {
        FieldInfo binary = Field(0, DocValuesType.Binary);
        FieldInfo set = Field(1, DocValuesType.SortedSet);
        FieldInfo numbers = Field(2, DocValuesType.SortedNumeric);
        FieldInfo number = Field(3, DocValuesType.Numeric);
        FieldInfos fields = new([binary, set, numbers, number]);
        SegmentWriteState state = new(directory, "_0", Convert.FromHexString(SegmentB), 3, fields);
        using DocValuesWriter writer = new(state);
        writer.WriteBinary(binary, [], [0, 1, 3, 6], "xxyxyz"u8);
        writer.WriteSortedSet(
            set, [], [0, 1, 3, 6], [0, 0, 1, 0, 1, 2], new SortedTerms("appleapplybanana"u8, [0, 5, 10, 16]));
        writer.WriteNumeric(number, [], [-1000000000, 5, 5]);
        writer.WriteSortedNumeric(numbers, [], [0, 1, 3, 4], [0, 1, 9, 2]);
        writer.Finish();
        return state;
    }
}
