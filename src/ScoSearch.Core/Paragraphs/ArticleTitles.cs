using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds the titles of articles that were pasted into one text one after another.</summary>
/// <remarks>
/// Two signs. Numbered titles stand between blank lines where paragraphs usually do not, count up over the whole text,
/// and below them counting begins again: <c>3、…</c> holds <c>一、</c> to <c>四、</c> of its own. Titles without a
/// number stand, with authors and institutes, directly above an abstract.
/// </remarks>
internal static class ArticleTitles
{
    private const int MaxWidth = 160;
    private const int MaxHead = 6; // title, subtitle, authors and institutes above an abstract

    /// <summary>Indexes of the blocks that are titles.</summary>
    public static HashSet<int> Find(List<Block> blocks)
    {
        HashSet<int> titles = [];
        if (blocks.Exists(b => b.KindIsFixed && b.Kind is ParagraphKind.Title or ParagraphKind.Heading))
        {
            return titles; // the format knows better
        }

        AddNumbered(blocks, titles);
        for (int i = 1; i < blocks.Count; i++)
        {
            if (SectionNames.OpensAbstract(blocks[i].Composed.Text))
            {
                AddAboveAbstract(blocks, i, titles);
            }
        }

        return titles;
    }

    private static void AddNumbered(List<Block> blocks, HashSet<int> titles)
    {
        int spaced = blocks.Count(b => b.First.BlankBefore > 0);
        if (spaced * 5 > blocks.Count * 2)
        {
            return; // blank lines say nothing
        }

        Dictionary<EnumeratorStyle, List<int>> sequences = [];
        for (int i = 0; i < blocks.Count; i++)
        {
            Enumerator e = blocks[i].First.Enumerator;
            if (e.CanHead && e.Style != EnumeratorStyle.Dotted && StandsAlone(blocks, i) && HasForm(blocks[i]))
            {
                List<int> sequence = sequences.TryGetValue(e.Style, out List<int>? known) ? known : sequences[e.Style] = [];
                if (e.Value == sequence.Count + 1)
                {
                    sequence.Add(i);
                }
            }
        }

        foreach (List<int> sequence in sequences.Values)
        {
            int begun = 0;
            for (int i = 0; i < sequence.Count; i++)
            {
                begun += CountsAnew(blocks, sequence[i], i + 1 < sequence.Count ? sequence[i + 1] : blocks.Count) ? 1 : 0;
            }

            if (begun >= 2 && begun * 2 >= sequence.Count)
            {
                titles.UnionWith(sequence);
            }
        }
    }

    private static bool StandsAlone(List<Block> blocks, int index) =>
        (index == 0 || blocks[index].First.BlankBefore > 0) && index + 1 < blocks.Count && blocks[index + 1].First.BlankBefore > 0;

    // Whether an article of its own lies between: its sections begin with the first again, or are named like parts of a paper.
    private static bool CountsAnew(List<Block> blocks, int title, int end)
    {
        Enumerator own = blocks[title].First.Enumerator;
        for (int i = title + 1; i < end; i++)
        {
            Enumerator e = blocks[i].First.Enumerator;
            string text = blocks[i].Composed.Text;
            if ((e.CanHead && e.Value == 1 && e.Style <= own.Style) || SectionNames.IsName(text))
            {
                return true;
            }

            string number = own.Value == 1 || e.Exists ? "" : HeadingNumbers.Read(text, out _);
            if (number is "1" or "1.1" && HasForm(blocks[i]))
            {
                return true;
            }
        }

        return false;
    }

    private static void AddAboveAbstract(List<Block> blocks, int index, HashSet<int> titles)
    {
        int top = index;
        while (top > 0 && index - top < MaxHead && IsHeadLine(blocks[top - 1]))
        {
            top--;
        }

        // a title is text of its own, with authors below it or nothing but the abstract
        string text = top == index ? "" : blocks[top].Composed.Text;
        bool named = text.Length > 0 && (BylinePatterns.NamesAuthor(text) || SectionNames.IsName(text));
        if (text.Length > 0 && !named && HasForm(blocks[top]) && LineText.ContainsHan(text))
        {
            titles.Add(top);
        }
    }

    private static bool IsHeadLine(Block block)
    {
        string text = block.Composed.Text;
        return !block.KindIsFixed && !block.StopsText && text.Length is > 1 and <= MaxWidth && !SectionNames.IsName(text)
            && block.First.Enumerator.Style is not (EnumeratorStyle.SquareBrackets or EnumeratorStyle.Letter)
            && !LineText.EndsSentence(text) && !LineText.HasInnerSentenceEnd(text) && !BylinePatterns.IsEndMark(text)
            && !BylinePatterns.IsSpeaker(text);
    }

    private static bool HasForm(Block block)
    {
        string text = block.Composed.Text;
        return !block.KindIsFixed && !block.IsIntruder && text.Length is > 2 and <= MaxWidth
            && LineScanner.WidthOf(text) <= MaxWidth && text[^1] is not ('。' or '；' or '，' or '、' or '：' or ':' or '.')
            && !LineText.HasInnerSentenceEnd(text);
    }
}
