using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Tests;

public sealed class PdfLayoutTests
{
    private static readonly string[] Left =
    [
        "　　老桥建于清末，桥面铺着青石板，两侧", "的栏杆在前年重新刷了漆，颜色仍用旧时的", "朱红。桥头的石狮子缺了一只耳朵，说是当",
        "年发大水的时候被漂下来的木头撞掉的，以", "后没有再补。过桥往东走两百步，是镇上唯", "一的茶馆，每天清早四点开门。",
    ];

    private static readonly string[] Right =
    [
        "　　学校在桥的另一头，门口有两棵槐树，", "树下常有老人下棋。学校原来是一座庙，一", "九五几年改成了学堂，大殿做了礼堂，两边",
        "的厢房做了教室。现在的教学楼是新盖的，", "可是钟楼还是原来的那一座，每天早晚各敲", "一次，全镇都听得见。",
    ];

    [PdfToolFact]
    public void Read_TwoColumns_AreReadOneAfterTheOther()
    {
        byte[] file = new PdfBuilder().Page()
            .Text(200, 60, 18, "镇上的两件旧物")
            .Lines(50, 100, 12, Left).Lines(310, 100, 12, Right)
            .Text(290, 770, 9, "- 1 -").Build();

        ReconstructedDocument document = Ingesting.One(file, "a.pdf");

        string[] bodies = [.. document.Paragraphs.Where(p => p.Kind == ParagraphKind.Body).Select(p => p.Text)];
        Assert.Equal([string.Concat(Left).TrimStart('　'), string.Concat(Right).TrimStart('　')], bodies);
        Assert.Contains(document.Paragraphs, p => p.Text == "镇上的两件旧物");
    }

    [PdfToolFact]
    public void Read_HeadWithItsNumberAtTheOtherEdge_IsNoRowOfATable()
    {
        PdfBuilder pages = new();
        for (int page = 1; page <= 4; page++)
        {
            pages.Page().Text(50, 40, 9, "镇上旧物札记").Text(500, 40, 9, $"{page}")
                .Lines(50, 100, 12, [.. Left.Concat(Right).Select(l => l.TrimStart('　')).Select(l => l[page..] + l[..page])]);
        }

        string[] read = Ingesting.Lines(Ingesting.One(pages.Build(), "a.pdf"));

        Assert.Equal(["1", "2", "3", "4"], read.Where(l => l.StartsWith("noise:镇上旧物札记", StringComparison.Ordinal)).Select(l => l[^1..]));
        Assert.DoesNotContain(read, l => l.Contains('\t', StringComparison.Ordinal));
        Assert.Equal(4, read.Count(l => l.StartsWith("noise:", StringComparison.Ordinal)));
    }

    [PdfToolFact]
    public void Read_TableAndHeadingsInAColumn_StayInIt()
    {
        PdfBuilder page = new PdfBuilder().Page().Text(200, 50, 18, "镇上的两件旧物").Text(292, 75, 12, "陈志远")
            .Text(310, 96, 13, "2 学校").Text(50, 104, 13, "1 老桥").Lines(50, 130, 12, Left).Lines(310, 120, 12, Right)
            .Lines(310, 240, 12, Left);
        for (int i = 0; i < 4; i++)
        {
            page.Text(50, 250 + (16 * i), 10, "全长拱高桥宽石狮".Substring(2 * i, 2)).Text(120, 250 + (16 * i), 10, $"3{i}.40").Text(180, 250 + (16 * i), 10, "不含引桥");
        }

        string[] read = Ingesting.Lines(Ingesting.One(page.Build(), "a.pdf"));

        string left = string.Concat(Left).TrimStart('　');
        Assert.Equal(
            ["heading:1老桥", "body:" + left, "body:全长\t30.40\t不含引桥", "body:拱高\t31.40\t不含引桥", "body:桥宽\t32.40\t不含引桥",
                "body:石狮\t33.40\t不含引桥", "heading:2学校", "body:" + string.Concat(Right).TrimStart('　'), "body:" + left], read[2..]);
    }

