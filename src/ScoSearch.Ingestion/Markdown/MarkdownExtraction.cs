using System.Globalization;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using ScoSearch.Core.Documents;
using ScoSearch.Ingestion.Html;

namespace ScoSearch.Ingestion.Markdown;

/// <summary>Walks the blocks of one Markdown document. Not thread-safe.</summary>
/// <param name="maxDepth">Deepest nesting of blocks.</param>
/// <param name="name">Name of the document for errors.</param>
/// <param name="cancellationToken">Ends the walk early.</param>
internal sealed class MarkdownExtraction(int maxDepth, string name, CancellationToken cancellationToken)
{
    private static readonly LineHints Item = new() { Role = LineRole.ListItem };
    private static readonly LineHints Quote = new() { Role = LineRole.Quote };
    private static readonly LineHints Plain = new();

    private bool _titled;

    /// <summary>The lines.</summary>
    public ExtractedTextBuilder Builder { get; } = new();

    /// <summary>Front matter.</summary>
    public MetadataCollector Metadata { get; } = new(MetadataOrigin.FrontMatter);

    /// <summary>Adds all blocks of a container.</summary>
    public void Add(ContainerBlock container, int depth = 0, LineHints? inherited = null, string prefix = "")
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (depth > maxDepth)
        {
            throw new DocumentReadException(DocumentReadError.Hostile, name, $"nested more than {maxDepth} deep");
        }

