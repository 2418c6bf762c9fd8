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

    [Theory]
    [InlineData("联通")] // the bytes look like two-byte UTF-8
    [InlineData("移动")]
    [InlineData("她说")]
    [InlineData("力量")]
    [InlineData("人民")]
    [InlineData("上海合作组织")]
    [InlineData("今天")]
    [InlineData("第一章")]
    [InlineData("你好，世界")]
    [InlineData("日本語ではない：这是中文")] // kana are in GB 2312 too
    public void Decode_FewCharactersOfGb2312_AreNotTakenForAnotherEncoding(string text)
    {
        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(Gb18030.GetBytes(text));

        Assert.Equal((text, "gb18030", 0), (decoded, encoding.Name, encoding.Replaced));
        Assert.InRange(encoding.Certainty, 0.5, 0.98);
    }

    [Theory]
    [InlineData("Größe und Länge")]
    [InlineData("Привет, мир")]
    [InlineData("Ελληνικά")]
    [InlineData("été")]
    [InlineData("中")]
    public void Decode_ShortUtf8_StaysUtf8(string text) =>
        Assert.Equal((text, "utf-8"), Pair(EncodingDetector.Decode(Encoding.UTF8.GetBytes(text))));

    [Fact]
    public void Decode_Gb18030_RoundTripsEveryCharacter()
    {
        StringBuilder all = new();
        for (int c = 0x80; c <= 0x10FFFF; c++)
        {
            all.Append(Rune.IsValid(c) && c != 0xFFFD ? new Rune(c).ToString() : "");
        }

        string text = all.ToString();

        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(Gb18030.GetBytes(text), "GB18030");

        // 25 of the private-use area are shown where Unicode has them today
        int[] moved = [.. text.EnumerateRunes().Zip(decoded.EnumerateRunes()).Where(p => p.First != p.Second).Select(p => p.First.Value)];
        Assert.Equal(0, encoding.Replaced);
        Assert.Equal(25, moved.Length);
        Assert.All(moved, c => Assert.InRange(c, 0xE78D, 0xE864));
    }

    [Theory]
    [InlineData(new byte[] { 0xA6, 0xD9 }, "\uFE10")]
    [InlineData(new byte[] { 0xFE, 0x51 }, "\U00020087")]
    [InlineData(new byte[] { 0xA8, 0xBC }, "\u1E3F")]
    [InlineData(new byte[] { 0x95, 0x32, 0x82, 0x36 }, "\U00020000")]
    [InlineData(new byte[] { 0x81, 0x39, 0xEE, 0x39 }, "\u3400")]
    [InlineData(new byte[] { 0xAA, 0xA1 }, "\uE000")]
    [InlineData(new byte[] { 0x84, 0x31, 0x95, 0x33, 0xD6, 0xD0 }, "中")]
    public void Decode_Gb18030_CodesOfTheStandard(byte[] bytes, string expected) =>
        Assert.Equal(expected, EncodingDetector.Decode(bytes, "gb18030").Text);

    [Theory]
    [InlineData("utf-8")]
    [InlineData("gb18030")]
    [InlineData("big5")]
    [InlineData("utf-16")]
    public void Decode_CutInsideTheLastCharacter_LosesThatOneOnly(string name)
    {
        const string text = "這個問題我們還沒有時間來說明，先記下來。";
        byte[] whole = CodePagesEncodingProvider.Instance.GetEncoding(name)?.GetBytes(text) ?? Encoding.GetEncoding(name).GetBytes(text);

        (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(whole.AsSpan(0, whole.Length - 1));

        Assert.Equal(name, encoding.Name);
        Assert.Equal(text[..^1], decoded.TrimEnd('\uFFFD'));
        Assert.Equal(1, encoding.Replaced);
    }

    [Fact]
    public void Decode_Gb18030CutInsideFourBytes_LosesThatCharacterOnly()
    {
        byte[] whole = Gb18030.GetBytes("他们说这个人姓𠮷");
        for (int cut = 1; cut <= 3; cut++)
        {
            (string decoded, DetectedEncoding encoding) = EncodingDetector.Decode(whole.AsSpan(0, whole.Length - cut));

            Assert.Equal("gb18030", encoding.Name);
            Assert.StartsWith("他们说这个人姓", decoded, StringComparison.Ordinal);
            Assert.InRange(encoding.Replaced, 1, 3);
        }
    }

    [Fact]
    public void Decode_MixedBytes_FollowsTheGreaterPartAndCountsTheRest()
    {
        byte[] utf8 = Encoding.UTF8.GetBytes("这里的大部分都是这种编码，说的是同一件事情，还有很多这样的话。\n");
        byte[] gb = Gb18030.GetBytes("这一行不是。\n");

        DetectedEncoding mostUtf8 = EncodingDetector.Decode([.. utf8, .. utf8, .. gb, .. utf8]).Encoding;
        (string text, DetectedEncoding mostGb) = EncodingDetector.Decode(
            [.. Enumerable.Repeat(gb, 8).SelectMany(b => b), .. Encoding.UTF8.GetBytes("一\n"), .. gb]);

        Assert.Equal("utf-8", mostUtf8.Name);
        Assert.True(mostUtf8.Replaced > 0);
        Assert.Equal("gb18030", mostGb.Name);
        Assert.StartsWith("这一行不是。\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Decode_ChineseFarBelowAnAsciiHead_IsFound()
    {
        byte[] head = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("x = 1;\n", 60_000)));

        Assert.Equal("big5", EncodingDetector.Detect([.. head, .. Big5.GetBytes("這個問題我們還沒有時間來說明。\n")]).Name);
        Assert.Equal("gb18030", EncodingDetector.Detect([.. head, .. Gb18030.GetBytes("这个问题我们还没有时间来说明。\n")]).Name);
    }

    [Theory]
    [InlineData("utf-16", "这个问题我们还没有时间")]
    [InlineData("utf-16BE", "这个问题我们还没有时间")]
    [InlineData("utf-32", "他们")]
    public void Decode_WideWithoutMarkOrPunctuation_IsFound(string name, string text) =>
        Assert.Equal((text, name), Pair(EncodingDetector.Decode(Encoding.GetEncoding(name).GetBytes(text))));

    [Theory]
    [InlineData(new byte[] { 0x87, 0x40 }, "\u43F0")]
    [InlineData(new byte[] { 0x88, 0x62 }, "\u00CA\u0304")]
    [InlineData(new byte[] { 0xFA, 0x40 }, "\U00020547")]
    [InlineData(new byte[] { 0xC6, 0xE7 }, "ぁ")]
    [InlineData(new byte[] { 0xA4, 0x40, 0xF9, 0xD6 }, "一碁")]
    [InlineData(new byte[] { 0x80, 0x41 }, "\uFFFDA")]
    [InlineData(new byte[] { 0xA4, 0x0A }, "\uFFFD\n")]
    [InlineData(new byte[] { 0xA4 }, "\uFFFD")]
    public void Decode_Big5Hkscs_CodesOfTheStandard(byte[] bytes, string expected) =>
        Assert.Equal(expected, EncodingDetector.Decode(bytes, "Big5-HKSCS").Text);

    [Fact]
    public void Decode_Big5WithCantonese_IsBig5()
    {
        // 佢哋喺度講嘢 with 喺 and 嘢 of the Hong Kong set
        byte[] bytes = [0xA6, 0xF1, 0xAB, 0xF8, 0xFB, 0xFD, 0xAB, 0xD7, 0xC1, 0xBF, 0xFB, 0xFE];

        DetectedEncoding encoding = EncodingDetector.Decode([.. bytes, .. Big5.GetBytes("，我們這個時候沒有時間。")]).Encoding;

        Assert.Equal(("big5", 0), (encoding.Name, encoding.Replaced));
    }

    [Fact]
    public void Decode_ReplacementCharacterOfTheSource_IsNotCounted() =>
        Assert.Equal(0, EncodingDetector.Decode(Encoding.UTF8.GetBytes("这里\uFFFD丢过一个字")).Encoding.Replaced);

    [Theory]
    [InlineData("utf-7")]
    [InlineData("no-such")]
    public void Decode_UnsupportedOverride_IsArgumentException(string name) =>
        Assert.ThrowsAny<ArgumentException>(() => EncodingDetector.Decode("a"u8, name));

    [Theory]
    [InlineData("gb2312")]
    [InlineData("GBK")]
    [InlineData("cp936")]
    public void Decode_SubsetAsOverride_ReadsTheWholeOfGb18030(string name) =>
        Assert.Equal("姓𠮷", EncodingDetector.Decode(Gb18030.GetBytes("姓𠮷"), name).Text);

    private static (string Text, string Name) Pair((string Text, DetectedEncoding Encoding) decoded) =>
        (decoded.Text, decoded.Encoding.Name);
}
