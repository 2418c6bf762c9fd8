using System.Text;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>The compressed units of the format page's test vectors.</summary>
public sealed class UnitCompressorTests
{
    private static readonly byte[] Input =
        Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("abcdefgh", 60)));

    [Fact]
    public void Lz4_GivesTheVector()
    {
        string blocks = string.Concat(Enumerable.Repeat("5f 64 65 66 67 68 08 00 13 50 67 68 61 62 63", 9));

        string unit = Compress(StoredFieldsMode.BestSpeed, Input);

        // The last block's final literals may be chosen differently; all before is given.
        string expected = Plain("03 30 04 0f0f0f0f0f0f0f0f0f0f 30616263" + blocks + "5f 64 65 66 67 68 08 00 10 50 64 65 66 67 68");
        Assert.Equal(expected, unit);
    }

    [Fact]
    public void Deflate_ReferenceUnit_IsRead()
    {
        byte[] unit = HexFiles.Parse("08 30 0a 4b4c4a4e494d4bcf0000"
            + string.Concat(Enumerable.Repeat("05 4b24910600", 9)) + "05 4b24920600");

        Assert.Equal(Input, StoredUnits.Decompress(unit, Input.Length, StoredFieldsMode.BestCompression));
    }

    [Theory]
    [InlineData(false, "00000100")]
    [InlineData(true, "000000")]
    public void EmptyInput_GivesTheVector(bool bestCompression, string hex) => Assert.Equal(
        hex, Compress(bestCompression ? StoredFieldsMode.BestCompression : StoredFieldsMode.BestSpeed, []));

    private static string Plain(string hex) => hex.Replace(" ", "");

    private static string Compress(StoredFieldsMode mode, byte[] input)
    {
        using ByteBuffersDirectory directory = new();
        using (IndexOutput output = directory.CreateOutput("x"))
        {
            UnitCompressor.Create(mode).Compress(input, output);
        }

        return Convert.ToHexStringLower(HexFiles.Read(directory, "x"));
    }
}
