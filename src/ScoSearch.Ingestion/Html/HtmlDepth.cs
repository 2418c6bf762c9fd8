namespace ScoSearch.Ingestion.Html;

/// <summary>Bounds the nesting of a page before it is parsed, because building and walking a deep tree costs too much.</summary>
internal static class HtmlDepth
{
    private static readonly HashSet<string> NeverNested = new(StringComparer.OrdinalIgnoreCase)
    {
        "br", "img", "meta", "link", "input", "hr", "p", "li", "td", "tr", "th", "area", "base", "col", "embed", "source",
        "track", "wbr", "param", "dd", "dt", "option", "!doctype",
    };

    /// <summary>Whether more elements are opened than closed, at some place, by more than a limit.</summary>
    public static bool Exceeds(string html, int limit)
    {
        int depth = 0;
        var names = NeverNested.GetAlternateLookup<ReadOnlySpan<char>>();
        ReadOnlySpan<char> rest = html;
        while (rest.IndexOf('<') is >= 0 and int at && at + 1 < rest.Length)
        {
            rest = rest[(at + 1)..];
            bool closes = rest[0] == '/';
            ReadOnlySpan<char> name = rest[(closes ? 1 : 0)..];
            int end = 0;
            while (end < name.Length && end < 20 && char.IsAsciiLetterOrDigit(name[end]))
            {
                end++;
            }

            if (end == 0 || names.Contains(name[..end]))
            {
                continue;
            }

            depth = closes ? Math.Max(0, depth - 1) : depth + 1;
            if (depth > limit)
            {
                return true;
            }
        }

        return false;
    }
}
