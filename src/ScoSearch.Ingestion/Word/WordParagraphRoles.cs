using DocumentFormat.OpenXml.Wordprocessing;
using ScoSearch.Core.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace ScoSearch.Ingestion.Word;

/// <summary>What the paragraphs of a document are, by their styles and by how it uses styles. Not thread-safe.</summary>
/// <remarks>
/// A document has one title; where its style stands more often, it is a heading of the first level, the first one too
/// when it is used all over the text. Where headings are set by style, a paragraph without one is no heading, whatever
/// it looks like; at the head of the document it may still be author or date.
/// </remarks>
internal sealed class WordParagraphRoles
{
    private const int MaxTitles = 2;
    private const int MinHeadings = 5;
    private const int HeadLength = 10;

    private readonly bool _hasTitle;
    private readonly bool _hasHeadings;
    private bool _titled, _belowTitle;
    private int _seen;

    public WordParagraphRoles(Body? body, WordStyles styles)
    {
        int titles = 0, headings = 0;
        foreach (Paragraph paragraph in body?.Descendants<Paragraph>() ?? [])
        {
            ParagraphStyle style = styles.Of(paragraph);
            titles += style.Role == LineRole.Title ? 1 : 0;
            headings += style.Level > 0 || style.Role == LineRole.Title ? 1 : 0;
        }

        _hasTitle = titles <= MaxTitles;
        _hasHeadings = headings >= MinHeadings;
    }

    /// <summary>The hints of the next paragraph.</summary>
    public LineHints HintsOf(ParagraphStyle style, string number, string text)
    {
        bool blank = string.IsNullOrWhiteSpace(text);
        bool belowTitle = _belowTitle && !blank;
        _seen += blank ? 0 : 1;
        _belowTitle = blank ? _belowTitle : style.Role == LineRole.Title;
        if (style.Role == LineRole.Title)
        {
            bool first = !_titled && _hasTitle;
            _titled = true;
            return first ? new LineHints { Role = LineRole.Title } : new LineHints { Role = LineRole.Heading, Level = 1 };
        }

        if (belowTitle && style.Role == LineRole.Caption && !NamesFigure(text))
        {
            return new LineHints { Role = LineRole.Subtitle }; // there is nothing yet to be the caption of
        }

        return style.Level > 0 ? new LineHints { Role = LineRole.Heading, Level = style.Level }
            : style.Role != LineRole.Unknown ? new LineHints { Role = style.Role }
            : number.Length > 0 ? new LineHints { Role = LineRole.ListItem }
            : _hasHeadings && _seen > HeadLength && !NamesFigure(text)
                ? new LineHints { Role = LineRole.Body } : new LineHints();
    }

    private static bool NamesFigure(string text) => text is ['图' or '表' or '圖', ..]
        || text.StartsWith("Figure", StringComparison.OrdinalIgnoreCase) || text.StartsWith("Table", StringComparison.OrdinalIgnoreCase);
}
