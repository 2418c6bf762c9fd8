using System.Buffers;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Tells by its look alone whether a paragraph may be a heading.</summary>
internal static class HeadingForms
{
    private const int MaxHeadingWidth = 110;
    /// <summary>Most columns of a heading without a number.</summary>
    public const int MaxPlainHeadingWidth = 72;


    private static readonly SearchValues<char> GapStarts = SearchValues.Create("（(_");
    private static readonly SearchValues<string> Gaps =
        SearchValues.Create(["（）", "( )", "()", "（ ）", "___"], StringComparison.Ordinal);

    /// <summary>Whether a paragraph looks like a heading: short, without the end of a sentence, not an item.</summary>
    public static bool Is(Block block, string text, int width)
    {
        Enumerator e = block.First.Enumerator;
        char last = text[^1];
        if (BylinePatterns.IsSpeaker(text))
        {
            return false;
        }

        if (last is '，' or '；' or '、' or '：' or ',' or ';' or ':' || LineText.HasInnerSentenceEnd(text)
            || e.Style is EnumeratorStyle.Bullet or EnumeratorStyle.Dash or EnumeratorStyle.SquareBrackets
                or EnumeratorStyle.Circled or EnumeratorStyle.Letter or EnumeratorStyle.Article)
        {
            return last is '—' && width <= 40 && !LineText.HasInnerSentenceEnd(text) && !e.Exists
                && LineText.CountCommas(text) == 0;
        }

        if (e.CanHead)
        {
            int number = LineScanner.WidthOf(text.AsSpan(0, Math.Min(e.Length, text.Length)));
            return width <= MaxHeadingWidth && LineText.CountCommas(text) <= 3 && width > number + 2;
        }

        bool question = last is '？' or '?';
        bool exclaims = last is '！' or '!' or '…' or '”' && LineText.EndsSentence(text);
        return width <= MaxPlainHeadingWidth && !exclaims && LineText.CountCommas(text) <= 2
            && (CharClass.IsHan(last) || CharClass.IsNarrowWord(last) || question || last is '）' or ')' or '”' or '》' or '—')
            && LineText.ContainsHan(text) && (!question || width >= 12);
    }

    /// <summary>Whether there is a gap to fill in: such a question is no title and heads nothing.</summary>
    public static bool HasGap(string text) => text.AsSpan().IndexOfAny(GapStarts) is >= 0 and int at
        && text.AsSpan(at).IndexOfAny(Gaps) >= 0;
}
