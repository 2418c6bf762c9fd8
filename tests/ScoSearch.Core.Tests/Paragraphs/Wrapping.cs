using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>Breaks paragraphs into lines as a page would.</summary>
internal static class Wrapping
{
    /// <summary>Wraps paragraphs at a width in Chinese characters, punctuation hanging.</summary>
    public static List<string> Wrap(IEnumerable<string> paragraphs, int width, bool indent)
    {
        List<string> lines = [];
        foreach (string paragraph in paragraphs)
        {
            int at = 0;
            bool first = true;
            while (at < paragraph.Length)
            {
                at = SkipBlanks(paragraph, at);
                int end = EndOfLine(paragraph, at, (width * 2) - (first && indent ? 4 : 0));
                lines.Add((first && indent ? "　　" : "") + paragraph[at..end]);
                at = end;
                first = false;
            }
        }

        return lines;
    }

    /// <summary>No line begins with a blank.</summary>
    public static int SkipBlanks(string text, int at)
    {
        while (at < text.Length - 1 && text[at] == ' ')
        {
            at++;
        }

        return at;
    }

    /// <summary>Where a line that begins at an offset ends, with room for so many half-width columns.</summary>
    public static int EndOfLine(string text, int at, int room)
    {
        int end = at, used = 0;
        while (end < text.Length && used + CharClass.Width(text[end]) <= room)
        {
            used += CharClass.Width(text[end++]);
        }

        return Adjust(text, at, end);
    }

    // Closing punctuation hangs, opening punctuation goes to the next line, Latin words and numbers stay whole.
    private static int Adjust(string text, int start, int end)
    {
        while (end < text.Length && CharClass.IsClosing(text[end]) && text[end] is not ('“' or '‘'))
        {
            end++;
        }

        int back = end;
        while (back < text.Length && back > start + 4
            && (CharClass.IsOpening(text[back - 1]) || (CharClass.IsNarrowWord(text[back - 1]) && CharClass.IsNarrowWord(text[back]))))
        {
            back--;
        }

        return back;
    }
}
