using ScoSearch.Core.Variants;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Variants;

public sealed class ChineseNumberTests
{
    [Theory]
    [InlineData("三", 3)]
    [InlineData("十", 10)]
    [InlineData("十二", 12)]
    [InlineData("二十", 20)]
    [InlineData("一百零五", 105)]
    [InlineData("两千零二十五", 2025)]
    [InlineData("二〇二五", 2025)]
    [InlineData("二零二五", 2025)]
    [InlineData("八千九百亿", 890_000_000_000)]
    [InlineData("三万五千", 35_000)]
    [InlineData("一亿二千万", 120_000_000)]
    [InlineData("两万亿", 2_000_000_000_000)]
    [InlineData("三点五万", 35_000)]
    public void TryRead_Number_GivesItsValue(string text, long expected)
    {
        Assert.True(ChineseNumber.TryRead(text, out decimal value));
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData("三两")]
    [InlineData("百千")]
    [InlineData("万")]
    [InlineData("千万百")]
    [InlineData("点")]
    [InlineData("三点")]
    [InlineData("二三百")]
    [InlineData("")]
    public void TryRead_NoNumber_SaysSo(string text) => Assert.False(ChineseNumber.TryRead(text, out _));

    [Theory]
    [InlineData(0, "零")]
    [InlineData(10, "十")]
    [InlineData(110, "一百一十")]
    [InlineData(1005, "一千零五")]
    [InlineData(10_000, "一万")]
    [InlineData(10_500, "一万零五百")]
    [InlineData(100_000_001, "一亿零一")]
    [InlineData(100_001_000, "一亿零一千")]
    [InlineData(890_000_000_000, "八千九百亿")]
    [InlineData(2_000_000_000_000, "二万亿")]
    [InlineData(4_132_000_000_000, "四万一千三百二十亿")]
    public void Write_Number_IsAsItIsSaid(long value, string expected) => Assert.Equal(expected, ChineseNumber.Write(value));

    [Fact]
    public void Write_RandomNumber_IsReadBack()
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        for (int i = 0; i < 2000; i++)
        {
            decimal value = random.NextInt64((long)Math.Pow(10, random.Next(1, 17)));

            string written = ChineseNumber.Write(value);

            Assert.True((ChineseNumber.TryRead(written, out decimal read) || value == 0) && read == value, $"seed {seed}: {value} as {written} is {read}");
        }
    }
}
