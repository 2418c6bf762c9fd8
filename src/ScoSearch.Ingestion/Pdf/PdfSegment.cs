using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>A line of text on a page, or a part of one between wide gaps. Coordinates are points from the top left.</summary>
/// <param name="Text">The text.</param>
/// <param name="Raised">Small raised numbers in the text, which may point to notes; <c>NoteId</c> is the number.</param>
/// <param name="Left">Left edge.</param>
/// <param name="Top">Top of the box of the font, which may be much higher than the characters.</param>
/// <param name="Right">Right edge.</param>
/// <param name="Bottom">Bottom of the box of the font.</param>
internal sealed record PdfSegment(
    string Text, IReadOnlyList<NoteMarker> Raised, double Left, double Top, double Right, double Bottom)
{
    // Below that many half-width columns, spacing tells more than size.
    private const int MinColumns = 6;

    /// <summary>Vertical middle.</summary>
    public double Middle => (Top + Bottom) / 2;

    /// <summary>Width.</summary>
    public double Width => Right - Left;

    /// <summary>Width of the characters in half-width columns: a Chinese character is two.</summary>
    public int Columns { get; } = ColumnsOf(Text);

    /// <summary>Whether a sign without a character stands before it, as the point of a list item in a font of signs.</summary>
    public bool IsAfterSign { get; init; }

    /// <summary>Whether there is no text, only a sign that is no character.</summary>
    public bool IsSign => string.IsNullOrWhiteSpace(Text);

    /// <summary>The words it was put together from, from left to right; empty for a word.</summary>
    public IReadOnlyList<PdfPart> Parts { get; private init; } = [];

    /// <summary>The lines of a cell of several, from top to bottom; empty for one line.</summary>
    public IReadOnlyList<PdfSegment> Lines { get; private init; } = [];

    /// <summary>
    /// Size of the characters in points. By their width, because the boxes of Chinese fonts may be twice as high as the
    /// characters; where there are few Chinese characters, by the height or, if it is less, by the usual width of Latin ones.
    /// </summary>
    public double Em { get; private init; } = EmOf(Text, Right - Left, Bottom - Top);

    /// <summary>Whether <see cref="Em"/> is measured well enough to compare sizes.</summary>
    public bool IsMeasured => Columns >= MinColumns && Text.Count(IsWide) * 4 >= Columns;

    /// <summary>This segment with another to its right.</summary>
    public PdfSegment JoinedWith(PdfSegment right, string between)
    {
        int shift = Text.Length + between.Length;
        return new PdfSegment(
            Text + between + right.Text,
            [.. Raised, .. right.Raised.Select(m => m with { Start = m.Start + shift })],
            Left,
            Math.Min(Top, right.Top),
            Math.Max(Right, right.Right),
            Math.Max(Bottom, right.Bottom))
        {
            Parts = [.. PartsOrSelf(false), .. right.PartsOrSelf(between.Length > 0)],
            IsAfterSign = IsAfterSign,
        };
    }

    /// <summary>This segment as the line of a cell that goes on in another segment below it.</summary>
    public PdfSegment ContinuedBy(PdfSegment below, string between) =>
        JoinedWith(below, between) with
        {
            Left = Math.Min(Left, below.Left),
            Parts = [],
            Em = Em,
            Lines = [.. Lines.Count == 0 ? [this] : Lines, below],
        };

    /// <summary>Cuts the segment before some of its words.</summary>
    /// <param name="starts">Indexes of the words that begin a piece, rising, from 1.</param>
    public IEnumerable<PdfSegment> SplitBefore(IReadOnlyList<int> starts)
    {
        int from = 0;
        foreach (int to in starts.Append(Parts.Count))
        {
            PdfSegment piece = Parts[from].Word;
            for (int i = from + 1; i < to; i++)
            {
                piece = piece.JoinedWith(Parts[i].Word, Parts[i].IsSpaced ? " " : "");
            }

            from = to;
            yield return piece;
        }
    }

    /// <summary>Whether two segments share some of their width.</summary>
    public bool Overlaps(PdfSegment other) => Left < other.Right - 1 && other.Left < Right - 1;

    /// <summary>Whether a character is as wide as it is high.</summary>
    public static bool IsWide(char c) => c >= '\u2E80';

    private IEnumerable<PdfPart> PartsOrSelf(bool spaced) =>
        Parts.Count == 0 ? [new PdfPart(this, spaced)] : Parts.Select((p, i) => i == 0 ? p with { IsSpaced = spaced } : p);

    private static int ColumnsOf(string text) => text.Sum(c => IsWide(c) ? 2 : 1);

    private static double EmOf(string text, double width, double height)
    {
        int wide = text.Count(IsWide);
        if (wide * 4 >= text.Length && (wide >= 2 || text.Any(c => IsWide(c) && char.IsLetter(c))))
        {
            return width * 2 / ColumnsOf(text);
        }

        // digits are about half as wide as large, other letters vary
        bool known = text.Length >= 3 || text.All(char.IsAsciiDigit);
        return known ? Math.Min(height * 0.9, width * 2.2 / ColumnsOf(text)) : height * 0.9;
    }
}
