using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>What tools that read PDF do to a text, one thing at a time.</summary>
public sealed class ExtractionTests
{
    private const string Bridge =
        "老桥建于清末，桥面铺着青石板，两侧的栏杆在前年重新刷了漆。过桥往东走两百步，就是镇上唯一的茶馆，每天清早四点开门，掌柜姓王。";

    private const string School =
        "学校在桥的另一头，原先是一座祠堂，院子里有两棵银杏树，秋天的时候落叶铺满台阶，孩子们放学以后在树下捡白果，带回家去煮粥。";

    private const string Market =
        "集市逢五逢十开，四乡的人都来，卖菜的、卖布的、修伞的各占一段路，中午以前最热闹，过了两点就渐渐散了，只剩下几个收拾摊子的人。";

    [Theory]
    [InlineData("青石板，1两侧", "祠堂，2院子", "1 镇志卷二，第七页。", "2 同上，第九页。")]
    [InlineData("刷了漆。 1过桥", "祠堂2，院子", "1镇志卷二，第七页。", "2同上，第九页。")]
    [InlineData("青石板，①两侧", "祠堂，②院子", "①镇志卷二，第七页。", "②同上，第九页。")]
    [InlineData("青石板，（1）两侧", "祠堂，（2）院子", "（1）镇志卷二，第七页。", "（2）同上，第九页。")]
    public void NumberBehindText_WithFootnoteOfThatNumber_IsMarker(string first, string second, string note, string next)
    {
        string bridge = Bridge.Replace(Unmarked(first), first, StringComparison.Ordinal);
        string school = School.Replace(Unmarked(second), second, StringComparison.Ordinal);
        string text = Indented([bridge, school, Market]) + "\n" + note + "\n" + next + "\n\f" + Indented([Market + Bridge, Bridge]);

        Assert.Equal(
            ["body:" + Bridge, "body:" + School, "body:" + Market, "footnote:" + note, "footnote:" + next,
                "body:" + Market + Bridge, "body:" + Bridge],
            Reconstructing.KindsAndTexts(text));
    }

    [Fact]
    public void NumberBehindText_WithoutFootnote_StaysText()
    {
        string bridge = Bridge.Replace("青石板，", "青石板，3条", StringComparison.Ordinal);

        Assert.Equal([bridge, School, Market, Bridge], Reconstructing.Texts(Indented([bridge, School]) + "\n\f" + Indented([Market, Bridge])));
    }

    [Fact]
    public void NotesAtTheEnd_WithNumbersWithoutBrackets_AreFootnotes()
    {
        string text = Indented([
            Bridge.Replace("青石板，", "青石板，1", StringComparison.Ordinal), School.Replace("祠堂，", "祠堂，2", StringComparison.Ordinal),
            Market.Replace("都来，", "都来，3", StringComparison.Ordinal)])
            + "\n\n注释\n\n1 镇志卷二，第七页。\n2 同上，第九页。\n\n\f3 据集市管理所的账册。\n";

        Assert.Equal(
            ["body:" + Bridge, "body:" + School, "body:" + Market, "heading:注释", "footnote:1 镇志卷二，第七页。",
                "footnote:2 同上，第九页。", "footnote:3 据集市管理所的账册。"],
            Reconstructing.KindsAndTexts(text));
    }

    [Fact]
    public void RunningHeadThatIsTheTitle_TitleStaysTitle()
    {
        string[] pages = [.. Enumerable.Range(1, 4).Select(i => Indented([Bridge, School, Market]) + $"\n— {i} —\n\f")];
        string text = "桥与集市\n\n桥与集市\n陈立秋\n" + string.Join("桥与集市\n", pages);

        string[] got = Reconstructing.KindsAndTexts(text);

        Assert.Equal(["noise:桥与集市", "title:桥与集市", "byline:陈立秋"], got[..3]);
        Assert.Equal(1, got.Count(g => g == "title:桥与集市"));
        Assert.Equal(4, got.Count(g => g == "noise:桥与集市"));
    }

    [Fact]
    public void MarkerThatSlippedOutOfItsLine_IsTakenOut()
    {
        string[] lines = [.. Wrapping.Wrap([Bridge, School, Market, Bridge, School], 24, indent: true)];
        string text = string.Join('\n', lines[..1]) + "\n[1]\n\n" + string.Join('\n', lines[1..]) + "\n\n[1] 镇志卷二，第七页。\n\f" + lines[0];

        ReconstructedDocument document = Reconstructing.Of(text);

        Assert.Equal(Bridge, document.Paragraphs[0].Text);
        Assert.Equal("[1]", Assert.Single(document.Paragraphs[0].Footnotes).Marker);
    }

    [Fact]
    public void BlockQuotationSetNarrower_IsOneParagraph()
    {
        string text = Indented([Bridge, School, Market]) + "\n" + string.Join('\n', Wrapping.Wrap([School], 22, indent: false))
            + "\n" + Indented([Market, Bridge]);

        Assert.Equal([Bridge, School, Market, School, Market, Bridge], Reconstructing.Texts(text));
    }

    [Fact]
    public void PiecesOfOneLine_AreJoined()
    {
        List<string> lines = Wrapping.Wrap([Bridge, School, Market, Bridge, School], 30, indent: true);
        string text = string.Join('\n', lines.Select((l, i) => i % 9 == 4 ? Cut(l) : l));

        Assert.Equal([Bridge, School, Market, Bridge, School], Reconstructing.Texts(text));
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public void ColumnsSideBySide_AreReadOneBelowTheOther(int columns)
    {
        string[] paragraphs = [.. Enumerable.Range(0, columns).SelectMany(_ => new[] { Bridge, School, Market, School, Bridge })];
        List<string> lines = Wrapping.Wrap(paragraphs, 20, indent: true);
        int height = (lines.Count + columns - 1) / columns;
        IEnumerable<string> rows = Enumerable.Range(0, height).Select(r => string.Concat(
            Enumerable.Range(0, columns).Select(c => (c * height) + r < lines.Count ? lines[(c * height) + r].PadRight(26) : "")).TrimEnd());

        string text = "          桥与集市\n\n" + string.Join('\n', rows.Select(r => r.Replace("　", "  ", StringComparison.Ordinal))) + "\n\f";

        ExtractedText extracted = new PlainTextReader().Read(
            SourceDocument.FromText("columns", text), new ReadingOptions(), CancellationToken.None)[0];
        ReconstructedDocument document = ParagraphReconstructor.Reconstruct(extracted);
        Losslessness.Check(extracted, document);
        Assert.Equal(["桥与集市", .. paragraphs], document.Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void RowsOfATable_AreNoColumns()
    {
        string text = "名称        产量        说明\n" + string.Concat(Enumerable.Range(1, 20).Select(i => $"第{i}村        {i * 37}        稻米和油菜\n")) + "\f";

        ExtractedText extracted = new PlainTextReader().Read(
            SourceDocument.FromText("table", text), new ReadingOptions(), CancellationToken.None)[0];

        Assert.Equal(text, extracted.Text);
    }

    private static string Unmarked(string text) => string.Concat(text.Where(c => !" 12①②（）".Contains(c, StringComparison.Ordinal)));

    private static string Indented(string[] paragraphs) => string.Join('\n', Wrapping.Wrap(paragraphs, 30, indent: true));

    // Cut before the last comma inside the line, as some tools do where it was squeezed.
    private static string Cut(string line)
    {
        int at = line.LastIndexOf('，', line.Length - 2);
        return at > 8 ? line[..at] + "\n" + line[at..] : line;
    }
}
