using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds what tools left in a text: bookmarks, fields, template placeholders, entities of blanks.</summary>
internal static class LeftoverFinder
{
    private const int MaxLength = 400;
    private const int MaxPlaceholder = 42;
    private const int MaxPageReference = 64;

    // Every leftover begins with one of these; a vectorized search finds the few candidates.
    private static readonly SearchValues<char> Openers = SearchValues.Create("[{&HP");

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_ .");

    /// <summary>The leftovers of a text, by rising start, not overlapping.</summary>
    public static List<Leftover> Find(ReadOnlySpan<char> text)
    {
        List<Leftover> found = [];
        int at = 0;
        while (at < text.Length)
        {
            int next = text[at..].IndexOfAny(Openers);
            if (next < 0)
            {
                break;
            }

            at += next;
            int length = LengthAt(text[at..], out string rule);
            if (length > 0)
            {
                found.Add(new Leftover(at, at + length, rule));
            }

            at += Math.Max(length, 1);
        }

        return found;
    }

    private static int LengthAt(ReadOnlySpan<char> text, out string rule)
    {
        rule = "";
        switch (text[0])
        {
            case '[' when text.StartsWith("[bookmark:", StringComparison.OrdinalIgnoreCase):
                rule = "bookmark";
                return Closed(text, "]");
            case '{' when text.StartsWith("{{", StringComparison.Ordinal):
                rule = "placeholder";
                return IsPlaceholder(text) ? Closed(text, "}}") : 0;
            case 'H' when text.StartsWith("HYPERLINK \"", StringComparison.Ordinal):
                rule = "field-code";
                return Quoted(text, "HYPERLINK \"".Length);
            case 'P' when text.StartsWith("PAGEREF _", StringComparison.Ordinal):
                rule = "field-code";
                return text[..Math.Min(text.Length, MaxPageReference)].IndexOf(" \\h", StringComparison.Ordinal)
                    is > 0 and int end ? end + 3 : 0;
            case '&':
                rule = "entity";
                return text.StartsWith("&nbsp;", StringComparison.Ordinal) ? 6
                    : text.StartsWith("&emsp;", StringComparison.Ordinal) ? 6
                    : text.StartsWith("&ensp;", StringComparison.Ordinal) ? 6 : 0;
            default:
                return 0;
        }
    }

    // {{PAGE}}, {{ page_number }}: capitals and names, no Chinese, so that a template quoted in a text stays.
    private static bool IsPlaceholder(ReadOnlySpan<char> text)
    {
        int end = text[..Math.Min(text.Length, MaxPlaceholder)].IndexOf("}}", StringComparison.Ordinal);
        return end > 2 && !text[2..end].ContainsAnyExcept(NameCharacters);
    }

    private static int Closed(ReadOnlySpan<char> text, string closer)
    {
        ReadOnlySpan<char> window = text[..Math.Min(text.Length, MaxLength)];
        int end = window.IndexOf(closer, StringComparison.Ordinal);
        int line = window.IndexOfAny('\n', '\r');
        return end < 0 || (line >= 0 && line < end) ? 0 : end + closer.Length;
    }

    private static int Quoted(ReadOnlySpan<char> text, int open)
    {
        int length = Closed(text[open..], "\"");
        return length == 0 ? 0 : open + length;
    }
}
