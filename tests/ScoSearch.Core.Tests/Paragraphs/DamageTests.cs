using System.Globalization;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Paragraphs;

public sealed class DamageTests
{
    private const string Bridge =
        "老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门，掌柜姓王。";

    private const string School =
        "学校在桥的另一头，原先是一座祠堂，院子里有两棵银杏树，秋天的时候落叶铺满台阶，孩子们放学以后在树下捡白果，带回家去煮粥。";

    private const string Market =
        "集市逢五逢十开，四乡的人都来，卖菜的、卖布的、修伞的各占一段路，中午以前最热闹，过了两点就渐渐散了，只剩下几个收拾摊子的人。";

    [Theory]
    [InlineData(21, "")]
    [InlineData(21, "\n")]
    [InlineData(28, "")]
    [InlineData(33, "\n")]
    [InlineData(40, "")]
    public void HardWrapped_WithIndent_IsJoined(int width, string blank)
    {
        string text = string.Join('\n', Wrapping.Wrap([Bridge, School, Market, Bridge, School], width, indent: true)
            .Select(l => l + (blank.Length > 0 ? "\n" : "")));

        Assert.Equal([Bridge, School, Market, Bridge, School], Reconstructing.Texts(text));
    }

    [Fact]
    public void CutByPage_WithFormFeedAndHead_IsJoined()
    {
        List<string> lines = Wrapping.Wrap([Bridge, School, Market, Bridge, School, Market], 24, indent: true);
        string text = "镇志 第1页\n" + string.Join('\n', lines[..7]) + "\n— 1 —\n\f镇志 第2页\n" + string.Join('\n', lines[7..14])
            + "\n— 2 —\n\f镇志 第3页\n" + string.Join('\n', lines[14..]) + "\n— 3 —\n";

        Assert.Equal([Bridge, School, Market, Bridge, School, Market], Reconstructing.Texts(text));
    }

    [Fact]
    public void OneLineAParagraph_StaysApart()
    {
        string[] lines = [Bridge, "茶馆不大。", School, "掌柜不常说话。", Market];

        Assert.Equal(lines, Reconstructing.Texts(string.Join('\n', lines)));
        Assert.Equal(lines, Reconstructing.Texts(string.Join("\n\n", lines)));
    }

    [Fact]
    public void DisplayTitleInsideParagraph_IsLiftedOut()
    {
        const string head = "修复工作先从屋顶开始，拆下的旧瓦逐片编号，破损的才换新瓦，木梁用桐油刷过三遍，石阶按原来的次序铺回去，工匠都是本镇";
        const string tail = "的老师傅，从前年春天做到去年秋天，前后用了一年半，没有换掉一根还能用的木头。";
        string text = $"{Bridge}\n\n{head}\n\n古建修复要点\n\n{tail}\n\n{School}\n";

        string[] got = Reconstructing.KindsAndTexts(text);

        Assert.Equal(["body:" + Bridge, "body:" + head + tail, "heading:古建修复要点", "body:" + School], got);
    }

