using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Splits text into lines and counts pages by form feeds.</summary>
/// <remarks>
/// Line ends are LF, CR LF, CR, U+2028 and U+2029. A form feed ends a line and a page, and is no line of its own: what
/// follows it on the same physical line keeps that line's number, and nothing before it is no blank line.
/// </remarks>
public static class LineSplitter
{
    /// <summary>Splits text into lines.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The lines in order; a text that ends with a line end has no empty last line.</returns>
    public static IReadOnlyList<ExtractedLine> Split(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<ExtractedLine> lines = new(text.AsSpan().Count('\n') + 4);
        bool paged = text.Contains('\f', StringComparison.Ordinal);
        int number = 1, page = paged ? 1 : 0, start = 0;
        while (start < text.Length)
        {
            int length = text.AsSpan(start).IndexOfAny("\n\r\f\u2028\u2029");
            int end = length < 0 ? text.Length : start + length;
            if (end > start || end == text.Length || text[end] != '\f')
            {
                lines.Add(new ExtractedLine(start, end - start, number, page, null));
            }

            if (end == text.Length)
            {
                break;
            }

            start = end + 1;
            if (text[end] == '\f')
            {
                page++;
                continue;
            }

            number++;
            if (text[end] == '\r' && start < text.Length && text[start] == '\n')
            {
                start++;
            }
        }

        return lines;
    }
}
