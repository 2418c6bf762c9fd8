using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Papers pasted into one file: titles, sections and levels.</summary>
public sealed class PastedPapersTests
{
    private const string Body = "镇上的老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆，过往的人都说比从前好看；"
        + "过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门，掌柜姓王，祖上三代都在镇上开店。";

    private static readonly string Numbered = $"""
        1、老桥修缮的若干问题

        {Body}
        一、修缮的缘起
        {Body}
        二、修缮的办法
        1、先修桥面
        {Body}
        2、再修栏杆
        {Body}
        结束语：
        {Body}

        2、茶馆经营浅谈

        引言
        {Body}
        1早市
        1.1早市的客人，多是四乡赶集的农户和挑夫
        {Body}
        1.2早市的茶点
        {Body}
        2晚市
        {Body}
        结论
        {Body}

        3、集市管理研究

        {Body}
        一、集市的时间
        {Body}
        二、集市的地点
        {Body}
        """;

    [Fact]
    public void NumberedPapers_TitlesEndTheSectionsAbove()
    {
        ReconstructedDocument document = Reconstructing.Of(Numbered);

        Assert.Equal(["1、老桥修缮的若干问题", "2、茶馆经营浅谈", "3、集市管理研究"],
            document.Paragraphs.Where(p => p.Kind == ParagraphKind.Title).Select(p => p.Text));
        Assert.Equal(
            [
                "1 一、修缮的缘起", "1 二、修缮的办法", "2 1、先修桥面", "2 2、再修栏杆", "1 结束语：",
                "1 引言", "1 1早市", "2 1.1早市的客人，多是四乡赶集的农户和挑夫", "2 1.2早市的茶点", "1 2晚市", "1 结论",
                "1 一、集市的时间", "1 二、集市的地点",
            ],
            document.Paragraphs.Where(p => p.Kind == ParagraphKind.Heading).Select(p => $"{p.HeadingLevel} {p.Text}"));
        Assert.DoesNotContain(document.Paragraphs, p => p.Kind == ParagraphKind.Body && p.Text != Body);
    }

    [Fact]
    public void SectionsBetweenBlankLines_AreNoTitles()
    {
        string text = $"老桥修缮的若干问题\n\n一、修缮的缘起\n\n{Body}\n{Body}\n（一）缘起\n{Body}\n{Body}\n\n二、修缮的办法\n\n{Body}\n{Body}\n（一）办法\n{Body}\n{Body}\n";

        Assert.Equal(["老桥修缮的若干问题"],
            Reconstructing.Of(text).Paragraphs.Where(p => p.Kind == ParagraphKind.Title).Select(p => p.Text));
    }

    [Fact]
    public void TitleAboveAbstract_StartsATextWithItsAuthors()
    {
        string paper = $"""
            王磊，张敏
            （南河大学 经济学院，南河 310000）
            摘要：{Body}
            关键词：老桥；茶馆
            中图分类号：F320
            1 引言
            {Body}
            2 结论
            {Body}
            参考文献
            [1] 王磊. 老桥志[M]. 南河: 南河出版社, 2019.
            [2] 张敏. 茶馆[J]. 南河学刊, 2020(3): 12-15.
            """;

        ReconstructedDocument document = Reconstructing.Of($"老桥修缮研究\n{paper}\n茶馆经营研究\n{paper}");

        Assert.Equal(["老桥修缮研究", "茶馆经营研究"],
            document.Paragraphs.Where(p => p.Kind == ParagraphKind.Title).Select(p => p.Text));
        Assert.Equal(4, document.Paragraphs.Count(p => p.Kind == ParagraphKind.Byline));
        Assert.Equal(["1引言", "2结论", "参考文献", "1引言", "2结论", "参考文献"],
            document.Paragraphs.Where(p => p.Kind == ParagraphKind.Heading).Select(p => p.Text));
        Assert.All(document.Paragraphs, p => Assert.True(p.HeadingLevel <= 1));
    }

    [Fact]
    public void Chapters_EndAllLevelsBelow()
    {
        string text = $"第一章 老桥\n{Body}\n1.1 桥面\n{Body}\n1.1.1 石板\n{Body}\n1.2 栏杆\n{Body}\n本章小结\n{Body}\n第二章 茶馆\n{Body}\n2.1 早市\n{Body}\n参考文献\n[1] 王磊. 老桥志[M]. 南河: 南河出版社, 2019.\n";

        Assert.Equal(
            ["1 第一章 老桥", "2 1.1桥面", "3 1.1.1石板", "2 1.2栏杆", "2 本章小结", "1 第二章 茶馆", "2 2.1早市", "1 参考文献"],
            Reconstructing.Of(text).Paragraphs.Where(p => p.Kind == ParagraphKind.Heading).Select(p => $"{p.HeadingLevel} {p.Text}"));
    }

    [Fact]
    public void DataOverSeveralLines_IsOneParagraph()
    {
        string text = $"{Body}\n{{'first': {{'f': 0.25,\n   'p': 0.5}},\n 'second': {{'f': 0.125}}}}\n{Body}\n\n\n{Body}\n";

        Assert.Equal(4, Reconstructing.Texts(text).Length);
    }

    [Fact]
    public void QuestionsWithAnswersToChoose_AreNoHeadings()
    {
        string text = "1、老桥建于\nA．明末\nB．清末\nC．民国\n答案：B\n2、茶馆每天几点开门\nA．三点\nB．四点\nC．五点\n答案：B\n"
            + "【第一章】老桥在镇的\n东头\n西头\n【第一章】茶馆的掌柜姓\n王\n张\n【第一章】集市逢几开\n三六九\n二五八\n";

        Assert.DoesNotContain(Reconstructing.Of(text).Paragraphs, p => p.Kind == ParagraphKind.Heading);
    }

