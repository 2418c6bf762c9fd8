using System.Globalization;
using System.IO;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Documents;

namespace ScoSearch.Cli.Commands;

/// <summary>Shows what became of a document to a person: what was found, what was left out, and every paragraph.</summary>
internal sealed class InspectReport(CommandContext context)
{
    private const int ShownRegimes = 12;

    private readonly Texts _texts = context.Texts;
    private readonly Style _style = new(context.Terminal.HasColor);
    private readonly StreamWriter _output = context.Terminal.Out;

    public void Write(ReconstructedDocument document)
    {
        _output.WriteLine(_style.Path(VisibleText.Of(document.Id)));
        WriteSource(document.Report);
        WriteMetadata(document.Metadata);
        WriteOutcome(document);
        _output.WriteLine();
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            WriteParagraph(paragraph);
        }

        _output.WriteLine();
    }

    private void WriteSource(ReconstructionReport report)
    {
        Line("格式", "format", report.ReaderName);
        if (report.Encoding is { } encoding)
        {
            string certainty = encoding.Certainty.ToString("0.00", CultureInfo.InvariantCulture);
            string evidence = EvidenceOf(encoding.Evidence);
            string replaced = encoding.Replaced == 0 ? "" : _style.Bad(_texts.Of(
                $"，{encoding.Replaced} 处无法解码", $", {encoding.Replaced} places undecodable"));
            Line("编码", "encoding", _texts.Of(
                $"{encoding.Name}，把握 {certainty}（{evidence}）", $"{encoding.Name}, certainty {certainty} ({evidence})") + replaced);
        }

        string pages = report.PageCount == 0 ? "" : _texts.Of($"，{report.PageCount} 页", $", {report.PageCount} pages");
        Line("行数", "lines", report.LineCount.ToString(CultureInfo.InvariantCulture) + pages);
        foreach (RegimeReport regime in report.Regimes.Take(ShownRegimes))
        {
            Line("版式", "layout", Describe(regime));
        }

        if (report.Regimes.Count > ShownRegimes)
        {
            int more = report.Regimes.Count - ShownRegimes;
            Line("版式", "layout", _texts.Of($"另有 {more} 处", $"{more} more"));
        }
    }

    private string EvidenceOf(string evidence) => evidence switch
    {
        "mark" => _texts.Of("有字节序标记", "byte order mark"),
        "override" => _texts.Of("由参数指定", "as asked"),
        "valid" => _texts.Of("字节序列合法", "the bytes are valid"),
        "statistics" => _texts.Of("按常用字统计", "common characters"),
        "declared" => _texts.Of("文件自己声明", "as declared in the file"),
        _ => evidence,
    };

    private string Describe(RegimeReport regime)
    {
        List<string> traits =
        [
            regime.MeasureInColumns == 0
                ? _texts.Of("一行一段", "a line is a paragraph")
                : _texts.Of($"每行 {regime.MeasureInColumns} 列处折行", $"wrapped at {regime.MeasureInColumns} columns"),
        ];
        if (regime.BlankLinesSeparate)
        {
            traits.Add(_texts.Of("空行分段", "blank lines separate"));
        }

        if (regime.Indented)
        {
            traits.Add(_texts.Of("段首缩进", "indented"));
        }

        string list = string.Join(_texts.Of("，", ", "), traits);
        return _texts.Of(
            $"第 {regime.Lines.First}–{regime.Lines.Last} 行：{list}", $"lines {regime.Lines.First}–{regime.Lines.Last}: {list}");
    }

    private void WriteMetadata(DocumentMetadata metadata)
    {
        foreach ((string name, MetadataValue value) in MetadataList.Of(metadata))
        {
            (string chinese, string english) = name switch
            {
                "title" => ("题目", name),
                "subtitle" => ("副题", name),
                "author" => ("作者", name),
                "source" => ("来源", name),
                "date" => ("日期", name),
                _ => (name, name),
            };
            Line(VisibleText.Of(chinese), VisibleText.Of(english), VisibleText.Of(value.Value) + _style.Dim(" ← " + OriginOf(value.Origin)));
        }
    }

    private string OriginOf(MetadataOrigin origin) => origin switch
    {
        MetadataOrigin.Caller => _texts.Of("调用者", "caller"),
        MetadataOrigin.Sidecar => _texts.Of("旁附的 .meta.json", ".meta.json beside it"),
        MetadataOrigin.FrontMatter => _texts.Of("文首字段", "front matter"),
        MetadataOrigin.FileProperties => _texts.Of("文件属性", "file properties"),
        _ => _texts.Of("正文", "text"),
    };

    private void WriteOutcome(ReconstructedDocument document)
    {
        ReconstructionReport report = document.Report;
        string kinds = string.Join(", ", ParagraphKinds.All.Where(report.ParagraphsByKind.ContainsKey)
            .Select(k => $"{k.NameOf()} {report.ParagraphsByKind[k]}"));
        Line("段落", "paragraphs", $"{document.Paragraphs.Count}: {kinds}");
        foreach (RemovedText removed in report.Removed)
        {
            Line("移除", "removed", _texts.Of(
                $"{removed.Rule}：{removed.Count} 处，{removed.Characters} 字",
                $"{removed.Rule}: {removed.Count} times, {removed.Characters} characters"));
        }

        if (report.FootnotesLinked + report.FootnotesUnlinked > 0)
        {
            string unlinked = _texts.Of($"未对上 {report.FootnotesUnlinked}", $"{report.FootnotesUnlinked} not linked");
            Line("脚注", "footnotes", _texts.Of($"已对上 {report.FootnotesLinked}，", $"{report.FootnotesLinked} linked, ")
                + (report.FootnotesUnlinked > 0 ? _style.Bad(unlinked) : unlinked));
        }

        string characters = _texts.Of(
            $"丢失 {report.CharactersLost}，多出 {report.CharactersInvented}",
            $"{report.CharactersLost} lost, {report.CharactersInvented} invented");
        Line("核对", "verified", report.FellBack
            ? _style.Bad(_texts.Of("没有通过，按原来的行列出", "failed; these are the plain lines")) : _style.Good(characters));
    }

    private void WriteParagraph(Paragraph paragraph)
    {
        string text = VisibleText.Of(paragraph.Text);
        string shown = paragraph.Kind switch
        {
            ParagraphKind.Title => _style.Title(text),
            ParagraphKind.Subtitle or ParagraphKind.Heading => _style.Bold(text),
            ParagraphKind.Footnote => _style.Note(text),
            ParagraphKind.Quote => _style.Quote(text),
            ParagraphKind.Caption => _style.Caption(text),
            ParagraphKind.Byline => _style.Path(text),
            ParagraphKind.Noise => _style.Dim(text),
            _ => text,
        };
        string notes = string.Concat(paragraph.Footnotes.Select(f =>
            $" {VisibleText.Of(f.Marker)}→{(f.Paragraph > 0 ? f.Paragraph.ToString(CultureInfo.InvariantCulture) : "?")}"));
        _output.WriteLine(_style.Dim($"{paragraph.Number,4} {NameOf(paragraph),-9} {PlaceOf(paragraph),-10} ") + shown + _style.Note(notes + HalvesOf(paragraph)));
    }

    // ⇢25 goes on in paragraph 25, ⇠40 began in paragraph 40
    private static string HalvesOf(Paragraph paragraph) =>
        (paragraph.ContinuedIn > 0 ? string.Create(CultureInfo.InvariantCulture, $" ⇢{paragraph.ContinuedIn}") : "")
        + (paragraph.Continues > 0 ? string.Create(CultureInfo.InvariantCulture, $" ⇠{paragraph.Continues}") : "");

    private static string NameOf(Paragraph paragraph) => paragraph.HeadingLevel > 0
        ? string.Create(CultureInfo.InvariantCulture, $"{paragraph.Kind.NameOf()}{paragraph.HeadingLevel}")
        : paragraph.Kind.NameOf();

    // p3:40-42 is page 3, lines 40 to 42
    private static string PlaceOf(Paragraph paragraph)
    {
        string lines = string.Join(',', paragraph.Lines.Select(l => l.First == l.Last ? $"{l.First}" : $"{l.First}-{l.Last}"));
        return paragraph.Page > 0 ? string.Create(CultureInfo.InvariantCulture, $"p{paragraph.Page}:{lines}") : lines;
    }

    private void Line(string chinese, string english, string value) =>
        _output.WriteLine($"  {_texts.Of(chinese, english)}: {value}");
}
