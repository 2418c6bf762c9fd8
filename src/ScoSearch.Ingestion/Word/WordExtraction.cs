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
    private readonly WordParagraphRoles _roles;
    private int _number;

    public WordExtraction(MainDocumentPart main, CancellationToken cancellationToken)
    {
        _main = main;
        _cancellationToken = cancellationToken;
        _styles = new WordStyles(main.StyleDefinitionsPart?.Styles);
        _numbering = new WordNumbering(main.NumberingDefinitionsPart?.Numbering);
        _runs = new WordRuns(Builder);
        _roles = new WordParagraphRoles(main.Document?.Body, _styles);
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
                case SdtBlock contents when IsContents(contents):
                    Builder.Removed("table-of-contents", contents.InnerText);
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
        bool contents = _runs.IsInContents;
        _runs.Append(paragraph, text, boxes);
        ParagraphStyle style = _styles.Of(paragraph);
        string number = text.IsBlank ? "" : _numbering.Next(paragraph, style);
        if (style.IsContents || contents || _runs.IsInContents)
        {
            Builder.Removed("table-of-contents", text.Text);
        }
        else
        {
            TextWithMarkers whole = new();
            whole.Append(number);
            whole.Append(text);
            Builder.Add(whole, _number, 0, _roles.HintsOf(style, number, whole.Text));
        }

        boxes.ForEach(AddBlocks);
    }

    private static bool IsContents(SdtBlock block) =>
        block.SdtProperties?.Descendants<DocPartGallery>().Any(g => g.Val?.Value == "Table of Contents") == true;

    // Rows and cells, also those that stand in a content control.
    private static IEnumerable<T> Inside<T>(OpenXmlElement container)
        where T : OpenXmlElement => container.ChildElements.SelectMany(c => c switch
        {
            T one => [one],
            SdtElement or SdtContentRow or SdtContentCell or CustomXmlElement => Inside<T>(c),
            _ => Enumerable.Empty<T>(),
        });

    private void AddTable(Table table)
    {
        List<TableRow> rows = [.. Inside<TableRow>(table)];
        if (rows.TrueForAll(r => Inside<TableCell>(r).Count() <= 1))
        {
            // one column is a frame around text
            foreach (TableCell cell in rows.SelectMany(Inside<TableCell>))
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
            foreach (TableCell cell in Inside<TableCell>(row))
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
