using System.Globalization;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Writes the pages of a document as lines: prose with indents, tables row by row, footnotes whole. Not thread-safe.</summary>
/// <param name="builder">Takes the lines.</param>
/// <param name="em">Size of the characters of the document's text, in points.</param>
internal sealed class PdfPageWriter(ExtractedTextBuilder builder, double em)
{
    private static readonly LineHints Row = new() { Role = LineRole.TableRow };

    private int _number;
    private HashSet<string> _noteIds = [];

    /// <summary>Adds a page.</summary>
    public void Write(PdfPage page)
    {
        List<List<PdfRow>> stretches = [.. PdfColumns.Order(page.Segments).Select(s => PdfRow.Group(s, em))];
        int[] notes = [.. stretches.Select(s => PdfNotes.FindFirst(s, em))];
        _noteIds = [.. stretches.SelectMany((s, i) => s.Skip(notes[i])).Select(PdfNotes.LabelOf).OfType<string>().Select(l => IdOf(page, l))];
        for (int i = 0; i < stretches.Count; i++)
        {
            WriteText(page, stretches[i][..notes[i]]);
            WriteNotes(page, stretches[i][notes[i]..]);
        }
    }

    private static string IdOf(PdfPage page, string label) => string.Create(CultureInfo.InvariantCulture, $"p{page.Number}n{label}");

    private void WriteText(PdfPage page, List<PdfRow> rows)
    {
        if (rows.Count == 0)
        {
            return;
        }

        double widest = rows.Max(r => r.Filled);
        double left = rows.Where(r => r.Filled > widest * 0.5).Min(r => r.Left);
        double pitch = Pitch(rows);
        bool[] labels = FigureLabels(rows, widest);
        for (int i = 0; i < rows.Count; i++)
        {
            PdfRow row = rows[i];
            _number++;
            if (i > 0 && row.Middle - rows[i - 1].Middle > Math.Max(pitch * 1.6, em * 1.5))
            {
                builder.Add("", _number, page.Number); // a gap on the page
            }

            bool beside = (i > 0 && rows[i - 1].Cells.Count > 1) || (i + 1 < rows.Count && rows[i + 1].Cells.Count > 1);
            if (labels[i] || (row.Cells.Count > 1 && !IsLine(row, page.Width, beside)))
            {
                builder.Add(Line(page, row, "\t"), _number, page.Number, Row);
            }
            else
            {
                AddProse(page, row, left);
            }
        }
    }

    // Prose with a wide gap in it, a number before its heading, or a caption; not the row of a table.
    private static bool IsLine(PdfRow row, double pageWidth, bool beside)
    {
        string first = row.Cells[0].Text;
        bool number = first.Length <= 8 && char.IsAsciiDigit(first[0]) && !first.AsSpan().ContainsAnyExceptInRange('.', '9')
            && PdfSegment.IsWide(row.Cells[1].Text[0]);
        return row.Cells.Count == 2
            && (row.Cells.Exists(c => c.Width > pageWidth * 0.4) || IsCaption(first) || number || (!beside && char.IsAsciiDigit(first[0])));
    }

    private static bool IsCaption(string text) =>
        text.Length > 1 && text[0] is '图' or '表' or '圖' && text.AsSpan(1).TrimStart(' ') is [(>= '0' and <= '9') or (>= '０' and <= '９'), ..];

    // The scattered words of a drawing: short rows between the text and the caption below them.
    private static bool[] FigureLabels(List<PdfRow> rows, double widest)
    {
        bool[] labels = new bool[rows.Count];
        for (int i = 1; i < rows.Count; i++)
        {
            bool caption = rows[i].Cells[0].Text[0] is '图' or '圖' && IsCaption(rows[i].Cells[0].Text);
            for (int j = i - 1; caption && j >= 0 && rows[j].Cells.TrueForAll(c => c.Width < widest * 0.3 && c.Text[^1] is not ('。' or '；' or '：')); j--)
            {
                labels[j] = true;
            }
        }

        return labels;
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
            note.Append(NeedsBlank(note.Text, text) ? " " : "");
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

    private static bool NeedsBlank(string left, string right) =>
        left.Length > 0 && right.Length > 0 && char.IsAsciiLetterOrDigit(left[^1]) && char.IsAsciiLetterOrDigit(right[0]);

    private void AddProse(PdfPage page, PdfRow row, double left)
    {
        int indent = (int)Math.Clamp(Math.Round((row.Left - left) / em * 2), 0, 60);
        int width = (int)Math.Clamp(Math.Round((row.Right - row.Left) / em * 2), 1, 400);
        builder.Add(Line(page, row, " "), _number, page.Number, new LineHints { Indent = indent, Width = width });
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

    private static double Pitch(List<PdfRow> rows)
    {
        double[] steps = [.. rows.Zip(rows.Skip(1), (a, b) => b.Middle - a.Middle).Where(s => s > 0).Order()];
        return steps.Length == 0 ? 0 : steps[steps.Length / 2];
    }
}
