using System.Globalization;
using System.IO;
using System.Text;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary>Says where a paragraph stands and what belongs to it.</summary>
internal static class ParagraphPlace
{
    private const string Indent = "     ";

    /// <summary>Kind, page, line and date, each after two blanks.</summary>
    public static string Describe(DocumentInfo document, ParagraphInfo paragraph, Texts texts)
    {
        StringBuilder place = new();
        place.Append("  ").Append(texts.Of(NameOf(paragraph.Kind), paragraph.Kind));
        if (paragraph.Page is int page)
        {
            place.Append(CultureInfo.InvariantCulture, $"  {texts.Of("页", "page")} {page}");
        }

        if (paragraph.FirstLine is int line)
        {
            place.Append(CultureInfo.InvariantCulture, $"  {texts.Of("行", "line")} {line}");
        }

        if (document.Date is string date)
        {
            place.Append("  ").Append(date);
        }

        return place.ToString();
    }

    /// <summary>Writes the footnotes of a paragraph, or the sentence that a footnote belongs to.</summary>
    public static void WriteNotes(
        StreamWriter output, IReadOnlyList<FootnoteInfo> footnotes, FootnoteAnchor? anchor, Style style, Texts texts)
    {
        foreach (FootnoteInfo note in footnotes.Where(note => note.Text is not null))
        {
            output.WriteLine(Indent + style.Dim($"{note.Marker} {VisibleText.Of(note.Text!.ReplaceLineEndings(" "))}"));
        }

        if (anchor is not null)
        {
            output.WriteLine(Indent + style.Dim(
                texts.Of("注在 ", "note to ") + $"{VisibleText.Of(anchor.Id)}  {VisibleText.Of(anchor.Sentence.ReplaceLineEndings(" "))}"));
        }
    }

    /// <summary>Writes where a paragraph that was torn apart goes on, or where it began.</summary>
    public static void WriteHalves(
        StreamWriter output, ContextParagraph? continuedIn, ContextParagraph? continues, Style style, Texts texts)
    {
        WriteHalf(output, texts.Of("下接", "continued in"), continuedIn, style);
        WriteHalf(output, texts.Of("上接", "continues"), continues, style);
    }

    private static void WriteHalf(StreamWriter output, string name, ContextParagraph? half, Style style)
    {
        if (half is not null)
        {
            output.WriteLine(Indent + style.Dim($"{name} {VisibleText.Of(half.Id)}  {VisibleText.Of(half.Text.ReplaceLineEndings(" "))}"));
        }
    }

    private static string NameOf(string kind) => kind switch
    {
        "title" => "标题",
        "subtitle" => "副标题",
        "byline" => "署名",
        "heading" => "小标题",
        "footnote" => "脚注",
        "quote" => "引文",
        "caption" => "图注",
        "noise" => "杂项",
        _ => "正文",
    };
}