    [Fact]
    public void FootnotesAtFootOfPage_AreLiftedOutAndLinked()
    {
        string text = """
            　　老桥建于清末，桥面铺着青石板，[1]两侧
            的栏杆在前年重新刷了漆。过桥往东走两百步，
            就是镇上唯一的茶馆，[2] 每天清早四点开门，
            掌柜姓王，茶客多半是赶早市的人，喝完一碗
            [1]　《镇志》卷三，县志办公室一九八六年印，第12页。
            [2]　据二〇二〇年普查，全镇有茶馆一家。
            """.ReplaceLineEndings("\n") + "\f就走。[1]学校在桥的另一头，原先是一座祠堂，\n院子里有两棵银杏树，秋天的时候落叶铺满台\n"
            + "阶，孩子们放学以后在树下捡白果。\n[1]　祠堂一九五二年改为学校。\n";

        ReconstructedDocument document = Reconstructing.Of(text);

        Assert.Equal(
            ["body", "footnote", "footnote", "footnote"], document.Paragraphs.Select(p => p.Kind.NameOf()));
        Assert.StartsWith("老桥建于清末，桥面铺着青石板，两侧的栏杆", document.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Contains("喝完一碗就走。学校在桥的另一头", document.Paragraphs[0].Text, StringComparison.Ordinal);
        Assert.Equal([2, 3, 4], document.Paragraphs[0].Footnotes.Select(f => f.Paragraph));
        Assert.Equal(3, document.Report.FootnotesLinked);
        Assert.Equal(document.Paragraphs[0].Text.IndexOf("两侧", StringComparison.Ordinal),
            document.Paragraphs[0].Footnotes[0].Offset);
    }

    [Fact]
    public void MarkerBesideNumber_DoesNotChangeTheNumber()
    {
        Paragraph paragraph = Reconstructing.Of("水位逐年下降。[2]2019年以后又升了。").Paragraphs[0];

        Assert.Equal("水位逐年下降。2019年以后又升了。", paragraph.Text);
        Assert.Equal(new FootnoteReference("[2]", 7, 0), paragraph.Footnotes[0]);
    }

    [Theory]
    [InlineData("他引用了[美]某人的书[J]，文号是[2023]12号，程序里写 a[1] 两次。")]
    [InlineData("工作分三步：①清理；②登记；③入库。")]
    public void OtherBrackets_Stay(string text) =>
        Assert.Equal(text.Replace(" ", "", StringComparison.Ordinal), Reconstructing.Texts(text)[0].Replace(" ", "", StringComparison.Ordinal));

    [Fact]
    public void ContinuationSign_IsNeverJoinedOver()
    {
        string text = $"{Bridge}\n\n{School[..30]}\n\n（下转第三版）\n\n（上接第一版）\n\n{School[30..]}\n\n{Market}\n";

        string[] got = Reconstructing.KindsAndTexts(text);

        Assert.Equal(["body:" + Bridge, "body:" + School[..30], "noise:（下转第三版）", "noise:（上接第一版）",
            "body:" + School[30..], "body:" + Market], got);
    }

    [Fact]
    public void Leftovers_AreTakenOutAndCounted()
    {
        ReconstructedDocument document = Reconstructing.Of("[bookmark: _GoBack]老桥建于清末。\u200B过桥{{PAGE}}往东走。HYPERLINK \"http://a.b\"");

        Assert.Equal("老桥建于清末。过桥往东走。", document.Paragraphs[0].Text);
        Assert.Equal(["bookmark", "field-code", "invisible", "placeholder"], document.Report.Removed.Select(r => r.Rule));
    }

    [Theory]
    [InlineData("共有 36 间，面积 2 千米。", "共有36间，面积2千米。")]
    [InlineData("王 磊 馆长到了。", "王磊 馆长到了。")]
    [InlineData("守住乡音 留住乡愁", "守住乡音 留住乡愁")]
    [InlineData("他读 The White House 的文章。", "他读The White House的文章。")]
    [InlineData("参见 “Old Bridges”, 载 《镇志》 卷三。", "参见“Old Bridges”,载 《镇志》 卷三。")]
    [InlineData("他说的 “老桥” 是石桥。", "他说的 “老桥” 是石桥。")]
    [InlineData("新华社北京7月6日电 2024年的老桥重开。", "新华社北京7月6日电 2024年的老桥重开。")]
    [InlineData("他说,\"先吃饭,再干活.\"", "他说,\"先吃饭,再干活.\"")]
    public void Spaces_OnlyTextStays(string source, string expected) =>
        Assert.Equal(expected, Reconstructing.Texts(source)[0]);

    [Theory]
    [InlineData("https://www.example.org/a/2024-", "07/08/content_1.shtml。")]
    [InlineData("https://www.example.org/a/2024/ ", "0705/7136.shtml。")]
    [InlineData("https://www.example.org/2024-year-in-re", "view.pdf。")]
    public void UrlCutByLine_GoesOnUnchanged(string first, string second)
    {
        string text = $"　　老桥的照片见网站，网址是\n{first}\n{second}\n　　学校在桥的另一头。\n　　集市逢五逢十开，四乡的人都来。\n";

        Assert.Contains(first.Trim() + second, string.Join('|', Reconstructing.Texts(text)), StringComparison.Ordinal);
    }

    [Fact]
    public void TwoTexts_SecondTitleIsTitle()
    {
        string text = $"修桥记\n\n本报记者 王磊\n\n{Bridge}\n\n{School}\n\n（新华社北京7月7日电）\n\n办学记\n\n{Market}\n\n{Bridge}\n";

        string[] got = Reconstructing.KindsAndTexts(text);

        Assert.Equal(["title:修桥记", "byline:本报记者 王磊", "body:" + Bridge, "body:" + School, "byline:（新华社北京7月7日电）",
            "title:办学记", "body:" + Market, "body:" + Bridge], got);
    }

    [Fact]
    public void RunInHeading_StaysInItsParagraph()
    {
        string text = $"一、怎么修桥\n{Bridge}\n（一）整理旧账。{School}\n（二）重建\n{Market}\n";

        string[] got = Reconstructing.KindsAndTexts(text);

        Assert.Equal(["heading:一、怎么修桥", "body:" + Bridge, "body:（一）整理旧账。" + School, "heading:（二）重建", "body:" + Market], got);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n\n")]
    [InlineData("\uFEFF\r\n\f\r\n")]
    [InlineData("[1]")]
    [InlineData("。")]
    [InlineData("a")]
    [InlineData("\uD800")]
    public void TinyInput_IsKept(string text) => Reconstructing.Of(text);

    [Fact]
    public void LineEnds_AllKindsAreLineEnds() =>
        Assert.Equal([Bridge, School, Market, Bridge], Reconstructing.Texts($"{Bridge}\r\n{School}\r{Market}\u2028{Bridge}"));

    [Fact]
    public void HugeLineAndManyBlankLines_AreRead()
    {
        string huge = string.Concat(Enumerable.Repeat(Bridge, 20_000));
        string text = huge + new string('\n', 10_000) + School;

        Assert.Equal([huge, School], Reconstructing.Texts(text));
    }

    [Fact]
    public void Metadata_ComesFromTheTextWithItsOrigin()
    {
        string text = $"修桥记\n\n——写在老桥重开之际\n\n王 磊 县志办主任\n\n新华社北京7月6日电 2024年7月2日至6日，老桥重开。{Bridge}\n\n{School}\n";

        DocumentMetadata metadata = Reconstructing.Of(text).Metadata;

        Assert.Equal(new MetadataValue("修桥记", MetadataOrigin.Text), metadata.Title);
        Assert.Equal("——写在老桥重开之际", metadata.Subtitle?.Value);
        Assert.Equal("王磊", metadata.Author?.Value);
        Assert.Equal("新华社", metadata.Source?.Value);
        Assert.Equal("2024-07-06", metadata.Date?.Value);
    }

    [Fact]
    public void CreditInTheLastParagraph_IsAuthorAndSource()
    {
        DocumentMetadata metadata = Reconstructing.Of($"修桥记\n\n{Bridge}\n\n{School}（人民日报记者王某 李某某）\n").Metadata;

        Assert.Equal("王某 李某某", metadata.Author?.Value);
        Assert.Equal("人民日报", metadata.Source?.Value);
    }

    [Fact]
    public void HeadingsThatLeadInByADash_StandBelowOthers()
    {
        IReadOnlyList<Paragraph> got = Reconstructing.Of(
            $"修桥记\n\n{Bridge}\n\n老桥新貌 古镇新生\n\n{School}\n\n屋顶先修——\n\n{Bridge}\n\n桥面后修——\n\n{School}\n\n明年再修 学校操场\n\n{Bridge}\n").Paragraphs;

        Assert.Equal(["老桥新貌 古镇新生", "屋顶先修——"], got[5].Section);
        Assert.Equal(["老桥新貌 古镇新生", "桥面后修——"], got[7].Section);
        Assert.Equal(["明年再修 学校操场"], got[^1].Section);
    }

    [Fact]
    public void SignOff_StandsInNoSection()
    {
        IReadOnlyList<Paragraph> got = Reconstructing.Of($"修桥记\n\n{Bridge}\n\n一、屋顶\n\n{School}\n\n（新华社北京7月7日电）\n").Paragraphs;

        Assert.Equal(["一、屋顶"], got[^2].Section);
        Assert.Equal(ParagraphKind.Byline, got[^1].Kind);
        Assert.Empty(got[^1].Section);
    }

    [Fact]
    public void Table_EveryCellALine_IsNotGlued()
    {
        string[] cells =
        [
            "货币资金", "40,962,331.62", "45,175,761.77", "应收票据", "50,000.00", "15,878,744.00", "应收分保合同准备金", "74,398,273.08",
            "76,253,768.68", "一年内到期的非流动资产", "12,436,695.05", "11,878,311.93", "可供出售的金融资产", "18,267,606.14",
            "13,123,072.43", "买入返售的金融资产", "12,097,633.35", "11,533,044.52",
        ];

        Assert.Equal(cells, Reconstructing.Texts(string.Join('\n', cells) + "\n"));
    }

    [Fact]
    public void LabelAboveEachTable_InsidePages_IsNoRunningHead()
    {
        StringBuilder pages = new();
        for (int page = 1; page <= 6; page++)
        {
            pages.Append("镇水务公司年度报告全文\n本页列出各村的用水量\n√适用 □ 不适用\n\n一村\n36\n二村\n48\n三村\n52\n")
                .Append(CultureInfo.InvariantCulture, $"第{page}张表的说明见附件\n\f");
        }

        string[] kinds = Reconstructing.KindsAndTexts(pages.ToString());

        Assert.Equal(6, kinds.Count(k => k == "noise:镇水务公司年度报告全文"));
        Assert.Equal(6, kinds.Count(k => k.EndsWith("√适用 □ 不适用", StringComparison.Ordinal) && !k.StartsWith("noise", StringComparison.Ordinal)));
    }
}
