using System.Globalization;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Writes the pages of a document as lines: prose with indents, tables row by row, footnotes whole. Not thread-safe.</summary>
/// <param name="builder">Takes the lines.</param>
/// <param name="em">Size of the characters of the document's text, in points.</param>
internal sealed class PdfPageWriter(ExtractedTextBuilder builder, double em)
{
    private static readonly LineHints Row = new() { Role = LineRole.TableRow };

    private readonly PdfTables _tables = new(em);
    private int _number;
    private HashSet<string> _noteIds = [];

    /// <summary>Finds the stretches, tables and notes of a page; pages are given in their order, before any is written.</summary>
    public PreparedPage Prepare(PdfPage page)
    {
        List<List<PdfRow>> stretches = [.. PdfColumns.Order(page.Segments).Select(s => PdfRow.Group(s, em))];
        List<PreparedStretch> prepared = [];
        for (int i = 0; i < stretches.Count; i++)
        {
            int note = PdfNotes.FindFirst(stretches[i], em);
            prepared.Add(new PreparedStretch(_tables.Join(stretches[i][..note], page.Width, i == 0), stretches[i][note..]));
        }

        return new PreparedPage(page, prepared);
    }

    /// <summary>Adds a page.</summary>
    public void Write(PreparedPage prepared)
    {
        PdfPage page = prepared.Page;
        _noteIds = [.. prepared.Stretches.SelectMany(s => s.Notes).Select(PdfNotes.LabelOf).OfType<string>().Select(l => IdOf(page, l))];
        foreach (PreparedStretch stretch in prepared.Stretches)
        {
            WriteText(page, stretch.Text, stretch == prepared.Stretches[0], stretch == prepared.Stretches[^1]);
            WriteNotes(page, stretch.Notes);
        }
    }

    private static string IdOf(PdfPage page, string label) => string.Create(CultureInfo.InvariantCulture, $"p{page.Number}n{label}");

    private void WriteText(PdfPage page, List<PdfRow> rows, bool first, bool last)
    {
        if (rows.Count == 0)
        {
            return;
        }

        double widest = rows.Max(r => r.Filled);
        double left = rows.Where(r => r.Filled > widest * 0.5).Min(r => r.Left);
        double pitch = PdfRunningHead.Pitch(rows);
        bool[] labels = PdfRowForms.FigureLabels(rows), table = PdfRowForms.AreTableRows(rows, page.Width);
        for (int i = 0; i < rows.Count; i++)
        {
            PdfRow row = rows[i];
            int neighbour = i == 0 && first ? 1 : i == rows.Count - 1 && last ? i - 1 : -1;
            bool head = neighbour >= 0 && neighbour < rows.Count && !table[neighbour] && PdfRunningHead.IsForm(row);
            _number++;
            if (i > 0 && !(row.InTable && rows[i - 1].InTable) && row.Middle - rows[i - 1].Middle > Math.Max(pitch * 1.6, em * 1.5))
            {
                builder.Add("", _number, page.Number); // a gap on the page
            }

            if (((i == 0 && first) || (i == rows.Count - 1 && last)) && PdfRunningHead.IsAt(rows, i, page.Height, em))
            {
                builder.Add(Line(page, row, " "), _number, page.Number, new LineHints { Role = LineRole.Furniture });
            }
            else if (PdfRowForms.HoldsUnit(row))
            {
                AddUnit(page, row, left);
            }
            else if (!head && (labels[i] || table[i]))
            {
                builder.Add(Line(page, row, "\t"), _number, page.Number, Row);
            }
            else if (PdfRowForms.IsBelowPicture(rows, i, left, em))
            {
                builder.Add(Line(page, row, " "), _number, page.Number, new LineHints { Role = LineRole.Caption });
            }
            else
            {
                AddProse(page, row, left);
            }
        }
    }

    // Each note whole: its rows are joined up to the next label.
    private void WriteNotes(PdfPage page, List<PdfRow> rows)
    {
        TextWithMarkers note = new();
        string? id = null;
        int begun = 0;
        foreach (PdfRow row in rows)
        {
            _number++;
            string? label = PdfNotes.LabelOf(row);
            bool foot = PdfNotes.IsPageNumber(row, em);
            if (label is not null || foot)
            {
                AddNote(note, id, begun, page.Number);
                (note, id, begun) = (new TextWithMarkers(), label is null ? null : IdOf(page, label), _number);
            }

            if (foot)
            {
                builder.Add(Line(page, row, " "), _number, page.Number, new LineHints());
                continue;
            }

            string text = string.Join(' ', row.Cells.Select(c => c.Text));
            note.Append(PdfTableBlock.NeedsBlank(note.Text, text) ? " " : "");
            note.Append(text);
        }

        AddNote(note, id, begun, page.Number);
    }

    private void AddNote(TextWithMarkers note, string? id, int number, int page)
    {
        if (!note.IsBlank)
        {
            builder.Add(note, number, page, new LineHints { Role = LineRole.Footnote, NoteId = id });
        }
    }

    // The unit of a table's numbers, often at the right edge of the line that names the table.
    private void AddUnit(PdfPage page, PdfRow row, double left)
    {
        int at = row.Cells.FindIndex(c => PdfRowForms.IsUnit(c.Text));
        if (at > 0)
        {
            AddProse(page, new PdfRow(row.Cells[..at]), left);
        }

        builder.Add(Line(page, new PdfRow(row.Cells[at..]), " "), _number, page.Number, new LineHints { Role = LineRole.Caption });
    }

    private void AddProse(PdfPage page, PdfRow row, double left)
    {
        int indent = (int)Math.Clamp(Math.Round((row.Left - left) / em * 2), 0, 60);
        int width = (int)Math.Clamp(Math.Round((row.Right - row.Left) / em * 2), 1, 400);
        builder.Add(Line(page, row, " "), _number, page.Number, 
            new LineHints { Indent = indent, Width = width, StartsItem = row.Cells[0].IsAfterSign });
    }

    // Raised numbers are markers where a note of that number stands on the page; others are powers and the like.
    private TextWithMarkers Line(PdfPage page, PdfRow row, string between)
    {
        TextWithMarkers line = new();
        foreach (PdfSegment cell in row.Cells)
        {
            line.Append(line.Text.Length > 0 ? between : "");
            int at = 0;
            foreach (NoteMarker raised in cell.Raised.Where(r => _noteIds.Contains(IdOf(page, r.NoteId))))
            {
                line.Append(cell.Text.AsSpan(at, raised.Start - at));
                line.AppendMarker(cell.Text.Substring(raised.Start, raised.Length), IdOf(page, raised.NoteId));
                at = raised.Start + raised.Length;
            }

            line.Append(cell.Text.AsSpan(at));
        }

        return line;
    }
}
