namespace ScoSearch.Core.Paragraphs;

/// <summary>Whether a hyphen at a line end only splits a word. Unless something tells, it stays.</summary>
internal static class HyphenRule
{
    // Ends of English words that are no words themselves.
    private static readonly string[] Endings =
    [
        "tion", "tions", "ation", "ations", "mation", "sion", "sions", "ment", "ments", "ing", "ings", "ness", "ity",
        "ities", "tive", "tives", "ative", "ance", "ence", "ences", "ally", "ical", "ically", "ized", "izing", "ization",
        "ture", "tures", "ology", "nomic", "nomics", "tional", "ional", "ously", "eral", "erate", "erated", "tory", "ment's",
        "ble", "able", "ible", "ments", "lished", "tributed", "ternational", "opment", "velopment", "ernment", "ty", "ly",
    ];

    /// <summary>Decides by the whole word standing elsewhere in the text, then by the ending.</summary>
    public static bool OnlySplits(ReadOnlySpan<char> left, ReadOnlySpan<char> right, WordEvidence words)
    {
        int start = left.Length - 1;
        while (start > 0 && char.IsAsciiLetter(left[start - 1]))
        {
            start--;
        }

        int end = 0;
        while (end < right.Length && char.IsAsciiLetter(right[end]))
        {
            end++;
        }

        string head = left[start..^1].ToString(), tail = right[..end].ToString();
        if (head.Length < 2 || tail.Length < 2)
        {
            return false;
        }

        if (words.Occurs(head + tail))
        {
            return true;
        }

        return !words.Occurs(head + "-" + tail) && Array.IndexOf(Endings, tail.ToLowerInvariant()) >= 0;
    }
}
