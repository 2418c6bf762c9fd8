using ScoSearch.Core.Citing;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Tests.Citing;

public sealed class CitationWriterTests
{
    private static readonly DateOnly Accessed = new(2026, 11, 28);

    [Theory]
    [InlineData("人民日报", "2024-07-05", null, "张三. 上合组织峰会召开[N]. 人民日报, 2024-07-05.")]
    [InlineData("新华社", "2024-07", null, "张三. 上合组织峰会召开[N]. 新华社, 2024-07.")]
    [InlineData("新华网", "2024-07-05", null, "张三. 上合组织峰会召开[EB/OL]. (2024-07-05)[2026-11-28]. 新华网.")]
    [InlineData("https://www.sectsco.org/a", null, null, "张三. 上合组织峰会召开[EB/OL]. [2026-11-28]. https://www.sectsco.org/a.")]
    [InlineData("《俄罗斯东欧中亚研究》", "2021-06-15", 33, "张三. 上合组织峰会召开[J]. 俄罗斯东欧中亚研究, 2021: 33.")]
    [InlineData("国务院公报", "2021", null, "张三. 上合组织峰会召开[J]. 国务院公报, 2021.")]
    [InlineData("世界知识出版社", "2019", 12, "张三. 上合组织峰会召开[M]. 世界知识出版社, 2019: 12.")]
    [InlineData("notes.txt", "2019-01", 2, "张三. 上合组织峰会召开[Z]. notes.txt, 2019-01: 2.")]
    [InlineData(null, null, null, "张三. 上合组织峰会召开[Z].")]
    public void Gbt7714_Source_DecidesTheForm(string? source, string? date, int? page, string expected)
    {
        DocumentInfo document = new("a.txt", "上合组织峰会召开", "张三", source, date);

        Citation citation = CitationWriter.Write(document, PlaceOf(page, null), Accessed, MessageLanguage.Chinese);

        Assert.Equal(expected, citation.Gbt7714);
    }

    [Theory]
    [InlineData("张三、李四", "张三, 李四. ")]
    [InlineData("张三，李四；王五、赵六", "张三, 李四, 王五, 等. ")]
    [InlineData("Li, Wang, Zhao, Qian", "Li, Wang, Zhao, et al. ")]
    [InlineData(null, "")]
    public void Gbt7714_Authors_AreAtMostThree(string? author, string expected)
    {
        DocumentInfo document = new("a.txt", "题名", author, null, null);

        Assert.Equal(
            expected + "题名[Z].", CitationWriter.Write(document, PlaceOf(null, null), null, MessageLanguage.Chinese).Gbt7714);
    }

    [Fact]
    public void Text_EverythingKnown_NamesIt()
    {
        DocumentInfo document = new("a.txt", "上合组织峰会召开", "张三", "人民日报", "2024-07-05");

        Assert.Equal(
            "张三：《上合组织峰会召开》，人民日报，2024年7月5日，“一、成果”，第12段，第3页。",
            CitationWriter.Write(document, PlaceOf(3, "一、成果"), null, MessageLanguage.Chinese).Text);
        Assert.Equal(
            "张三, “上合组织峰会召开”, 人民日报, 2024-07-05, section “一、成果”, paragraph 12, p. 3.",
            CitationWriter.Write(document, PlaceOf(3, "一、成果"), null, MessageLanguage.English).Text);
    }

    [Fact]
    public void Text_NothingKnown_NamesIdAndNumber()
    {
        DocumentInfo document = new("深/b.txt", null, null, null, null);

        Assert.Equal(
            "《深/b.txt》，第12段。", CitationWriter.Write(document, PlaceOf(null, null), null, MessageLanguage.Chinese).Text);
    }

    private static ParagraphInfo PlaceOf(int? page, string? section) => new(12, "body", section, page, null, null);
}
