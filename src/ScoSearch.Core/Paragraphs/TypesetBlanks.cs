namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Corrects widths of lines where the blanks between Chinese and Latin text stand for gaps of the page, a quarter of a
/// character wide: a PDF tool writes a whole blank for each, and the lines seem longer than they were.
/// </summary>
/// <remarks>
/// Whether blanks are gaps or were typed shows in the lines themselves: full lines with such blanks end where those
/// without end, if the blanks are counted right.
/// </remarks>
internal static class TypesetBlanks
{
    private const int MinLines = 6;
    private const int Near = 8; // columns from the measure within which a line counts as full

    /// <summary>Sets <see cref="SourceLine.BlankExcess"/> where blanks are gaps.</summary>
    public static void Measure(string text, List<SourceLine> lines)
    {
        List<(SourceLine Line, int Blanks)> blanked = [];
        Dictionary<int, int> rights = [];
        int asTyped = 0, asGaps = 0, count = 0;
        for (int from = 0, to; from < lines.Count; from = to)
        {
            rights.Clear();
            int first = blanked.Count;
            for (to = from; to < lines.Count && (to == from || !lines[to].PageTop); to++)
            {
                SourceLine line = lines[to];
                int blanks = line.IsText && line.Width >= 20 ? Count(LineText.Of(text, line)) : 0;
                if (blanks > 0)
                {
                    blanked.Add((line, blanks));
                }
                else if (line.IsText && !LineText.EndsSentence(LineText.Of(text, line)))
                {
                    rights[line.SetRight] = rights.GetValueOrDefault(line.SetRight) + 1;
                }
            }

            int measure = rights.Count == 0 ? 0 : rights.Where(r => r.Value >= 2).Select(r => r.Key).DefaultIfEmpty().Max();
            for (int i = first; i < blanked.Count && measure > 0; i++)
            {
                (SourceLine line, int blanks) = blanked[i];
                if (blanks > 1 && Math.Abs(line.SetRight - measure) <= Near && !LineText.EndsSentence(LineText.Of(text, line)))
                {
                    asTyped += Math.Abs((line.SetRight - measure) * 2);
                    asGaps += Math.Abs(((line.SetRight - measure) * 2) - blanks);
                    count++;
                }
            }
        }

        if (count >= MinLines && asGaps * 4 < asTyped * 3)
        {
            blanked.ForEach(b => b.Line.BlankExcess = b.Blanks / 2);
        }
    }

    // Blanks between a Chinese character and a Latin letter or digit.
    private static int Count(ReadOnlySpan<char> content)
    {
        int count = 0;
        for (int at = content.IndexOf(' '), next = at; next >= 0 && at > 0 && at + 1 < content.Length; at += next + 1)
        {
            count += CharClass.IsHan(content[at - 1]) != CharClass.IsHan(content[at + 1]) ? 1 : 0;
            next = content[(at + 1)..].IndexOf(' ');
        }

        return count;
    }
}
