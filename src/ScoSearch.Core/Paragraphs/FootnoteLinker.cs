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

    private FootnoteLinker(List<Marker> accepted) => Accepted = accepted;

    /// <summary>The markers to take out, by rising start.</summary>
    public List<Marker> Accepted { get; }

    /// <summary>The footnote a marker points to, or null.</summary>
    public Footnote? NoteOf(Marker marker) => _links.GetValueOrDefault(marker);

    /// <summary>Links markers with footnotes.</summary>
    public static FootnoteLinker Link(string text, List<SourceLine> lines, List<Marker> markers, List<Footnote> notes)
    {
        Dictionary<int, List<Footnote>> byValue = [];
        foreach (Footnote note in notes)
        {
            if (note.LabelLength > 0)
            {
                (byValue.TryGetValue(note.Value, out List<Footnote>? list) ? list : byValue[note.Value] = []).Add(note);
            }
        }

        FootnoteLinker linker = new([]);
        foreach (Marker marker in markers)
        {
            SourceLine line = lines[marker.Line];
            if (line.Label is LineLabel.FootnoteStart && marker.Start == line.Start)
            {
                continue; // the label itself
            }

            if (marker.NoteId is not null)
            {
                if (notes.Find(n => n.NoteId == marker.NoteId) is { } declared)
                {
                    linker._links[marker] = declared;
                }

                linker.Accepted.Add(marker);
                continue;
            }

            bool inNote = line.Label is LineLabel.FootnoteStart or LineLabel.FootnoteRest;
            Footnote? note = byValue.TryGetValue(marker.Value, out List<Footnote>? candidates) && !inNote
                ? Choose(lines, marker, candidates) : null;
            if (note is not null)
            {
                linker._links[marker] = note;
            }

            bool square = marker.Style == MarkerStyle.Square && text[marker.Start] != '〔' && !inNote;
            if (note is not null || square)
            {
                linker.Accepted.Add(marker);
            }
        }

        return linker;
    }

    private static Footnote? Choose(List<SourceLine> lines, Marker marker, List<Footnote> candidates)
    {
        int page = lines[marker.Line].Page;
        Footnote? later = null;
        foreach (Footnote note in candidates)
        {
            if (!SameStyle(marker, note) || note.FirstLine <= marker.Line)
            {
                continue;
            }

            if (lines[note.FirstLine].Page == page)
            {
                return note;
            }

            later ??= note;
        }

        return later;
    }

    private static bool SameStyle(Marker marker, Footnote note) => marker.Style == note.Style
        || (note.Style == MarkerStyle.Square && marker.Style is MarkerStyle.Circled or MarkerStyle.Superscript);
}