    [Fact]
    public void NotesBelowHeadings_AreFootnotesAndEndWithTheirLine()
    {
        string text = $"老桥修缮研究\n{Body}\n{Body}\nD=N/S （1）\n{Body}\n注释：\n①王磊：《老桥志》，南河出版社2019年版，第12页。\n②张敏：《集市》，载《南河学刊》2020年第3期\n"
            + $"参考文献：\n[1] 王磊. 老桥志[M]. 南河: 南河出版社, 2019.\n[2] 张敏. 茶馆[J]. 南河学刊, 2020(3): 12-15\n（责任编辑：李强）\n茶馆里的公共生活\n李强\n内容提要：{Body}\n{Body}\n";

        ReconstructedDocument document = Reconstructing.Of(text);

        Assert.Equal(4, document.Paragraphs.Count(p => p.Kind == ParagraphKind.Footnote));
        Assert.Contains(document.Paragraphs, p => p.Text == "D=N/S（1）");
        Assert.Equal(["老桥修缮研究", "茶馆里的公共生活"], document.Paragraphs.Where(p => p.Kind == ParagraphKind.Title).Select(p => p.Text));
        Assert.Equal(["（责任编辑：李强）", "李强"], document.Paragraphs.Where(p => p.Kind == ParagraphKind.Byline).Select(p => p.Text));
    }

    [Fact]
    public void Statute_LinesOnItsHistoryAreBylines()
    {
        string text = "南河省集市管理条例\n\n2004年5月28日 南河省第十届人民代表大会常务委员会第九次会议通过\n\n"
            + "根据2010年7月30日南河省第十一届人民代表大会常务委员会第十七次会议《关于修改部分地方性法规的决定》第一次修正\n\n"
            + "2018年11月29日 南河省第十三届人民代表大会常务委员会第六次会议修订\n\n第一章 总则\n\n第一条 为了规范集市管理，制定本条例。\n\n第二条 本条例自2019年1月1日起施行。\n";

        Assert.Equal(["title", "byline", "byline", "byline", "heading", "body", "body"],
            Reconstructing.Of(text).Paragraphs.Select(p => p.Kind.NameOf()));
    }

    [Fact]
    public void HeadsOfJournalPages_AreNoise()
    {
        string text = $"第32卷第4期                南 河 学 刊                Vol.32 No.4\n2020年4月              JOURNAL OF NANHE               Apr. 2020\n\n老桥修缮研究\n王　磊\n{Body}\n{Body}\n〔责任编辑：李　强〕\n";

        Assert.Equal(["noise", "noise", "title", "byline", "body", "body", "byline"], Reconstructing.Of(text).Paragraphs.Select(p => p.Kind.NameOf()));
    }

    [Fact]
    public void Letter_SignatureIsABylineAndAppendicesAreNoHeadings()
    {
        string text = $"关于修缮老桥的通知\n各村委员会：\n{Body}\n一、时间\n{Body}\n附件：1.便桥位置图\n2.绕行路线图\n南河镇人民政府\n2024年7月5日\n";

        Assert.Equal(["title", "body", "body", "heading", "body", "body", "body", "byline", "byline"],
            Reconstructing.Of(text).Paragraphs.Select(p => p.Kind.NameOf()));
    }

    [Fact]
    public void SpreadHeadingOfNotes_StartsNotes()
    {
        string text = $"论老桥\n王磊 2019年3月\n{Body}⑴\n{Body}\n　　注　　释\n　　〔1〕老桥在镇东，见《镇志》卷三。\n　　〔2〕参见《论集市》注〔3〕。\n";

        ReconstructedDocument document = Reconstructing.Of(text);

        Assert.Equal(["title", "byline", "body", "body", "heading", "footnote", "footnote"], document.Paragraphs.Select(p => p.Kind.NameOf()));
        Assert.Equal(6, Assert.Single(document.Paragraphs[2].Footnotes).Paragraph);
    }

    [Fact]
    public void PortalText_ParagraphsRunTogetherComeApart()
    {
        string text = $"&nbsp;老桥昨起封闭修缮 行人可走便桥\n\u3000\n\u3000\u3000\u3000老桥修缮现场。\u3000本报记者 王磊 摄\n\u3000\u3000新华网南河7月6日电（记者 王磊）{Body}\n"
            + $"\u3000\u3000{Body}\u3000\u3000据了解，便桥宽两米。&nbsp;&nbsp;&nbsp;&nbsp;渡口每天加开四班。\n\u3000\u3000[1] [2] [3] 下一页\n\u3000\u3000（责任编辑：张敏）&nbsp;&nbsp;\n";

        ReconstructedDocument document = Reconstructing.Of(text);

        Assert.Equal(
            [
                "title:老桥昨起封闭修缮 行人可走便桥", "caption:老桥修缮现场。本报记者 王磊 摄", $"body:新华网南河7月6日电（记者 王磊）{Body}",
                $"body:{Body}", "body:据了解，便桥宽两米。", "body:渡口每天加开四班。", "noise:[1] [2] [3]下一页", "byline:（责任编辑：张敏）",
            ],
            document.Paragraphs.Select(p => p.Kind.NameOf() + ":" + p.Text));
        Assert.Equal(("新华网", "王磊"), (document.Metadata.Source?.Value, document.Metadata.Author?.Value));
    }
}
