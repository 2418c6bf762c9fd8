using System.Buffers;
using System.Globalization;

namespace ScoSearch.Core.Variants;

/// <summary>Cuts a query into what may be corrected and what may not. Stateless; thread-safe.</summary>
internal static class QueryRuns
{
    private static readonly SearchValues<char> Closers = SearchValues.Create("\"”“„＂」』");

    /// <summary>The runs in order; together they are the query.</summary>
    /// <remarks>
    /// Words of Latin letters with one blank, hyphen or apostrophe between them are one run: pinyin is typed in several.
    /// From a minus sign at the beginning of a part to the next white space nothing is corrected.
    /// </remarks>
    public static List<QueryRun> Split(string query)
    {
        List<QueryRun> runs = [];
        for (int at = 0; at < query.Length;)
        {
            QueryRunKind kind = KindAt(query, at);
            int end = kind switch
            {
                QueryRunKind.Han => EndOfHan(query, at),
                QueryRunKind.Latin => EndOfLatin(query, at),
                _ when IsExclusion(query, at) => EndOfExcluded(query, at + 1),
                _ => at + 1,
            };
            runs.Add(new QueryRun(at, end, kind));
            at = end;
        }

        return runs;
    }

    private static QueryRunKind KindAt(string query, int at) =>
        query[at] is >= '\u3400' and <= '\u9FFF' ? QueryRunKind.Han
        : IsLetter(query[at]) ? QueryRunKind.Latin
        : QueryRunKind.Other;

    // Full-width letters are letters too; the rest up to U+024F has the vowels with tones.
    private static bool IsLetter(char c) =>
        char.IsAsciiLetter(c) || (c is >= '\u00C0' and <= '\u024F' && char.IsLetter(c)) || c is (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ');

    private static bool IsExclusion(string query, int at) =>
        query[at] is '-' or '－' && (at == 0 || char.IsWhiteSpace(query[at - 1]))
        && at + 1 < query.Length && !char.IsWhiteSpace(query[at + 1]);

    // A quoted part ends at its closing mark, others at white space.
    private static int EndOfExcluded(string query, int at)
    {
        int close = query[at] is '"' or '“' or '„' or '＂' or '「' or '『' && at + 1 < query.Length
            ? query.AsSpan(at + 1).IndexOfAny(Closers)
            : -1;
        int end = close >= 0 ? at + 1 + close : at;
        while (end < query.Length && !char.IsWhiteSpace(query[end]))
        {
            end++;
        }

        return end;
    }

    private static int EndOfHan(string query, int at)
    {
        while (at < query.Length && query[at] is >= '\u3400' and <= '\u9FFF')
        {
            at++;
        }

        return at;
    }

    private static int EndOfLatin(string query, int at)
    {
        int end = at;
        while (at < query.Length)
        {
            if (IsLetter(query[at]) || CharUnicodeInfo.GetUnicodeCategory(query[at]) == UnicodeCategory.NonSpacingMark
                || (char.IsAsciiDigit(query[at]) && IsToneDigit(query, at)))
            {
                end = ++at;
            }
            else if (query[at] is ' ' or '\'' or '’' or '-' && at == end && at + 1 < query.Length && IsLetter(query[at + 1]))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        return end;
    }

    // shang4hai3: a digit from 1 to 5 after a letter and before a letter or a border. G20 and C5+1 are left alone with it.
    private static bool IsToneDigit(string query, int at) =>
        query[at] is >= '1' and <= '5' && char.IsAsciiLetterLower(query[at - 1])
        && (at + 1 == query.Length || !char.IsAsciiDigit(query[at + 1]));
}
