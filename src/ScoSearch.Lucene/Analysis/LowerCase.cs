namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Language-neutral lower-casing, code point by code point, as Java 17 does it (Unicode 13.0). Keeps the length of a
/// text. Thread-safe.
/// </summary>
/// <remarks>
/// A table of our own instead of the runtime's: the terms in an index must not change with the Unicode version of the
/// runtime.
/// </remarks>
internal static class LowerCase
{
    private static readonly CodePointMap Map = CodePointMap.Load(PackedResource.LowerCase);

    /// <summary>The lower case of a code point.</summary>
    public static int Of(int codePoint) => Map[codePoint];

    /// <summary>Lower-cases in place.</summary>
    public static void Apply(Span<char> text) => Map.Apply(text);

    /// <summary>The text in lower case; the same string when nothing changes.</summary>
    public static string Apply(string text)
    {
        char[] lower = text.ToCharArray();
        Map.Apply(lower);
        return lower.AsSpan().SequenceEqual(text) ? text : new string(lower);
    }
}
