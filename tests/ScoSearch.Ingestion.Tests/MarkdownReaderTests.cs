using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.TestSupport;

namespace ScoSearch.Ingestion.Tests;

public sealed class MarkdownReaderTests
{
    private const string Text = """
        ---
        title: 修桥的账
        author: 王磊
        date: 2024-07-06
        tags: [桥, 账]
        ---
        # 修桥记

        老桥建于**清末**，桥面[^1]铺着青石板，两侧的栏杆
        在前年重新刷了[漆](http://a.b/c)。

        ## 缘起

        1. 清理
        2. 登记

        > 茶要热，话要慢。

        | 年份 | 间数 |
        | --- | --- |
        | 2019 | 36 |

        ```
        var a = 1;
        ```

        [^1]: 《镇志》卷三。
        """;

    [Fact]
    public void Read_AllBlocks_Come()
    {
        ReconstructedDocument document = Ingesting.One(Text, "a.md");

        Assert.Equal(["title:修桥记", "body:老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。", "heading:缘起", "body:1.清理", "body:2.登记",
            "quote:茶要热，话要慢。", "body:年份\t间数", "body:2019\t36", "body:var a = 1;", "footnote:[1] 《镇志》卷三。"], Ingesting.Lines(document));
        Assert.Equal(10, Assert.Single(document.Paragraphs[1].Footnotes).Paragraph);
        Assert.Equal(7, document.Paragraphs[0].Lines[0].First);
        Assert.Equal(new MetadataValue("修桥的账", MetadataOrigin.FrontMatter), document.Metadata.Title);
        Assert.Equal("2024-07-06", document.Metadata.Date?.Value);
        Assert.Equal("桥、账", document.Metadata.Other["tags"].Value);
    }

    [Fact]
    public void Read_LinesThatOpenItems_AreParagraphs()
    {
        string text = "第三条 下列情形，应予支持：\n（一）租金不明；\n（二）面积不符，误差超出\n百分之三的；\n（三）其他情形。\n";

        Assert.Equal(["body:第三条 下列情形，应予支持：", "body:（一）租金不明；", "body:（二）面积不符，误差超出百分之三的；", "body:（三）其他情形。"],
            Ingesting.Lines(Ingesting.One(text, "a.md")));
    }

    [Fact]
    public void Read_HardBreaks_PartParagraphs()
    {
        ReconstructedDocument document = Ingesting.One("　　老桥建于清末。  \n　　学校在桥的另一头。  \n　　集市逢五逢十开。\n", "a.md");

        Assert.Equal(["老桥建于清末。", "学校在桥的另一头。", "集市逢五逢十开。"], document.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void Read_EndlessNesting_IsErrorOrParagraphs()
    {
        IngestedFile file = Ingesting.Read(Encoding.UTF8.GetBytes(new string('>', 20_000) + "老桥"), "a.md");

        Assert.True(file.Succeeded || file.Error!.Error == DocumentReadError.Hostile);
    }

    [Fact]
    public void Read_DamagedBytes_GiveErrorOrParagraphs()
    {
        byte[] sound = Encoding.UTF8.GetBytes(Text);
        Random random = new(Fuzz.Seed);
        for (int i = 0; i < 150; i++)
        {
            IngestedFile file = Ingesting.Read(Fuzz.Damage(sound, random), "a.md");

            Assert.True(file.Succeeded || file.Error!.Message.Length > 0, $"seed {Fuzz.Seed}");
        }
    }

    [SharedDataFact]
    public void Read_EssayWithEndNotes_LinksAll()
    {
        string path = SharedData.PathOf("data", "eval", "messy", "essay-with-notes.md");

        ReconstructedDocument document = Ingesting.OneFile(path);

        Assert.Equal(14, document.Report.FootnotesLinked);
        Assert.Equal(14, document.Report.ParagraphsByKind[ParagraphKind.Footnote]);
    }

    [Fact]
    public void Read_HtmlBlocks_TheirTextComes()
    {
        const string Source = """
            # 修桥记

            <div class="note">
            <p>老桥建于清末，<b>桥面</b>铺着青石板。</p>
            <p>过桥往东走两百步。</p>
            </div>

            <!-- 草稿 -->

            <script>var a = "不是正文";</script>

            <table><tr><td>年份</td><td>间数</td></tr><tr><td>2019<br>年</td><td>36</td></tr></table>

            结尾。
            """;

        ReconstructedDocument document = Ingesting.One(Source, "a.md");

        Assert.Equal(
            ["title:修桥记", "body:老桥建于清末，桥面铺着青石板。", "body:过桥往东走两百步。", "body:年份\t间数", "body:2019年\t36", "body:结尾。"],
            Ingesting.Lines(document));
        Assert.Contains(document.Report.Removed, r => r.Rule == "html-block" && r.Count == 2);
        Assert.Equal([1, 4, 5, 12, 12, 14], document.Paragraphs.Select(p => p.Lines[0].First));
    }
}