    [PdfToolFact]
    public void Read_SmallLinesAtTheFoot_AreNotesAndRaisedNumbersTheirMarkers()
    {
        byte[] file = new PdfBuilder().Page()
            .Lines(60, 80, 12, "　　老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆，颜色仍用",
                "旧时的朱红")
            .Text(120, 95, 7, "1").Text(124, 99.2, 12, "。桥长三十二米，宽五米，面积约一百六十平方米，每年春天要检")
            .Lines(60, 118.4, 12, "修一次，由镇上出钱", "　　学校在桥的另一头。")
            .Text(168, 114.2, 7, "2").Text(172, 118.4, 12, "。")
            .Lines(60, 700, 9, "1 《镇志》卷三，第二十页。光绪年间的刻本现在存放在县里的图书馆，可以借来看，也可以复印",
                "其中的几页。", "2 见本书第四章。")
            .Text(295, 770, 9, "12").Build();

        ReconstructedDocument document = Ingesting.One(file, "a.pdf");

        Paragraph[] notes = [.. document.Paragraphs.Where(p => p.Kind == ParagraphKind.Footnote)];
        Assert.Equal(
            ["1《镇志》卷三，第二十页。光绪年间的刻本现在存放在县里的图书馆，可以借来看，也可以复印其中的几页。", "2见本书第四章。"],
            notes.Select(n => n.Text));
        Paragraph body = document.Paragraphs.First(p => p.Kind == ParagraphKind.Body);
        Assert.Contains("旧时的朱红。桥长三十二米", body.Text, StringComparison.Ordinal);
        Assert.Equal(notes.Select(n => n.Number), body.Footnotes.Select(f => f.Paragraph));
    }

    [PdfToolFact]
    public void Read_RaisedNumberWithoutNote_StaysText()
    {
        byte[] file = new PdfBuilder().Page()
            .Text(60, 80, 12, "　　这块地的面积约有一百六十平方米").Text(264, 76, 7, "2").Text(268, 80, 12, "，够盖两间屋子了。").Build();

        Assert.Contains("平方米2，", Ingesting.One(file, "a.pdf").Paragraphs[0].Text, StringComparison.Ordinal);
    }

    [PdfToolFact]
    public void Read_Table_IsReadRowByRow()
    {
        byte[] file = new PdfBuilder().Page()
            .Text(60, 80, 12, "　　历年的桥和学校的数目都在下面的这张表里，是镇上的老会计抄下来的。")
            .Text(60, 110, 10, "年份").Text(200, 110, 10, "桥").Text(340, 110, 10, "学校")
            .Text(60, 130, 10, "2019").Text(200, 130, 10, "36").Text(340, 130, 10, "12")
            .Text(60, 150, 10, "2020").Text(200, 150, 10, "37").Text(340, 150, 10, "14").Build();

        Assert.Equal(["年份\t桥\t学校", "2019\t36\t12", "2020\t37\t14"],
            Ingesting.One(file, "a.pdf").Paragraphs.Skip(1).Select(p => p.Text));
    }

    [PdfToolFact]
    public void Read_TextPrintedTwiceToLookBold_ComesOnce()
    {
        byte[] file = new PdfBuilder().Page().Text(60, 80, 12, "初始条件和载荷").Text(60.3, 80, 12, "初始条件和载荷").Build();

        Assert.Equal("初始条件和载荷", Assert.Single(Ingesting.One(file, "a.pdf").Paragraphs).Text);
    }

    [PdfToolFact]
    public void Read_WordsOfADrawing_AreNoHeadings()
    {
        byte[] file = new PdfBuilder().Page()
            .Text(60, 80, 12, "　　系统功能层次的分解是按其结构自上而下进行的，一般从系统级开始。")
            .Text(250, 130, 10, "系统级").Text(180, 170, 10, "部件").Text(330, 170, 10, "部件").Text(250, 210, 10, "零件")
            .Text(200, 250, 10, "图2-4").Text(260, 250, 10, "分解示意框图").Build();

        ReconstructedDocument document = Ingesting.One(file, "a.pdf");

        Assert.DoesNotContain(document.Paragraphs, p => p.Kind == ParagraphKind.Heading);
        Assert.Equal("图2-4分解示意框图", document.Paragraphs[^1].Text);
        Assert.Equal(ParagraphKind.Caption, document.Paragraphs[^1].Kind);
    }

