using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Reads decimal numbers at the head of headings: <c>2.1.3</c>, <c>2.</c>, and without a mark <c>2</c>.</summary>
/// <remarks>
/// In running text <c>2.1编</c> may be a measure and <c>3当</c> a misprint, so lines are not cut there. Of a paragraph
/// that has the form of a heading they are its number, a bare one if another heading of the text continues it.
/// </remarks>
internal static class HeadingNumbers
{
    private const int MaxNumber = 60;
    private const string Units = "年月日个天次位名万亿千百元％%人岁号周倍米吨度点时分秒多余级";
    private const string DecimalUnits = "万亿元％%倍";

    /// <summary>Sets <see cref="Block.Number"/> of the headings.</summary>
    public static void Assign(List<Block> blocks)
    {
        int from = 0;
        for (int i = 0; i <= blocks.Count; i++)
        {
            if (i == blocks.Count || blocks[i].StopsText || blocks[i].Kind == ParagraphKind.Title)
            {
                AssignWithin(blocks, from, i);
                from = i;
            }
        }
    }

    /// <summary>The number at the head of a text such as <c>2.1</c>, and whether no mark or blank follows it; or "".</summary>
    public static string Read(ReadOnlySpan<char> text, out bool bare)
    {
        int at = 0, depth = 0;
        bare = false;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            int start = at;
            while (at < text.Length && char.IsAsciiDigit(text[at]))
            {
                at++;
            }

            depth++;
            bool inner = at + 1 < text.Length && text[at] is '.' or '．' && char.IsAsciiDigit(text[at + 1]);
            if (at - start > 2 || !inner)
            {
                break;
            }

            at++;
        }

        if (at == 0 || at >= text.Length || at > 12 || (depth == 1 && at > 2))
        {
            return "";
        }

        string number = text[..at].ToString().Replace('．', '.');
        if (text[at] is '.' or '．' or '、' or ' ' or '\u3000' or '\t')
        {
            ReadOnlySpan<char> rest = text[(at + 1)..].TrimStart();
            return rest.Length > 0 && !(depth > 1 && DecimalUnits.Contains(rest[0], StringComparison.Ordinal)) ? number : "";
        }

        bare = depth == 1;
        bool words = CharClass.IsHan(text[at]) || char.IsAsciiLetter(text[at]) || text[at] is '“' or '《' or '"';
        return words && !(bare ? Units : DecimalUnits).Contains(text[at], StringComparison.Ordinal) ? number : "";
    }

    /// <summary>Whether a text begins with a number of two parts or more, as headings have it.</summary>
    public static bool IsDotted(ReadOnlySpan<char> text) => text.Length > 4 && char.IsAsciiDigit(text[0])
        && text[..4].IndexOfAny('.', '．') > 0 && Read(text[..Math.Min(16, text.Length)], out _).Contains('.', StringComparison.Ordinal);

    private static void AssignWithin(List<Block> blocks, int from, int to)
    {
        HashSet<int> bareNumbers = [], firstParts = [];
        List<Block> bares = [];
        for (int i = from; i < to; i++)
        {
            Block block = blocks[i];
            if (block.Kind != ParagraphKind.Heading)
            {
                continue;
            }

            string number = Read(block.Composed.Text, out bool bare);
            int dot = number.IndexOf('.', StringComparison.Ordinal);
            int first = number.Length == 0 ? -1 : int.Parse(dot < 0 ? number : number[..dot], System.Globalization.CultureInfo.InvariantCulture);
            if (first is < 0 or > MaxNumber)
            {
                continue;
            }

            block.Number = number;
            (dot < 0 ? bareNumbers : firstParts).Add(first);
            if (bare)
            {
                bares.Add(block);
            }
        }

        foreach (Block block in bares)
        {
            int value = int.Parse(block.Number, System.Globalization.CultureInfo.InvariantCulture);
            if (!firstParts.Contains(value) && !firstParts.Contains(value - 1)
                && !bareNumbers.Contains(value - 1) && !bareNumbers.Contains(value + 1))
            {
                block.Number = "";
            }
        }
    }
}
