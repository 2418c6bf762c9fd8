namespace ScoSearch.Core.Searching;

/// <summary>What a person typed, cut into phrases and loose text. Immutable.</summary>
/// <param name="Parts">The parts in the order they were typed.</param>
internal sealed record UserQuery(IReadOnlyList<UserQueryPart> Parts)
{
    private const string Openers = "\"“„＂「『";

    /// <summary>Reads what was typed. Never fails: an opening quote without its partner is ordinary text.</summary>
    /// <remarks>
    /// Quotation marks of any script and width make a phrase; a minus sign at the beginning of a part, after white space, excludes it.
    /// </remarks>
    public static UserQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<UserQueryPart> parts = [];
        int at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            bool excluded = text[at] is '-' or '－' && at + 1 < text.Length && !char.IsWhiteSpace(text[at + 1]);
            int start = excluded ? at + 1 : at;
            int close = IsOpener(text[start]) ? FindCloser(text, start + 1, CloserOf(text[start])) : -1;
            int end = close >= 0 ? close : FindEnd(text, start);
            string content = close >= 0 ? text[(start + 1)..close] : text[start..end];
            if (!string.IsNullOrWhiteSpace(content))
            {
                parts.Add(new UserQueryPart(content, IsPhrase: close >= 0, excluded));
            }

            at = close >= 0 ? close + 1 : end;
        }

        return new UserQuery(parts);
    }

    private static bool IsOpener(char c) => Openers.Contains(c, StringComparison.Ordinal);

    private static string CloserOf(char opener) => opener switch
    {
        '「' => "」",
        '『' => "』",
        _ => "\"”“„＂",
    };

    private static int FindCloser(string text, int from, string closers)
    {
        for (int i = from; i < text.Length; i++)
        {
            if (closers.Contains(text[i], StringComparison.Ordinal))
            {
                return i;
            }
        }

        return -1;
    }

    // Loose text ends at white space, or where a complete phrase begins.
    private static int FindEnd(string text, int start)
    {
        for (int i = start + 1; i < text.Length; i++)
        {
            if (char.IsWhiteSpace(text[i]) || (IsOpener(text[i]) && FindCloser(text, i + 1, CloserOf(text[i])) >= 0))
            {
                return i;
            }
        }

        return text.Length;
    }
}
