using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ScoSearch.Core.Documents;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace ScoSearch.Ingestion.Word;

/// <summary>Walks the blocks of one Word document. Not thread-safe.</summary>
internal sealed class WordExtraction
{
    private readonly MainDocumentPart _main;
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private readonly WordRuns _runs;
    private readonly CancellationToken _cancellationToken;
    private int _number;
    private bool _titled;

    public WordExtraction(MainDocumentPart main, CancellationToken cancellationToken)
    {
        _main = main;
        _cancellationToken = cancellationToken;
        _styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        _numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering);
        _runs = new WordRuns(Builder);
    }

    /// <summary>The lines.</summary>
    public ExtractedTextBuilder Builder { get; } = new();

    /// <summary>Adds the body and then the notes.</summary>
    public void AddAll()
    {
        if (_main.Document?.Body is { } body)
        {
            AddBlocks(body);
        }

        AddNotes(_main.FootnotesPart?.Footnotes, "f");
        AddNotes(_main.EndnotesPart?.Endnotes, "e");
    }

    private void AddBlocks(OpenXmlElement container)
    {
        foreach (OpenXmlElement child in container.ChildElements)
        {
            _cancellationToken.ThrowIfCancellationRequested();
            switch (child)
            {
                case Paragraph paragraph:
                    AddParagraph(paragraph);
                    break;
                case Table table:
                    AddTable(table);
                    break;
                case SdtBlock or SdtContentBlock or CustomXmlBlock or InsertedRun:
                    AddBlocks(child);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddParagraph(Paragraph paragraph)
    {
        _number++;
        TextWithMarkers text = new();
        List<OpenXmlElement> boxes = [];
        _runs.Append(paragraph, text, boxes);
        ParagraphStyle style = _styles.Of(paragraph);
        string number = text.IsBlank ? "" : _numbering.Next(paragraph, style);
        if (style.IsContents)
        {
            Builder.Removed("table-of-contents", text.Text);
        }
        else
        {
            TextWithMarkers whole = new();
            whole.Append(number);
            whole.Append(text);
            Builder.Add(whole, _number, 0, HintsOf(style, number));
        }

        boxes.ForEach(AddBlocks);
    }

    private LineHints HintsOf(ParagraphStyle style, string number)
    {
        if (style.Role == LineRole.Title)
        {
            // a document has one title; the style is also used for chapters
            bool first = !_titled;
            _titled = true;
            return first ? new LineHints { Role = LineRole.Title } : new LineHints { Role = LineRole.Heading, Level = 1 };
        }

        return style.Level > 0 ? new LineHints { Role = LineRole.Heading, Level = style.Level }
            : style.Role != LineRole.Unknown ? new LineHints { Role = style.Role }
            : number.Length > 0 ? new LineHints { Role = LineRole.ListItem } : new LineHints();
    }

    private void AddTable(Table table)
    {
        List<TableRow> rows = [.. table.Elements<TableRow>()];
        if (rows.TrueForAll(r => r.Elements<TableCell>().Count() <= 1))
        {
            // one column is a frame around text
            foreach (TableCell cell in rows.SelectMany(r => r.Elements<TableCell>()))
            {
                AddBlocks(cell);
            }

            return;
        }

        foreach (TableRow row in rows)
        {
            _number++;
            TextWithMarkers line = new();
            bool first = true;
            foreach (TableCell cell in row.Elements<TableCell>())
            {
                line.Append(first ? "" : "\t");
                first = false;
                AppendCell(cell, line);
            }

            if (!line.IsBlank)
            {
                Builder.Add(line, _number, 0, new LineHints { Role = LineRole.TableRow });
            }
        }
    }

    private void AppendCell(TableCell cell, TextWithMarkers line)
    {
        bool first = true;
        foreach (Paragraph paragraph in cell.Descendants<Paragraph>())
        {
            TextWithMarkers text = new();
            List<OpenXmlElement> boxes = [];
            _runs.Append(paragraph, text, boxes);
            if (!text.IsBlank)
            {
                line.Append(first ? "" : " ");
                line.Append(_numbering.Next(paragraph, _styles.Of(paragraph)));
                line.Append(text);
                first = false;
            }
        }
    }

    private void AddNotes(OpenXmlPartRootElement? notes, string prefix)
    {
        foreach (FootnoteEndnoteType note in notes?.Elements<FootnoteEndnoteType>() ?? [])
        {
            string id = prefix + (note.Id?.Value ?? 0).ToString(CultureInfo.InvariantCulture);
            if (note.Type?.Value is { } type && type != FootnoteEndnoteValues.Normal)
            {
                continue; // separators
            }

            TextWithMarkers text = new();
            text.Append(_runs.MarkerOf(id) + " ");
            foreach (Paragraph paragraph in note.Descendants<Paragraph>())
            {
                _runs.Append(paragraph, text, []);
            }

            _number++;
            Builder.Add(text, _number, 0, new LineHints { Role = LineRole.Footnote, NoteId = id });
        }
    }
}
