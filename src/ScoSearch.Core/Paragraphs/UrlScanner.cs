using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Tells whether a URL, DOI or mail address runs up to the end of a text.</summary>
internal static class UrlScanner
{
    private static readonly SearchValues<char> Signs = SearchValues.Create("./_?=&");

    /// <summary>Whether a character can stand in a URL.</summary>
    public static bool IsUrlCharacter(char c) => c is > ' ' and < '\x7F' and not ('<' or '>' or '"' or '{' or '}' or '\\' or '^' or '`');

    /// <summary>Whether a URL at the end of a line goes on at the head of the next.</summary>
    public static bool GoesOn(ReadOnlySpan<char> before, ReadOnlySpan<char> after)
    {
        if (!char.IsAsciiLetterOrDigit(after[0]) && after[0] is not ('/' or '?' or '_' or '%' or '#' or '='))
        {
            return false;
        }

        if (after.StartsWith("http", StringComparison.OrdinalIgnoreCase) || !EndsInUrl(before))
        {
            return false;
        }

        int end = 0;
        while (end < after.Length && IsUrlCharacter(after[end]))
        {
            end++;
        }

        // a word of the next sentence has a blank after it; the rest of a URL has not, or shows a sign of its own
        ReadOnlySpan<char> word = after[..end];
        return word.IndexOfAny(Signs) is >= 0 and int sign && sign < word.Length - 1;
    }

    /// <summary>Whether the last word of a text is a URL or DOI.</summary>
    public static bool EndsInUrl(ReadOnlySpan<char> text)
    {
        int start = text.Length;
        while (start > 0 && IsUrlCharacter(text[start - 1]))
        {
            start--;
        }

        ReadOnlySpan<char> word = text[start..];
        return word.Length >= 4 && (word.Contains("://", StringComparison.Ordinal)
            || word.Contains("www.", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("doi:", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("10.", StringComparison.Ordinal) && word.Contains('/')
            || word.StartsWith("(http", StringComparison.Ordinal));
    }
}
