namespace ScoSearch.Core.Variants;

/// <summary>Letters of pinyin without their tone marks. Stateless; thread-safe.</summary>
/// <remarks>A table of its own: decomposing characters needs data that programs without cultures lack.</remarks>
internal static class ToneMarks
{
    private const string Marked = "āáǎàăēéěèêĕīíǐìĭōóǒòŏūúǔùŭǖǘǚǜüńňǹḿ";
    private const string Plain = "aaaaaeeeeeeiiiiiooooouuuuuvvvvvnnnm";

    /// <summary>The lower-case letter without its mark; ü as v; anything else as it is.</summary>
    public static char Remove(char letter)
    {
        char lower = char.ToLowerInvariant(letter);
        int at = lower < 0x80 ? -1 : Marked.IndexOf(lower, StringComparison.Ordinal);
        return at < 0 ? lower : Plain[at];
    }

    /// <summary>Whether a character is a mark that belongs to the letter before it.</summary>
    public static bool IsCombining(char c) => c is >= '\u0300' and <= '\u036F';
}
