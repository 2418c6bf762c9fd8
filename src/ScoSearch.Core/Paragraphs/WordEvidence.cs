namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// How well two characters go together, judged by the document itself: a pair that a line end cuts usually stands
/// whole somewhere else in the text. A dictionary, where there is one, says the same more surely. Not thread-safe.
/// </summary>
/// <param name="text">The document.</param>
/// <param name="words">A dictionary, or null.</param>
internal sealed class WordEvidence(string text, IWordKnowledge? words)
{
    private const int MaxLookups = 400;
    private const int MaxScan = 400_000;

    private readonly Dictionary<(char, char), int> _known = [];

    /// <summary>0 (nothing known) to 3 (certain), for two Chinese characters; 0 for everything else.</summary>
    public int Affinity(char left, char right)
    {
        if (!CharClass.IsHan(left) || !CharClass.IsHan(right))
        {
            return 0;
        }

        if (_known.TryGetValue((left, right), out int known))
        {
            return known;
        }

        if (_known.Count >= MaxLookups)
        {
            return 0;
        }

        int value = words?.IsWithinWord(left, right) == true ? 3 : Occurrences([left, right]);
        _known.Add((left, right), value);
        return value;
    }

    /// <summary>Whether a string stands somewhere in the text; used for hyphens.</summary>
    public bool Occurs(ReadOnlySpan<char> word) =>
        text.AsSpan(0, Math.Min(text.Length, MaxScan)).IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0;

    private int Occurrences(ReadOnlySpan<char> pair)
    {
        ReadOnlySpan<char> rest = text.AsSpan(0, Math.Min(text.Length, MaxScan));
        int count = 0;
        while (count < 2 && rest.IndexOf(pair, StringComparison.Ordinal) is >= 0 and int at)
        {
            count++;
            rest = rest[(at + 1)..];
        }

        return count;
    }
}
