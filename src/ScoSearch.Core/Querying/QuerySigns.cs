using System.Buffers;
using System.Globalization;

namespace ScoSearch.Core.Querying;

/// <summary>The signs of the query language in all their widths and forms.</summary>
internal static class QuerySigns
{
    private const string Closing = "\"”“„＂″";

    private static readonly SearchValues<char> QuoteEnds = SearchValues.Create(Closing);

    /// <summary>The half-width form of a sign; other characters as they are. A blank of any kind is a space.</summary>
    public static char Fold(char c) => c switch
    {
        >= '\uFF01' and <= '\uFF5E' => (char)(c - 0xFEE0),
        '“' or '”' or '„' => '"',
        '【' or '〔' => '[',
        '】' or '〕' => ']',
        '∼' or '〜' => '~',
        _ => char.IsWhiteSpace(c) || c == '\0' ? ' ' : c,
    };

    /// <summary>Whether a character separates words: white space of any kind, or a control character.</summary>
    public static bool IsBlank(char c) => char.IsWhiteSpace(c) || char.IsControl(c);

    /// <summary>Whether a character opens a phrase.</summary>
    public static bool OpensPhrase(char c) => c is '"' or '“' or '”' or '„' or '＂' or '「' or '『' or '﹁' or '﹃';

    /// <summary>Whether a character closes the phrase that another one opened.</summary>
    public static bool ClosesPhrase(char opener, char c) => opener switch
    {
        '「' => c == '」',
        '『' => c == '』',
        '﹁' => c == '﹂',
        '﹃' => c == '﹄',
        _ => QuoteEnds.Contains(c),
    };

    /// <summary>A character for an error message: control characters by their number.</summary>
    public static string Show(char c) => char.IsControl(c) || char.IsSurrogate(c)
        ? string.Create(CultureInfo.InvariantCulture, $"U+{(int)c:X4}")
        : c.ToString();
}
