using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Puts the words of one line together. Not thread-safe.</summary>
internal sealed class PdfLine
{
    // Gaps, in sizes of a character: one that starts a new segment, one that is a blank.
    private const double WideGap = 2.2, Blank = 0.05;

    // The program takes cells of a table beside each other for one line even where one stands half a line lower.
    private const double OtherHeight = 0.5;

    private readonly List<PdfSegment> _words = [];

    /// <summary>Adds the next word to the right.</summary>
    public void Add(PdfSegment word)
    {
        if (word.Text.Length > 0)
        {
            _words.Add(word);
        }
    }

    /// <summary>The words between wide gaps, each as one segment.</summary>
    public List<PdfSegment> ToSegments()
    {
        List<PdfSegment> segments = [];
        PdfSegment? last = null;
        foreach (PdfSegment word in _words)
        {
            PdfSegment next = last is not null && IsRaised(last, word)
                ? word with { Raised = [new NoteMarker(0, word.Text.Length, Digits(word.Text))] } : word;
            double em = Math.Max(word.Em, last?.Em ?? 0), gap = word.Left - (last?.Right ?? word.Left);
            if (last is { IsSign: true } && gap <= em * WideGap)
            {
                segments[^1] = next with { IsAfterSign = true };
            }
            else if (last is null || gap > em * WideGap || (next.Raised.Count == 0 && Math.Abs(word.Middle - last.Middle) > em * OtherHeight))
            {
                segments.Add(next);
            }
            else
            {
                segments[^1] = segments[^1].JoinedWith(next, gap > em * Blank ? " " : "");
            }

            last = next.Raised.Count > 0 ? last : word;
        }

        return segments;
    }

    // A number of at most three digits, perhaps in brackets, clearly smaller than the word before it and not below its
    // middle, as an index of a formula is. After a Latin letter it is a power or a unit.
    private static bool IsRaised(PdfSegment before, PdfSegment word) =>
        Digits(word.Text).Length is >= 1 and <= 3
        && !char.IsAsciiLetterOrDigit(before.Text[^1])
        && word.Width / word.Text.Length * 2 < before.Em * 0.8
        && word.Bottom - word.Top < (before.Bottom - before.Top) * 0.8
        && word.Middle <= before.Middle + (before.Em * 0.1);

    private static string Digits(string text)
    {
        string inner = text.Trim('[', ']', '［', '］', '〔', '〕', '(', ')', '（', '）');
        return inner.Length > 0 && inner.All(char.IsAsciiDigit) ? inner : "";
    }
}
