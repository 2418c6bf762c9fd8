using ScoSearch.Lucene.Store;
using ScoSearch.Lucene.Tests.Codecs;

namespace ScoSearch.Lucene.Tests.Store;

/// <summary>The test vectors of the format page for integers and strings.</summary>
public sealed class PrimitiveEncodingTests
{
    [Theory]
    [InlineData(127, "7f")]
    [InlineData(128, "8001")]
    [InlineData(16384, "808001")]
    [InlineData(int.MaxValue, "ffffffff07")]
    [InlineData(-1, "ffffffff0f")]
    public void VInt32(int value, string hex) =>
        Check(hex, output => output.WriteVInt32(value), input => Assert.Equal(value, input.ReadVInt32()));

    [Theory]
    [InlineData(1L << 35, "808080808001")]
    [InlineData(long.MaxValue, "ffffffffffffffff7f")]
    public void VInt64(long value, string hex) =>
        Check(hex, output => output.WriteVInt64(value), input => Assert.Equal(value, input.ReadVInt64()));

    [Theory]
    [InlineData(0, "00")]
    [InlineData(-1, "01")]
    [InlineData(1, "02")]
    [InlineData(-64, "7f")]
    [InlineData(64, "8001")]
    [InlineData(1000, "d00f")]
    [InlineData(int.MinValue, "ffffffff0f")]
    public void ZInt32(int value, string hex) =>
        Check(hex, output => output.WriteZInt32(value), input => Assert.Equal(value, input.ReadZInt32()));

    [Fact]
    public void ZInt64() => Check(
        "ffffffffffffffffff01",
        output => output.WriteZInt64(long.MinValue),
        input => Assert.Equal(long.MinValue, input.ReadZInt64()));

    [Fact]
    public void String() => Check(
        "07 61 c3a9 f09f9880", output => output.WriteString("aé😀"), input => Assert.Equal("aé😀", input.ReadString()));

    [Fact]
    public void String_LoneSurrogate_IsReplaced() => Check(
        "05 78 efbfbd 79",
        output => output.WriteString("x\ud83dy"),
        input => Assert.Equal("x\ufffdy", input.ReadString()));

    private static void Check(string hex, Action<IndexOutput> write, Action<IndexInput> read)
    {
        using ByteBuffersDirectory directory = new();
        using (IndexOutput output = directory.CreateOutput("x"))
        {
            write(output);
        }

        HexFiles.AssertEqual(directory, "x", hex);
        IndexInput input = directory.OpenInput("x");
        read(input);
        Assert.Equal(input.Length, input.Position);
    }
}
