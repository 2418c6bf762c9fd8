namespace ScoSearch.Ingestion.Pdf;

/// <summary>The lines of one cell of a table. Not thread-safe.</summary>
/// <param name="first">The first line.</param>
internal sealed class PdfTableBlock(PdfSegment first)
{
    /// <summary>The lines, from top to bottom.</summary>
    public List<PdfSegment> Lines { get; } = [first];

    /// <summary>The last line.</summary>
    public PdfSegment Last => Lines[^1];

    /// <summary>Middle of the first line.</summary>
    public double Top => Lines[0].Middle;

    /// <summary>Middle of the last line.</summary>
    public double Bottom => Last.Middle;

    /// <summary>Vertical middle.</summary>
    public double Middle => (Top + Bottom) / 2;

    /// <summary>Left edge.</summary>
    public double Left => Lines.Min(l => l.Left);

    /// <summary>Adds the next line.</summary>
    public void Add(PdfSegment line) => Lines.Add(line);

    /// <summary>Whether a line of one stands above or below a line of the other.</summary>
    public bool Overlaps(PdfTableBlock other) => Lines.Exists(l => other.Lines.Exists(l.Overlaps));

    /// <summary>The lines as one text; Chinese characters stand without a blank between them.</summary>
    public PdfSegment ToCell() => Lines.Aggregate((a, b) => a.ContinuedBy(b, NeedsBlank(a.Text, b.Text) ? " " : ""));

    /// <summary>Whether a blank stands between two texts of which one goes on with the other on the next line.</summary>
    public static bool NeedsBlank(string left, string right) =>
        left.Length > 0 && right.Length > 0 && char.IsAsciiLetterOrDigit(left[^1]) && char.IsAsciiLetterOrDigit(right[0]);
}
