namespace ScoSearch.Core.Paragraphs;

/// <summary>Decides which markers are footnote references, and links them with their footnotes.</summary>
/// <remarks>
/// A marker belongs to the next footnote of its number that begins on the same page, or, in texts without pages or with
/// notes at the end, to the next such footnote in the text. <c>[3]</c> is taken out even without a footnote; <c>①</c>,
/// <c>（3）</c>, <c>³</c> and <c>*</c> only with one, because they are also ordinary text.
/// </remarks>
internal sealed class FootnoteLinker
{
    private readonly Dictionary<Marker, Footnote> _links = [];
    private readonly Dictionary<(MarkerStyle Style, int Value), List<Footnote>> _notes = []; // each by rising line
    private readonly Dictionary<string, Footnote> _declared = [];

    private FootnoteLinker(List<Footnote> notes)
    {
        foreach (Footnote note in notes)
        {
            if (note.NoteId is not null)
            {
                _declared.TryAdd(note.NoteId, note);
            }

            if (note.LabelLength > 0)
            {
                (MarkerStyle, int) key = (note.Style, note.Value);
                (_notes.TryGetValue(key, out List<Footnote>? list) ? list : _notes[key] = []).Add(note);
            }
        }
    }

    /// <summary>The markers to take out, by rising start.</summary>
    public List<Marker> Accepted { get; } = [];

    /// <summary>The footnote a marker points to, or null.</summary>
    public Footnote? NoteOf(Marker marker) => _links.GetValueOrDefault(marker);

    /// <summary>Links markers with footnotes.</summary>
    public static FootnoteLinker Link(string text, List<SourceLine> lines, List<Marker> markers, List<Footnote> notes)
    {
        FootnoteLinker linker = new(notes);
        foreach (Marker marker in markers)
        {
            // the label of a footnote is no marker
            if (!marker.IsDoubtful && !(lines[marker.Line].Label is LineLabel.FootnoteStart && marker.Start == lines[marker.Line].Start))
            {
                linker.Add(marker, text, IsInNote(lines[marker.Line]));
            }
        }

        linker.AddDoubtful(markers, lines);
        return linker;
    }

    private static bool IsInNote(SourceLine line) =>
        line.Label is LineLabel.FootnoteStart or LineLabel.FootnoteRest or LineLabel.FootnoteCarry;

    private void Add(Marker marker, string text, bool inNote)
    {
        Footnote? note = marker.NoteId is not null ? _declared.GetValueOrDefault(marker.NoteId)
            : inNote ? null : Choose(marker);
        if (note is not null)
        {
            _links[marker] = note;
        }

        bool square = marker.Style == MarkerStyle.Square && text[marker.Start] != '〔' && !inNote;
        if (note is not null || square || marker.NoteId is not null)
        {
            Accepted.Add(marker);
        }
    }

    private void AddDoubtful(List<Marker> markers, List<SourceLine> lines)
    {
        HashSet<Footnote> linked = [.. _links.Values];
        int accepted = Accepted.Count;
        foreach (Marker marker in markers)
        {
            if (marker.IsDoubtful && !IsInNote(lines[marker.Line]) && Choose(marker) is { } note && linked.Add(note))
            {
                _links[marker] = note;
                Accepted.Add(marker);
            }
        }

        if (Accepted.Count > accepted)
        {
            Accepted.Sort((a, b) => a.Start.CompareTo(b.Start));
        }
    }

    // Pages rise with the lines, so the next footnote of the number is also the one on the same page, if there is one.
    private Footnote? Choose(Marker marker)
    {
        Footnote? own = Next(marker.Style, marker);
        Footnote? square = marker.Style is MarkerStyle.Circled or MarkerStyle.Superscript
            ? Next(MarkerStyle.Square, marker) : null;
        return own is null || (square is not null && square.FirstLine < own.FirstLine) ? square : own;
    }

    private Footnote? Next(MarkerStyle style, Marker marker)
    {
        if (!_notes.TryGetValue((style, marker.Value), out List<Footnote>? candidates))
        {
            return null;
        }

        int low = 0, high = candidates.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = candidates[middle].FirstLine <= marker.Line ? (middle + 1, high) : (low, middle);
        }

        return low < candidates.Count ? candidates[low] : null;
    }
}
