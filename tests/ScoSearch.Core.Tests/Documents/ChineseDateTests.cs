using ScoSearch.Core.Text;

namespace ScoSearch.Core.Tests.Documents;

public sealed class ChineseDateTests
{
    [Theory]
    [InlineData("2024年7月6日", "2024-07-06")]
    [InlineData("2024 年 7 月 6 日", "2024-07-06")]
    [InlineData("二〇二四年七月六日", "2024-07-06")]
    [InlineData("一九二八年十月二十五日", "1928-10-25")]
    [InlineData("２０２４年１２月", "2024-12")]
    [InlineData("二〇二四年", "2024")]
    [InlineData("2024", "2024")]
    [InlineData("2024-07-06T08:00:00+08:00", "2024-07-06")]
    [InlineData("2024/7/6", "2024-07-06")]
    [InlineData("2024.7.6", "2024-07-06")]
    [InlineData("发布时间：2024年2月29日 10:30", "2024-02-29")]
    [InlineData("2023年2月29日", "2023-02")]
    [InlineData("7月6日", null)]
    [InlineData("12024年", null)]
    [InlineData("", null)]
    public void ToIso_AsCertainAsTheText(string text, string? expected) => Assert.Equal(expected, ChineseDate.ToIso(text));
}
