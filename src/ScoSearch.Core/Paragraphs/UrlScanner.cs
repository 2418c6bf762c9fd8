namespace ScoSearch.Core.Paragraphs;

/// <summary>Tells whether a URL, DOI or mail address runs up to the end of a text.</summary>
internal static class UrlScanner
{
    /// <summary>Whether a character can stand in a URL.</summary>
    public static bool IsUrlCharacter(char c) => c is > ' ' and < '\x7F' and not ('<' or '>' or '"' or '{' or '}' or '\\' or '^' or '`');

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
