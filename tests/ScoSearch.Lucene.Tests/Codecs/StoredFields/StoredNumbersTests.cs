using System.Globalization;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>The test vectors of the format page for numbers in stored documents, written and read.</summary>
public sealed class StoredNumbersTests
{
    [Theory]
    [InlineData(0, "c0")]
    [InlineData(1, "02")]
    [InlineData(-1, "01")]
    [InlineData(15, "1e")]
    [InlineData(16, "2001")]
    [InlineData(1000, "42")]
    [InlineData(-1000, "41")]
    [InlineData(3600000, "82")]
    [InlineData(86400000, "c2")]
    [InlineData(1600000000000, "6080c2d72f")]
    [InlineData(1600000000001, "2280d0dbc3f402")]
    [InlineData(long.MaxValue, "3effffffffffffffff07")]
    [InlineData(long.MinValue, "3fffffffffffffffff07")]
    public void Int64(long value, string hex)
    {
        Span<byte> bytes = stackalloc byte[StoredNumbers.MaxBytes];
        bytes = bytes[..StoredNumbers.WriteInt64(bytes, value)];

        Assert.Equal(hex, Convert.ToHexStringLower(bytes));
        StoredDocumentReader reader = Reader(StoredFieldsFormat.TypeInt64, bytes);
        Assert.Equal(value, reader.ReadInt64());
        Assert.False(reader.MoveNext());
    }

    [Theory]
    [InlineData("0", "81")]
    [InlineData("-0", "ff80000000")]
    [InlineData("-1", "80")]
    [InlineData("-2", "ffc0000000")]
    [InlineData("125", "fe")]
    [InlineData("126", "42fc0000")]
    [InlineData("1.5", "3fc00000")]
    [InlineData("-1.5", "ffbfc00000")]
    [InlineData("NaN", "7fc00000")]
    [InlineData("Infinity", "7f800000")]
    public void Single(string text, string hex)
    {
        float value = float.Parse(text, CultureInfo.InvariantCulture);
        Span<byte> bytes = stackalloc byte[StoredNumbers.MaxBytes];
        bytes = bytes[..StoredNumbers.WriteSingle(bytes, value)];

        Assert.Equal(hex, Convert.ToHexStringLower(bytes));
        StoredDocumentReader reader = Reader(StoredFieldsFormat.TypeSingle, bytes);
        float read = reader.ReadSingle();
        Assert.True(float.IsNaN(value) ? float.IsNaN(read) : BitConverter.SingleToInt32Bits(value) == BitConverter.SingleToInt32Bits(read));
    }

    [Theory]
    [InlineData("0", "81")]
    [InlineData("-0", "fe80000000")]
    [InlineData("-1", "80")]
    [InlineData("-2", "fec0000000")]
    [InlineData("124", "fd")]
    [InlineData("125", "fe42fa0000")]
    [InlineData("1.5", "fe3fc00000")]
    [InlineData("0.1", "3fb999999999999a")]
    [InlineData("-0.1", "ffbfb999999999999a")]
    [InlineData("NaN", "7ff8000000000000")]
    public void Double(string text, string hex)
    {
        double value = double.Parse(text, CultureInfo.InvariantCulture);
        Span<byte> bytes = stackalloc byte[StoredNumbers.MaxBytes];
        bytes = bytes[..StoredNumbers.WriteDouble(bytes, value)];

        Assert.Equal(hex, Convert.ToHexStringLower(bytes));
        StoredDocumentReader reader = Reader(StoredFieldsFormat.TypeDouble, bytes);
        double read = reader.ReadDouble();
        Assert.True(double.IsNaN(value) ? double.IsNaN(read) : BitConverter.DoubleToInt64Bits(value) == BitConverter.DoubleToInt64Bits(read));
    }

    private static StoredDocumentReader Reader(int type, ReadOnlySpan<byte> value)
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "x", "00");
        byte[] document = [(byte)type, .. value];
        StoredDocumentReader reader = new(directory.OpenInput("x"), 0, document, 1);
        Assert.True(reader.MoveNext());
        return reader;
    }
}
