using System.Globalization;
using System.Text;

namespace ScoSearch.Cli.Output;

/// <summary>Makes texts of documents and names of files safe to show: a terminal obeys control characters.</summary>
internal static class VisibleText
{
    private const char FirstControlPicture = '\u2400';

    /// <summary>
    /// The text with control characters as their pictures, and characters that turn the writing direction or hide left
    /// out as U+FFFD. A tab stays.
    /// </summary>
    public static string Of(string text)
    {
        StringBuilder? safe = null;
        for (int i = 0; i < text.Length; i++)
        {
            char shown = Show(text[i]);
            if (shown != text[i])
            {
                safe ??= new StringBuilder(text);
                safe[i] = shown;
            }
        }

        return safe?.ToString() ?? text;
    }

    private static char Show(char c) => c switch
    {
        '\t' => c,
        < ' ' => (char)(FirstControlPicture + c),
        '\u007F' => '\u2421',
        >= '\u202A' and <= '\u202E' or >= '\u2066' and <= '\u2069' => '\uFFFD',
        _ when char.GetUnicodeCategory(c) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator => '\uFFFD',
        _ => c,
    };
}
