namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Forms and tables that were extracted as one line a cell.</summary>
public sealed class FormTests
{
    private const string Prose = "老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆，颜色仍用旧时的朱红。";

    [Fact]
    public void Reconstruct_TickBoxes_AreNoHeadings()
    {
        string[] lines = Reconstructing.KindsAndTexts(Prose + "\n\n一、桥的情况\n\n桥是否要修\n\n√ 适用 □ 不适用\n\n" + Prose + "\n\n☑ 是 ☐ 否\n\n" + Prose + "\n");

        Assert.Equal(["body:" + Prose, "heading:一、桥的情况", "body:桥是否要修", "body:√适用 □ 不适用", "body:" + Prose, "body:☑是☐否", "body:" + Prose], lines);
    }

    [Theory]
    [InlineData("单位：元", "caption")]
    [InlineData("（单位：万元）", "caption")]
    [InlineData("金额单位：人民币万元", "caption")]
    [InlineData("编制单位：镇上的桥梁公司", "body")]
    public void Reconstruct_UnitOfATable_IsCaption(string line, string kind) =>
        Assert.Equal($"{kind}:{line}", Reconstructing.KindsAndTexts(Prose + "\n\n" + line + "\n\n项目\n\n今年\n\n去年\n\n桥面\n\n36\n")[1]);

    [Fact]
    public void Reconstruct_NumberedLabelBeforeItsAmount_IsNoHeading()
    {
        string[] lines = Reconstructing.KindsAndTexts(
            "一、桥的收支\n\n" + Prose + "\n\n二、收入\n\n1,200.00\n\n1,100.00\n\n三、支出\n\n-36.50\n\n四、路的收支\n\n" + Prose + "\n");

        Assert.Equal(["heading:一、桥的收支", "heading:四、路的收支"], lines.Where(l => l.StartsWith("heading:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reconstruct_DatesBetweenCells_AreCells()
    {
        string[] lines = Reconstructing.KindsAndTexts(Prose + "\n\n事项\n\n日期\n\n修桥\n\n2017年06月05日\n\n铺路\n\n2017年09月17日\n\n种树\n\n" + Prose + "\n");

        Assert.DoesNotContain(lines, l => l.StartsWith("byline:", StringComparison.Ordinal));
    }

    [Fact]
    public void Reconstruct_PageNumberBeforeTheLastCells_IsNoise()
    {
        string text = string.Join('\f', Enumerable.Range(1, 5).Select(i =>
            $"{Prose[(4 * i)..]}\n" + (i == 3 ? "3\n桥面\n路灯\n码头\n" : $"{"石木铁土砖"[i - 1]}料\n{"春夏秋冬年"[i - 1]}天\n{i}\n")));

        Assert.Equal(5, Reconstructing.KindsAndTexts(text).Count(l => l.StartsWith("noise:", StringComparison.Ordinal)));
    }

    [Fact]
    public void Reconstruct_LineWithAnOpenBracket_GoesOnWithItsEnd()
    {
        string[] lines = Reconstructing.KindsAndTexts(
            "　　老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷\n了漆，颜色仍用旧时的朱红。过桥往东走两百步，就是镇上唯一\n的茶馆，每天清早四点开门。\n"
            + "　　桥头的石狮子（缺了一只耳朵\n的那只），说是当年发大水的时候被漂下来的木头撞掉的，以\n后没有再补，镇上的老人都这样说，年轻人却不大相信这些旧话\n。\n");

        Assert.Contains(lines, l => l.Contains("缺了一只耳朵的那只），说是", StringComparison.Ordinal));
    }
}
