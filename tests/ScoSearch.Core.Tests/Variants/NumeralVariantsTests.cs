using ScoSearch.Core.Variants;

namespace ScoSearch.Core.Tests.Variants;

public sealed class NumeralVariantsTests
{
    [Theory]
    [InlineData("三个国家", "3个")]
    [InlineData("3个国家", "三个")]
    [InlineData("十二月", "12月")]
    [InlineData("第3次会议", "第三次")]
    [InlineData("二〇二五年", "2025年 二零二五年 二千零二十五年 两千零二十五年")]
    [InlineData("2025年", "二〇二五年 二零二五年 二千零二十五年 两千零二十五年")]
    [InlineData("百分之四十", "40%")]
    [InlineData("40%", "百分之四十")]
    [InlineData("40.5%", "百分之四十点五")]
    [InlineData("八千九百亿美元", "8900亿美")]
    [InlineData("8900亿美元", "八千九百亿美")]
    [InlineData("3.5万", "三万五千 三点五万 35000 35,000")]
    [InlineData("一带一路", "")]
    [InlineData("三股势力", "3股")]
    [InlineData("5g网络", "")]
    [InlineData("c5+1", "")]
    [InlineData("2025-06-15", "")]
    [InlineData("万里长城", "")]
    [InlineData("", "")]
    public void Find_Query_GivesTheOtherForms(string folded, string expected) =>
        Assert.Equal(expected, string.Join(' ', NumeralVariants.Find(folded)));

    [Fact]
    public void Find_ManyNumbers_StaysSmall() =>
        Assert.True(NumeralVariants.Find(string.Join('，', Enumerable.Range(10, 200).Select(i => $"{i}个"))).Count
            <= NumeralVariants.MaxNumerals * NumeralVariants.MaxForms);
}
