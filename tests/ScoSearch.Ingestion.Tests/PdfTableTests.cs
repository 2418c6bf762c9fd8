using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Tests;

/// <summary>Tables of PDF pages: rows 20 points apart, lines of one cell 15, characters of 10 points.</summary>
public sealed class PdfTableTests
{
    private const double Em = 10;

    [PdfToolFact]
    public void Read_CellOfSeveralLinesBesideCentredNumbers_IsOneRow()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "项目", "今年", "去年");
        Numbers(page, 120, "桥面", "36.50", "35.00");
        page.Text(60, 140, Em, "河道两岸的新旧").Text(60, 155, Em, "护栏");
        Numbers(page, 147.5, null, "1,200.00", "1,100.00");
        Numbers(page, 175, "路灯", "64.00", "60.00");
        Numbers(page, 195, "码头", "8.00", "9.00");

        Assert.Equal(
            ["项目\t今年\t去年", "桥面\t36.50\t35.00", "河道两岸的新旧护栏\t1,200.00\t1,100.00", "路灯\t64.00\t60.00", "码头\t8.00\t9.00"],
            Texts(page));
    }

    [PdfToolFact]
    public void Read_LabelsWithoutNumbers_AreRowsOfTheirOwn()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "项目", "今年", "去年");
        Numbers(page, 120, "桥面", "36.50", "35.00");
        Numbers(page, 140, "木栏杆和石栏杆");
        Numbers(page, 160, "护栏");
        Numbers(page, 180, "渡船");
        Numbers(page, 200, "路灯", "64.00", "60.00");
        Numbers(page, 220, "码头", "8.00", "9.00");

        Assert.Equal(
            ["项目\t今年\t去年", "桥面\t36.50\t35.00", "木栏杆和石栏杆", "护栏", "渡船", "路灯\t64.00\t60.00", "码头\t8.00\t9.00"],
            Texts(page));
        Assert.All(Ingesting.One(page.Build(), "a.pdf").Paragraphs, p => Assert.Equal(ParagraphKind.Body, p.Kind));
    }

    [PdfToolFact]
    public void Read_LinesAsFarApartAsRows_StayApart()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "项目", "今年", "去年");
        Numbers(page, 115, "桥面", "36.50", "35.00");
        Numbers(page, 130, "河道两岸的新旧");
        Numbers(page, 145, "护栏", "1,200.00", "1,100.00");
        Numbers(page, 160, "路灯", "64.00", "60.00");

        Assert.Equal(
            ["项目\t今年\t去年", "桥面\t36.50\t35.00", "河道两岸的新旧", "护栏\t1,200.00\t1,100.00", "路灯\t64.00\t60.00"],
            Texts(page));
    }

    [PdfToolFact]
    public void Read_LabelBesideLinesOfProse_KeepsEachInItsCell()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "项目", "今年", "去年");
        Numbers(page, 120, "桥面", "36.50", "35.00");
        Numbers(page, 140, "路灯", "64.00", "60.00");
        Numbers(page, 160, "码头", "8.00", "9.00");
        string[] prose =
        [
            "栏杆在前年重新刷了漆，颜色仍用旧时的朱红，桥头的石狮子", "缺了一只耳朵，说是当年发大水的时候被漂下来的木头撞掉的",
            "以后没有再补过，镇上的老人都这样说，年轻人却不大相信这", "些旧话。",
        ];
        for (int i = 0; i < prose.Length; i++)
        {
            page.Text(186, 180 + (15 * i), Em, prose[i]);
        }

        page.Text(60, 195, Em, "栏杆和石狮子以及其他说明").Text(60, 210, Em, "的来历");

        Assert.Equal("栏杆和石狮子以及其他说明的来历\t" + string.Concat(prose), Texts(page)[^1]);
    }

    [PdfToolFact]
    public void Read_TextCloseBehindANumberAtTheRightEdge_IsACellOfItsOwn()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "名称", "数量", "种类");
        Close(page, 120, "桥面", "257,055", "石料");
        Close(page, 140, "栏杆", "81,494", "木料");
        Close(page, 160, "路灯", "4,332", "铁料");

        Assert.Equal(["名称\t数量\t种类", "桥面\t257,055\t石料", "栏杆\t81,494\t木料", "路灯\t4,332\t铁料"], Texts(page));
    }

    [PdfToolFact]
    public void Read_DatesBelowEachOther_StayWhole()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "名称", "日期", "种类");
        for (int i = 0; i < 4; i++)
        {
            page.Text(60, 120 + (20 * i), Em, "工程" + "甲乙丙丁"[i]);
            page.Text(200, 120 + (20 * i), Em, "2018").Text(225, 120 + (20 * i), Em, "年").Text(240, 120 + (20 * i), Em, $"0{i + 1}")
                .Text(255, 120 + (20 * i), Em, "月").Text(340, 120 + (20 * i), Em, "石料");
        }

        Assert.Equal("工程乙\t2018年02月\t石料", Texts(page)[2]);
    }

    [PdfToolFact]
    public void Read_HeadOverTwoColumns_StandsInTheUpperOfTwoRows()
    {
        PdfBuilder page = new PdfBuilder().Page()
            .Text(300, 100, Em, "冻结情况").Text(70, 110, Em, "名称").Text(180, 110, Em, "数量")
            .Text(260, 120, Em, "状态").Text(380, 120, Em, "件数");
        for (int i = 0; i < 3; i++)
        {
            double y = 140 + (20 * i);
            page.Text(60, y, Em, "工程" + "甲乙丙"[i]).Text(180, y, Em, $"{36 + i}").Text(260, y, Em, "冻结").Text(380, y, Em, $"{12 + i}");
        }

        Assert.Equal(["名称\t数量\t冻结情况", "状态\t件数", "工程甲\t36\t冻结\t12"], Texts(page)[..3]);
    }

    [PdfToolFact]
    public void Read_CellOverTwoRows_StandsInTheUpper()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "名称", "日期", "件数");
        for (int i = 0; i < 4; i++)
        {
            page.Text(200, 120 + (20 * i), Em, $"2018-0{i + 1}-15").Text(340, 120 + (20 * i), Em, $"{12 + i}");
        }

        page.Text(60, 130, Em, "工程甲").Text(60, 170, Em, "工程乙");

        Assert.Equal(["工程甲\t2018-01-15\t12", "2018-02-15\t13", "工程乙\t2018-03-15\t14", "2018-04-15\t15"], Texts(page)[1..]);
    }

    [PdfToolFact]
    public void Read_TableOverTwoPages_LabelsAtTheTopAreRowsAndTheCutRowIsWhole()
    {
        PdfBuilder file = new PdfBuilder().Page().Text(200, 40, Em, "镇上的报告");
        Header(file, 640, "项目", "今年", "去年");
        Numbers(file, 660, "桥面", "36.50", "35.00");
        file.Text(80, 680, Em, "河道两岸新旧").Text(60, 695, Em, "护栏石狮子");
        Numbers(file, 715, "路灯", "64.00", "60.00");
        Numbers(file, 735, "码头", "8.00", "9.00");
        file.Text(80, 755, Em, "渡船码头摆渡").Text(60, 785, Em, "7");
        file.Page().Text(200, 40, Em, "镇上的报告").Text(60, 80, Em, "绳索");
        Numbers(file, 100, "树木");
        Numbers(file, 120, "庙宇", "12.00", "12.00");
        Numbers(file, 140, "学校", "3.00", "3.00");

        Paragraph[] rows = [.. Ingesting.One(file.Build(), "a.pdf").Paragraphs.Where(p => p.Kind != ParagraphKind.Noise)];

        Assert.Equal(["路灯\t64.00\t60.00", "码头\t8.00\t9.00", "渡船码头摆渡绳索", "树木", "庙宇\t12.00\t12.00"],
            rows.Select(r => r.Text).SkipWhile(t => !t.StartsWith("路灯", StringComparison.Ordinal)).Take(5));
        Assert.All(rows, r => Assert.Equal(ParagraphKind.Body, r.Kind));
    }

    [PdfToolFact]
    public void Read_ColumnsCloseToEachOther_AreCells()
    {
        PdfBuilder page = new PdfBuilder().Page().Text(60, 100, Em, "编号").Text(90, 100, Em, "设备").Text(130, 100, Em, "数量").Text(165, 100, Em, "状态");
        string[] states = ["运行正常，没有发现需要修理", "两台要大修，其余的正常", "运行正常", "已更换四扇"];
        for (int i = 0; i < states.Length; i++)
        {
            page.Text(60, 120 + (20 * i), Em, $"A-{i}").Text(90, 120 + (20 * i), Em, "水泵启闭闸门绞车".Substring(2 * i, 2))
                .Text(150 - (i == 1 ? 5 : 10), 120 + (20 * i), Em, i == 1 ? "8" : $"1{i}").Text(165, 120 + (20 * i), Em, states[i]);
        }

        Assert.Equal(["A-0\t水泵\t10\t运行正常，没有发现需要修理", "A-1\t启闭\t8\t两台要大修，其余的正常", "A-2\t闸门\t12\t运行正常"], Texts(page)[1..4]);
    }

    [PdfToolFact]
    public void Read_LabelBesideAHighCellOverTheOtherColumns_IsARow()
    {
        PdfBuilder page = new PdfBuilder().Page();
        for (int i = 0; i < 3; i++)
        {
            page.Text(60, 100 + (21 * i), Em, "姓名学历住址".Substring(2 * i, 2)).Text(140, 100 + (21 * i), Em, "王建国")
                .Text(240, 100 + (21 * i), Em, "性别专业电话".Substring(2 * i, 2)).Text(330, 100 + (21 * i), Em, "水利工程");
        }

        page.Text(60, 171, Em, "主要").Text(60, 186, Em, "经历")
            .Text(110, 163.5, Em, "二〇〇七年至二〇一二年在县水利局工作，任技术员，负责设")
            .Text(110, 178.5, Em, "计和施工；以后在镇水利站工作，任站长，主持堤防加固、水")
            .Text(110, 193.5, Em, "闸更换等工程。");

        Assert.Equal("主要经历\t二〇〇七年至二〇一二年在县水利局工作，任技术员，负责设计和施工；以后在镇水利站工作，任站长，主持堤防加固、水闸更换等工程。", Texts(page)[3]);
    }

    [PdfToolFact]
    public void Read_HeadsCentredOverTheirColumns_AreCells()
    {
        PdfBuilder page = new PdfBuilder().Page().Text(60, 100, Em, "试件编").Text(107, 100, Em, "掺量").Text(150, 100, Em, "抗压强度");
        for (int i = 0; i < 4; i++)
        {
            page.Text(60, 120 + (20 * i), Em, $"A-{i}").Text(122 - (i * 2.5), 120 + (20 * i), Em, "5" + i).Text(172, 120 + (20 * i), Em, $"4{i}.30");
        }

        Assert.Equal(["试件编\t掺量\t抗压强度", "A-0\t50\t40.30"], Texts(page)[..2]);
    }

    [PdfToolFact]
    public void Read_TextAtTheRightEdgeBehindANumber_IsACell()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "项目", "今年", "去年");
        Numbers(page, 120, "桥面", "36.50", "35.00");
        Numbers(page, 140, "路灯", "64.00", "60.00");
        Numbers(page, 160, "收益率", "5.67");
        page.Text(288, 160, Em, "比去年增加九点九九个百分点左右");

        Assert.Equal("收益率\t5.67\t比去年增加九点九九个百分点左右", Texts(page)[^1]);
    }

    [PdfToolFact]
    public void Read_TwoCellsOfTwoLines_AreOneRow()
    {
        PdfBuilder page = Header(new PdfBuilder().Page(), 100, "项目", "今年", "去年");
        Numbers(page, 120, "桥面", "36.50", "35.00");
        Numbers(page, 140, "路灯", "64.00", "60.00");
        page.Text(60, 160, Em, "上述桥梁和路灯的新").Text(60, 175, Em, "旧情况").Text(165, 160, Em, "桥面的石板是前年换的，路灯是去年换的，都由镇里出钱，没有欠")
            .Text(165, 175, Em, "债。");

        Assert.Equal("上述桥梁和路灯的新旧情况\t桥面的石板是前年换的，路灯是去年换的，都由镇里出钱，没有欠债。", Texts(page)[^1]);
    }

    [PdfToolFact]
    public void Read_SmallTableAtTheFoot_IsNoNote()
    {
        PdfBuilder page = new PdfBuilder().Page().Lines(60, 80, 12, "　　老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆，颜色仍用",
            "旧时的朱红，桥头的石狮子缺了一只耳朵。");
        for (int i = 1; i <= 4; i++)
        {
            page.Text(60, 660 + (20 * i), 9, $"{i}").Text(160, 660 + (20 * i), 9, "桥路灯树"[i - 1] + "的名称").Text(300, 660 + (20 * i), 9, $"3{i}.50");
        }

        Assert.DoesNotContain(Ingesting.One(page.Build(), "a.pdf").Paragraphs, p => p.Kind == ParagraphKind.Footnote);
    }

    [PdfToolFact]
    public void Read_TableSetLargerThanTheText_RowsAreWhole()
    {
        PdfBuilder page = new PdfBuilder().Page().Lines(60, 40, 8, "　　历年的桥和学校的数目都在下面的这张表里，是镇上的老会计抄下来的，他记账记了四十年，",
            "从来没有错过一个数字，镇上的人都知道，县里的人也都知道，所以这张表可以放心地用。");
        page.Text(80, 100, 12, "项目").Text(220, 100, 12, "今年").Text(360, 100, 12, "去年")
            .Text(60, 133, 12, "河道两岸的新旧").Text(60, 151, 12, "护栏").Text(220, 142, 12, "36.50").Text(360, 142, 12, "35.00")
            .Text(60, 175, 12, "桥头的各种新旧").Text(60, 193, 12, "石狮子").Text(220, 184, 12, "12.00").Text(360, 184, 12, "11.00")
            .Text(60, 217, 12, "路灯").Text(220, 217, 12, "6.00").Text(360, 217, 12, "5.00");

        Assert.Equal(["项目\t今年\t去年", "河道两岸的新旧护栏\t36.50\t35.00", "桥头的各种新旧石狮子\t12.00\t11.00", "路灯\t6.00\t5.00"], Texts(page)[1..]);
    }

    [PdfToolFact]
    public void Read_HeadingAndTextBetweenTwoTables_AreNoRows()
    {
        PdfBuilder page = new PdfBuilder().Page();
        foreach (double y in new double[] { 60, 200 })
        {
            Header(page, y, "项目", "今年", "去年");
            Numbers(page, y + 20, "桥面", "36.50", "35.00");
            Numbers(page, y + 40, "路灯", "64.00", "60.00");
            Numbers(page, y + 60, "码头", "8.00", "9.00");
        }

        page.Text(60, 148, 11, "二、存在的问题").Text(80, 172, Em, "部分渠道的护坡在汛期被冲毁，需要在明年春季以前修复。");

        string[] read = Ingesting.Lines(Ingesting.One(page.Build(), "a.pdf"));

        Assert.Contains("heading:二、存在的问题", read);
        Assert.Contains("body:部分渠道的护坡在汛期被冲毁，需要在明年春季以前修复。", read);
    }

    [PdfToolFact]
    public void Read_UnitAtTheRightEdgeOfATitle_IsCaptionOfItsOwn()
    {
        PdfBuilder page = new PdfBuilder().Page().Lines(60, 40, 12, "　　历年的桥和学校的数目都在下面的这张表里，是镇上的老会计抄下来的。");
        page.Text(60, 80, Em, "1、桥和路的数目").Text(400, 80, Em, "单位：万元").Text(480, 80, Em, "币种：人民币");
        Header(page, 100, "项目", "今年", "去年");
        Numbers(page, 120, "桥面", "36.50", "35.00");
        Numbers(page, 140, "路灯", "64.00", "60.00");

        Paragraph[] read = [.. Ingesting.One(page.Build(), "a.pdf").Paragraphs];

        Assert.Equal("1、桥和路的数目", read[1].Text);
        Assert.Equal((ParagraphKind.Caption, "单位：万元 币种：人民币"), (read[2].Kind, read[2].Text));
        Assert.Equal("项目\t今年\t去年", read[3].Text);
    }

    private static PdfBuilder Header(PdfBuilder page, double y, string first, string second, string third) =>
        page.Text(80, y, Em, first).Text(220, y, Em, second).Text(360, y, Em, third);

    // Numbers at the right edges of their columns.
    private static void Numbers(PdfBuilder page, double y, string? label, params string[] numbers)
    {
        if (label is not null)
        {
            page.Text(60, y, Em, label);
        }

        for (int i = 0; i < numbers.Length; i++)
        {
            page.Text(280 + (140 * i) - (numbers[i].Length * Em / 2), y, Em, numbers[i]);
        }
    }

    private static void Close(PdfBuilder page, double y, string label, string number, string kind) =>
        page.Text(60, y, Em, label).Text(300 - (number.Length * Em / 2), y, Em, number).Text(303, y, Em, kind);

    private static string[] Texts(PdfBuilder page) => [.. Ingesting.One(page.Build(), "a.pdf").Paragraphs.Select(p => p.Text)];
}
