using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Documents;

public sealed class EncodingDetectorTests
{
    private static readonly Encoding Gb18030 = CodePagesEncodingProvider.Instance.GetEncoding("gb18030")!;
    private static readonly Encoding Big5 = CodePagesEncodingProvider.Instance.GetEncoding("big5")!;

    [Theory]
    [InlineData("老桥建于清末，桥面铺着青石板。")]
    [InlineData("我们的水")]
    [InlineData("中国")]
    [InlineData("会议纪要\n一、时间\n二、地点\n")]
    public void Decode_ShortGb2312_IsGb18030(string text)
    {
        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(Gb18030.GetBytes(text));

        Assert.Equal(text, decoded);
        Assert.Equal("gb18030", encoding.Name, ignoreCase: true);
    }

    [Theory]
    [InlineData("這個問題我們還沒有時間來說明。")]
    [InlineData("台灣的圖書館")]
    [InlineData("他們說，學校門口的老樹去年倒了。")]
    public void Decode_ShortBig5_IsBig5(string text)
    {
        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(Big5.GetBytes(text));

        Assert.Equal(text, decoded);
        Assert.Equal("big5", encoding.Name);
    }

    [Fact]
    public void Decode_Gb18030FourByteCharacters_AreKept()
    {
        const string text = "他姓𠮷，名㐀，住在镇上的老街。";

        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(Gb18030.GetBytes(text));

        Assert.Equal(text, decoded);
        Assert.Equal(0, encoding.Replaced);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    [InlineData("utf-32", true)]
    [InlineData("utf-32", false)]
    [InlineData("utf-32BE", true)]
    [InlineData("utf-32BE", false)]
    public void Decode_Unicode_WithAndWithoutMark(string name, bool mark)
    {
        const string text = "镇上的茶馆开了三十年。\n老板姓王，八十岁了。\n";
        Encoding encoding = Encoding.GetEncoding(name);
        byte[] bytes = [.. mark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)];

        (string decoded, DetectedEncoding detected) = EncodingDetector.Decode(bytes);

        Assert.Equal(text, decoded);
        Assert.Equal(name, detected.Name);
        Assert.Equal(mark, detected.Evidence == "mark");
    }

    [Fact]
    public void Decode_Utf8WithOneBrokenByte_StaysUtf8()
    {
        byte[] bytes = Encoding.UTF8.GetBytes("这一行坏了一个字节，别的都是好的，不应当当成别的编码来读。");
        bytes[10] = 0xFF;

        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(bytes);

        Assert.Equal("utf-8", encoding.Name);
        Assert.EndsWith("不应当当成别的编码来读。", decoded, StringComparison.Ordinal);
        Assert.True(encoding.Replaced > 0);
    }

    [Fact]
    public void Decode_Override_WinsOverDetection()
    {
        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(Big5.GetBytes("中文"), "big5");

        Assert.Equal("中文", decoded);
        Assert.Equal("override", encoding.Evidence);
    }

    [Fact]
    public void Decode_UnknownOverride_IsArgumentException() =>
        Assert.ThrowsAny<ArgumentException>(() => EncodingDetector.Decode("a"u8, "no-such-encoding"));

    [Fact]
    public void Detect_Empty_IsUtf8() => Assert.Equal("utf-8", EncodingDetector.Detect([]).Name);
}
