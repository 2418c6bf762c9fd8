using AngleSharp.Dom;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Html;

/// <summary>Writes the main text of one page as lines. Not thread-safe.</summary>
/// <param name="page">The page.</param>
/// <param name="cancellationToken">Ends the walk early.</param>
internal sealed class HtmlExtraction(IDocument page, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "ADDRESS", "ARTICLE", "BLOCKQUOTE", "BODY", "CENTER", "DD", "DIV", "DL", "DT", "FIGURE", "FIGCAPTION", "H1", "H2", "H3",
        "H4", "H5", "H6", "HEADER", "HGROUP", "HR", "LI", "MAIN", "OL", "P", "PRE", "SECTION", "TABLE", "TBODY", "THEAD", "TFOOT",
        "TR", "TD", "TH", "UL", "CAPTION", "DETAILS", "SUMMARY",
    };

    private TextWithMarkers _line = new();
    private LineHints _hints = new();
    private int _number;
    private bool _titled;

    /// <summary>The lines.</summary>
    public ExtractedTextBuilder Builder { get; } = new();

    /// <summary>Adds title and main text.</summary>
    public void AddMainText()
    {
        if (page.Body is not { } body)
        {
            return;
        }

        IElement main = MainTextFinder.Find(body) ?? body;
        IElement[] headings = [.. body.QuerySelectorAll("h1").Where(h => h.TextContent.Trim().Length > 0 && !HtmlNoise.IsInNoise(h))];
        IElement? heading = headings.Length > 0 ? headings[0] : null;
        if (main != body && (heading is null || !main.Contains(heading)))
        {
            string title = heading?.TextContent.Trim() ?? HtmlMetadata.WithoutSite(page.Title);
            if (title.Length > 0 && main.QuerySelector("h1") is null)
            {
                _titled = true;
                Builder.Add(Squeeze(title), ++_number, 0, new LineHints { Role = LineRole.Title });
            }
        }

        Walk(main, _hints);
        Flush();
        Builder.Removed("outside-main-text", main == body ? "" : Difference(body, main));
    }

    private static string Difference(IElement body, IElement main)
    {
        int outside = Math.Max(0, body.TextContent.Count(c => !char.IsWhiteSpace(c)) - main.TextContent.Count(c => !char.IsWhiteSpace(c)));
        return new string('x', outside);
    }

    // Depth is bounded by HtmlDepth before parsing.
    private void Walk(INode node, LineHints hints)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (INode child in node.ChildNodes)
        {
            switch (child)
            {
                case IText text:
                    Append(text.Data, hints);
                    break;
                case IElement { TagName: "BR" }:
                    Flush();
                    break;
                case IElement element when HtmlNoise.IsNoise(element):
                    Builder.Removed("element:" + element.TagName.ToLowerInvariant(), element.TextContent);
                    break;
                case IElement { TagName: "TABLE" } table when IsData(table):
                    AddTable(table);
                    break;
                case IElement element when Blocks.Contains(element.TagName):
                    Flush();
                    Walk(element, HintsOf(element, hints));
                    Flush();
                    break;
                case IElement element:
                    Walk(element, hints);
                    break;
                default:
                    break;
            }
        }
    }

    private LineHints HintsOf(IElement element, LineHints inherited)
    {
        string tag = element.TagName;
        if (tag is "H1" or "H2" or "H3" or "H4" or "H5" or "H6")
        {
            bool title = tag == "H1" && !_titled;
            _titled |= title;
            return title ? new LineHints { Role = LineRole.Title } : new LineHints { Role = LineRole.Heading, Level = tag[1] - '0' };
        }

        return tag switch
        {
            "LI" or "DD" or "DT" => new LineHints { Role = LineRole.ListItem },
            "BLOCKQUOTE" => new LineHints { Role = LineRole.Quote },
            "FIGCAPTION" or "CAPTION" => new LineHints { Role = LineRole.Caption },
            "PRE" => new LineHints { Role = LineRole.Preformatted },
            _ => inherited,
        };
    }

    // Tables that lay out a page hold paragraphs or tables of their own; tables of data do not.
    private static bool IsData(IElement table) =>
        table.QuerySelector("table, p, div, h1, h2, h3") is null && table.QuerySelectorAll("td, th").Length > 2;

    private void AddTable(IElement table)
    {
        Flush();
        foreach (IElement row in table.QuerySelectorAll("tr"))
        {
            string cells = string.Join('\t', row.Children.Select(c => Squeeze(c.TextContent)));
            if (!string.IsNullOrWhiteSpace(cells))
            {
                Builder.Add(cells, ++_number, 0, new LineHints { Role = LineRole.TableRow });
            }
        }
    }

    private void Append(string data, LineHints hints)
    {
        if (hints.Role == LineRole.Preformatted)
        {
            foreach (string line in data.Split('\n'))
            {
                _line.Append(line);
                _hints = hints;
                Flush();
            }

            return;
        }

        string text = Collapse(data);
        if (text.Length > 0 && !(_line.IsBlank && text == " "))
        {
            _line.Append(text);
            _hints = hints;
        }
    }

    private void Flush()
    {
        if (!_line.IsBlank)
        {
            Builder.Add(_line.Text, ++_number, 0, _hints);
        }

        _line = new TextWithMarkers();
    }

    // HTML's own white space becomes one blank; full-width blanks are text.
    private static string Collapse(string text)
    {
        System.Text.StringBuilder collapsed = new(text.Length);
        foreach (char c in text)
        {
            bool blank = c is ' ' or '\t' or '\n' or '\r' or '\f';
            if (!blank)
            {
                collapsed.Append(c);
            }
            else if (collapsed.Length == 0 || collapsed[^1] != ' ')
            {
                collapsed.Append(' ');
            }
        }

        return collapsed.ToString();
    }

    private static string Squeeze(string text) => Collapse(text).Trim();
}