        foreach (Block block in container)
        {
            AddBlock(block, depth, inherited, prefix);
            prefix = "";
        }
    }

    private void AddBlock(Block block, int depth, LineHints? inherited, string prefix)
    {
        switch (block)
        {
            case YamlFrontMatterBlock yaml:
                AddFrontMatter(yaml);
                break;
            case HeadingBlock heading:
                AddHeading(heading);
                break;
            case Table table:
                AddTable(table);
                break;
            case FootnoteGroup notes:
                foreach (Footnote note in notes.OfType<Footnote>())
                {
                    AddNote(note);
                }

                break;
            case ListBlock list:
                AddList(list, depth);
                break;
            case QuoteBlock quote:
                Add(quote, depth + 1, Quote);
                break;
            case CodeBlock code:
                AddCode(code);
                break;
            case HtmlBlock html:
                AddHtml(html);
                break;
            case ContainerBlock other:
                Add(other, depth + 1, inherited, prefix);
                break;
            case LeafBlock leaf:
                AddParagraph(leaf, inherited ?? Plain, prefix);
                break;
            default:
                break;
        }
    }

    // Comments, scripts and declarations are no text.
    private void AddHtml(HtmlBlock html)
    {
        string source = html.Lines.ToString();
        if (html.Type is HtmlBlockType.Comment or HtmlBlockType.ScriptPreOrStyle or HtmlBlockType.CData
            or HtmlBlockType.DocumentType or HtmlBlockType.ProcessingInstruction)
        {
            Builder.Removed("html-block", source);
            return;
        }

        if (HtmlDepth.Exceeds(source, maxDepth))
        {
            throw new DocumentReadException(
                DocumentReadError.Hostile, name, $"elements are nested more than {maxDepth:N0} deep");
        }

        HtmlParserOptions options = new() { IsScripting = false, IsKeepingSourceReferences = true };
        using IHtmlDocument page = new HtmlParser(options).ParseDocument(source);
        new HtmlExtraction(page, Builder, cancellationToken)
            .AddPiece(html.Line + 1, html.Line + Math.Max(1, html.Lines.Count), ref _titled);
    }

    private void AddHeading(HeadingBlock heading)
    {
        TextWithMarkers text = MarkdownInlines.ToLines(heading.Inline, Builder)[0].Text;
        bool title = heading.Level == 1 && !_titled;
        _titled |= title;
        LineHints hints = title ? new LineHints { Role = LineRole.Title }
            : new LineHints { Role = LineRole.Heading, Level = heading.Level };
        Builder.Add(text, heading.Line + 1, 0, hints);
    }

    private void AddParagraph(LeafBlock leaf, LineHints hints, string prefix)
    {
        List<MarkdownLine> lines = SoftLines.Join(MarkdownInlines.ToLines(leaf.Inline, Builder));
        foreach (MarkdownLine line in lines)
        {
            TextWithMarkers whole = new();
            whole.Append(prefix);
            whole.Append(line.Text);
            prefix = "";
            if (!whole.IsBlank)
            {
                Builder.Add(whole, leaf.Line + 1 + line.Offset, 0, hints);
            }
        }
    }

    private void AddList(ListBlock list, int depth)
    {
        int number = int.TryParse(list.OrderedStart, NumberStyles.None, CultureInfo.InvariantCulture, out int start) ? start : 1;
        foreach (ListItemBlock item in list.OfType<ListItemBlock>())
        {
            string prefix = list.IsOrdered
                ? string.Create(CultureInfo.InvariantCulture, $"{number++}{list.OrderedDelimiter} ") : "";
            Add(item, depth + 1, Item, prefix);
        }
    }

    private void AddTable(Table table)
    {
        foreach (TableRow row in table.OfType<TableRow>())
        {
            TextWithMarkers cells = new();
            foreach (TableCell cell in row.OfType<TableCell>())
            {
                cells.Append(cells.Text.Length == 0 ? "" : "\t");
                foreach (ParagraphBlock paragraph in cell.OfType<ParagraphBlock>())
                {
                    MarkdownInlines.ToLines(paragraph.Inline, Builder).ForEach(l => cells.Append(l.Text));
                }
            }

            Builder.Add(cells, row.Line + 1, 0, new LineHints { Role = LineRole.TableRow });
        }
    }

    private void AddNote(Footnote note)
    {
        TextWithMarkers text = new();
        text.Append(string.Create(CultureInfo.InvariantCulture, $"[{note.Order}] "));
        foreach (ParagraphBlock paragraph in note.OfType<ParagraphBlock>())
        {
            MarkdownInlines.ToLines(paragraph.Inline, Builder).ForEach(l => text.Append(l.Text));
        }

        Builder.Add(text, note.Line + 1, 0, new LineHints { Role = LineRole.Footnote, NoteId = NoteIdOf(note) });
    }

    /// <summary>The id under which markers find a note.</summary>
    public static string NoteIdOf(Footnote note) => note.Order.ToString(CultureInfo.InvariantCulture);

    private void AddCode(CodeBlock code)
    {
        for (int i = 0; i < code.Lines.Count; i++)
        {
            string line = code.Lines.Lines[i].ToString();
            Builder.Add(line, code.Line + 1 + i + (code is FencedCodeBlock ? 1 : 0), 0,
                new LineHints { Role = LineRole.Preformatted });
        }
    }

    // The usual subset of YAML: "name: value", quotes around a value, lists as [a, b] or lines that begin with a dash.
    private void AddFrontMatter(YamlFrontMatterBlock yaml)
    {
        string name = "";
        List<string> items = [];
        for (int i = 0; i <= yaml.Lines.Count; i++)
        {
            string line = i < yaml.Lines.Count ? yaml.Lines.Lines[i].ToString() : "";
            string trimmed = line.Trim();
            if (trimmed.StartsWith("- ", StringComparison.Ordinal))
            {
                items.Add(trimmed[2..].Trim(' ', '"', '\''));
                continue;
            }

            Metadata.Add(name.Length == 0 ? "?" : name, string.Join('、', items));
            items.Clear();
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon > 0 && !char.IsWhiteSpace(line[0]))
            {
                name = line[..colon].Trim();
                string value = line[(colon + 1)..].Trim().Trim('"', '\'');
                Metadata.Add(name, value is ['[', .., ']'] ? value[1..^1].Replace(", ", "、", StringComparison.Ordinal) : value);
            }
        }
    }
}
