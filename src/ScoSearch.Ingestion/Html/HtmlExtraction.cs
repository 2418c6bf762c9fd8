using AngleSharp.Dom;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Html;

/// <summary>Writes the main text of one page as lines. Not thread-safe.</summary>
/// <param name="page">The page.</param>
/// <param name="builder">Receives the lines.</param>
/// <param name="cancellationToken">Ends the walk early.</param>
internal sealed class HtmlExtraction(IDocument page, ExtractedTextBuilder builder, CancellationToken cancellationToken)
{
    private static readonly HashSet<string> Blocks = new(StringComparer.Ordinal)
    {
        "ADDRESS", "ARTICLE", "BLOCKQUOTE", "BODY", "CENTER", "DD", "DIV", "DL", "DT", "FIGURE", "FIGCAPTION", "H1", "H2", "H3",
        "H4", "H5", "H6", "HEADER", "HGROUP", "HR", "LI", "MAIN", "OL", "P", "PRE", "SECTION", "TABLE", "TBODY", "THEAD", "TFOOT",
        "TR", "TD", "TH", "UL", "CAPTION", "DETAILS", "SUMMARY",
    };

    private TextWithMarkers _line = new();
    private LineHints _hints = new();
    private IElement? _element; // the element that the line begins in
    private int _number, _firstNumber, _lastNumber; // the two are set in a piece of another document only
    private int _linked; // characters of the line that are links
    private bool _titled;
    private HtmlWidgets? _widgets;

    /// <summary>What the page shows about the text beside it.</summary>
    public DocumentMetadata Shown { get; private set; } = new();

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
                builder.Add(Squeeze(title), NumberOf(heading), 0, new LineHints { Role = LineRole.Title });
            }

            Shown = HtmlHead.Of(body, main, Squeeze(title));
        }

        _widgets = new HtmlWidgets(main);
        Walk(main, _hints);
        Flush();
        builder.Removed("outside-main-text", main == body ? "" : Difference(body, main));
    }

    /// <summary>Adds all text of a page that is a piece of another document.</summary>
    /// <param name="first">Line of that document on which the piece begins.</param>
    /// <param name="last">Line on which it ends.</param>
    /// <param name="titled">Whether that document has its title already; false is set to true by a title in the piece.</param>
    public void AddPiece(int first, int last, ref bool titled)
    {
        (_firstNumber, _lastNumber, _titled) = (first, last, titled);
        if (page.Body is { } body)
        {
            Walk(body, _hints);
            Flush();
        }

        titled = _titled;
    }

    // Blocks are numbered; a piece of another document has the line numbers of that.
    private int NumberOf(IElement? element)
    {
        _number++;
        return _firstNumber == 0 ? _number
            : Math.Clamp(_firstNumber + (element?.SourceReference?.Position.Line ?? 1) - 1, _firstNumber, _lastNumber);
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
                    _element = _line.IsBlank ? text.ParentElement : _element;
                    Append(text.Data, hints, _widgets is not null && text.ParentElement?.Closest("a[href]") is not null);
                    break;
                case IElement { TagName: "BR" }:
                    Flush();
                    break;
                case IElement element when HtmlNoise.IsNoise(element) || HtmlNoise.IsButton(element):
                    builder.Removed("element:" + element.TagName.ToLowerInvariant(), element.TextContent);
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
            string cells = string.Join('\t', row.Children.Select(c => Squeeze(CellText(c))));
            if (!string.IsNullOrWhiteSpace(cells))
            {
                builder.Add(cells, NumberOf(row), 0, new LineHints { Role = LineRole.TableRow });
            }
        }
    }

    // The lines of a cell stay in its row, with a blank between.
    private static string CellText(IElement cell) => string.Concat(cell.Descendants().Select(
        d => d is IText text ? text.Data : d is IElement { TagName: "BR" or "LI" } ? " " : ""));

    private void Append(string data, LineHints hints, bool linked)
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
            _linked += linked ? text.Count(c => c != ' ') : 0;
            _hints = hints;
        }
    }

    private void Flush()
    {
        if (HtmlWidgets.IsCounter(_line.Text))
        {
            builder.Removed("counter", _line.Text);
        }
        else if (_widgets?.IsLabel(_line.Text, _element) == true)
        {
            builder.Removed("widget-label", _line.Text);
        }
        else if (_widgets?.LeadsElsewhere(_line.Text, _linked) == true)
        {
            builder.Removed("links", _line.Text);
        }
        else if (!_line.IsBlank)
        {
            builder.Add(_line.Text, NumberOf(_element), 0, _hints);
        }

        _line = new TextWithMarkers();
        _linked = 0;
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