    [PdfToolFact]
    public void Read_HeadWithItsNumberOnALonePage_IsFurniture()
    {
        byte[] file = new PdfBuilder().Page().Text(50, 50, 12, "18").Text(74, 50, 12, "修桥技术与工艺").Lines(50, 100, 12, Left).Build();

        Assert.Equal(["noise:18修桥技术与工艺", "body:" + string.Concat(Left).TrimStart('　')], Ingesting.Lines(Ingesting.One(file, "a.pdf")));
    }

    [PdfToolFact]
    public void Read_NumberedHeadingAtTheTopOfAPage_IsNoFurniture()
    {
        byte[] file = new PdfBuilder().Page().Text(50, 50, 12, "1").Text(68, 50, 12, "修桥技术与工艺").Lines(50, 100, 12, Left).Build();

        Assert.DoesNotContain(Ingesting.One(file, "a.pdf").Paragraphs, p => p.Kind == ParagraphKind.Noise);
    }

    [PdfToolFact]
    public void Read_SignsWithoutCharacters_BeginItems()
    {
        PdfBuilder page = new PdfBuilder().Page().Lines(50, 60, 12, Left);
        string[] items = ["桥面的石板和两侧的栏杆以及桥头", "的石狮子；", "学校的钟楼、礼堂和教室", "老人下棋的地方"];
        for (int i = 0; i < items.Length; i++)
        {
            page.Text(90, 200 + (i * 19.2), 12, items[i]);
            if (i != 1)
            {
                page.Text(70, 200 + (i * 19.2), 12, "\u0001");
            }
        }

        string[] read = [.. Ingesting.Lines(Ingesting.One(page.Lines(50, 290, 12, Right).Build(), "a.pdf"))];

        Assert.Equal(["body:" + items[0] + items[1], "body:" + items[2], "body:" + items[3]], read[1..4]);
    }

    [PdfToolFact]
    public void Read_SmallCentredLineBelowAPicture_IsCaption()
    {
        byte[] file = new PdfBuilder().Page().Lines(50, 60, 12, Left).Text(134, 300, 9, "桥头的石狮子").Lines(50, 330, 12, Right).Build();

        Assert.Contains("caption:桥头的石狮子", Ingesting.Lines(Ingesting.One(file, "a.pdf")));
    }

    [PdfToolFact]
    public void Read_TickBoxes_AreNoHeadings()
    {
        PdfBuilder page = new PdfBuilder().Page()
            .Text(60, 60, 12, "一、桥的情况").Text(60, 100, 10, "√").Text(72, 100, 10, "适用").Text(96, 100, 10, "□").Text(110, 100, 10, "不适用")
            .Text(60, 120, 10, "老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。")
            .Text(60, 160, 12, "二、路的情况").Text(60, 200, 10, "□").Text(72, 200, 10, "适用").Text(96, 200, 10, "√").Text(110, 200, 10, "不适用");

        string[] lines = Ingesting.Lines(Ingesting.One(page.Build(), "a.pdf"));

        Assert.Equal(["heading:一、桥的情况", "body:√适用 □ 不适用"], lines[..2]);
        Assert.Equal(["heading:二、路的情况", "body:□ 适用√不适用"], lines[3..]);
    }

    [PdfToolFact]
    public void Read_NoText_SaysThatThereIsNoTextLayer() =>
        Assert.Equal(DocumentReadError.NoText, Ingesting.ErrorOf(new PdfBuilder().Page().Page().Build(), "a.pdf"));

    [PdfToolFact]
    public void Read_DamagedBytes_GiveErrorOrParagraphs()
    {
        byte[] sound = new PdfBuilder().Page().Lines(50, 100, 12, Left).Text(60, 700, 9, "1 《镇志》。").Build();
        Random random = new(Fuzz.Seed);
        ReadingOptions options = new() { ToolTimeout = TimeSpan.FromSeconds(20) };
        for (int i = 0; i < 60; i++)
        {
            IngestedFile file = Ingesting.Read(Fuzz.Damage(sound, random), "a.pdf", options);

            Assert.True(file.Succeeded || file.Error!.Message.Length > 0, $"seed {Fuzz.Seed}, round {i}");
        }
    }
}
