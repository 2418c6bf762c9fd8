using System.Globalization;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax.Inlines;

namespace ScoSearch.Ingestion.Markdown;

/// <summary>Turns inline markup into lines of text.</summary>
internal static class MarkdownInlines
{
    /// <summary>The lines of a paragraph; at least one, perhaps empty.</summary>
    public static List<MarkdownLine> ToLines(ContainerInline? inlines, ExtractedTextBuilder builder)
    {
        List<MarkdownLine> lines = [new MarkdownLine(new TextWithMarkers(), 0, false)];
        Stack<Inline?> pending = new();
        pending.Push(inlines?.FirstChild);
        while (pending.TryPop(out Inline? inline))
        {
            if (inline is null)
            {
                continue;
            }

            pending.Push(inline.NextSibling);
            if (inline is LineBreakInline end)
            {
                lines[^1] = lines[^1] with { HardBreak = end.IsHard };
                lines.Add(new MarkdownLine(new TextWithMarkers(), lines[^1].Offset + 1, false));
            }
            else if (inline is ContainerInline container)
            {
                pending.Push(container.FirstChild);
            }
            else
            {
                Append(inline, lines[^1].Text, builder);
            }
        }

        return lines;
    }

    private static void Append(Inline inline, TextWithMarkers text, ExtractedTextBuilder builder)
    {
        switch (inline)
        {
            case LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case CodeInline code:
                text.Append(code.Content);
                break;
            case AutolinkInline link:
                text.Append(link.Url);
                break;
            case HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case FootnoteLink { IsBackLink: false } link:
                text.AppendMarker(string.Create(CultureInfo.InvariantCulture, $"[{link.Footnote.Order}]"),
                    MarkdownExtraction.NoteIdOf(link.Footnote));
                break;
            case HtmlInline html:
                builder.Removed("html-tag", html.Tag);
                break;
            default:
                break;
        }
    }
}
