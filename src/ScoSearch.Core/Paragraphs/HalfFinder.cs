using ScoSearch.Core.Documents;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds paragraphs that stop in mid-sentence, and paragraphs that begin in one.</summary>
/// <param name="text">The source.</param>
/// <param name="blocks">Blocks in reading order, with texts and kinds.</param>
internal sealed class HalfFinder(string text, List<Block> blocks)
{
    private const int MinLength = 12;
    private const int MaxSpeaker = 60; // characters of a name with its office
    private const int Certain = 4;     // a beginning that is none by itself
    private const int MaxOpening = 3;

    private readonly bool _indented = AreIndented(blocks);
    private readonly Block? _to = OnlySign(blocks, "下转");
    private readonly Block? _from = OnlySign(blocks, "上接");

    /// <summary>Paragraphs that stop in mid-sentence.</summary>
    /// <param name="most">Stops looking after one more than that.</param>
    public List<HalfParagraph> FindHeads(int most)
    {
        List<HalfParagraph> heads = [];
        int stretch = 0;
        for (int i = 0; i < blocks.Count && heads.Count <= most; i++)
        {
            stretch += blocks[i].StopsText ? 1 : 0;
            int strength = IsProse(blocks[i]) ? HeadStrength(blocks[i]) : 0;
            if (strength > 0)
            {
                int open = CountOpen(blocks[i].Composed.Text, out _);
                heads.Add(new HalfParagraph(blocks[i], i, stretch, strength, open, i + 1 < blocks.Count && blocks[i + 1] == _to));
            }
        }

        return heads;
    }

    /// <summary>Paragraphs that may be the rest of another one.</summary>
    public List<HalfParagraph> FindTails()
    {
        List<HalfParagraph> tails = [];
        int stretch = 0;
        for (int i = 0; i < blocks.Count; i++)
        {
            stretch += blocks[i].StopsText ? 1 : 0;
            if (IsProse(blocks[i]) && !blocks[i].First.Enumerator.Exists && !HasIndent(blocks[i]))
            {
                bool atSign = i > 0 && blocks[i - 1] == _from;
                bool unled = atSign || Before(i) is not { Kind: ParagraphKind.Body };
                int strength = FormStrength(blocks[i]) + (unled ? 1 : 0);
                strength += unled || strength + MaxOpening >= Certain ? OpeningStrength(blocks[i].Composed.Text) : 0;
                if (unled || strength >= Certain)
                {
                    CountOpen(blocks[i].Composed.Text, out int closed);
                    tails.Add(new HalfParagraph(blocks[i], i, stretch, strength, closed, atSign));
                }
            }
        }

        return tails;
    }

    private static bool IsProse(Block block) =>
        block is { Kind: ParagraphKind.Body, IsIntruder: false, KindIsFixed: false } && block.Composed.Text.Length >= MinLength;

    // 0 where the text does not clearly stop in mid-sentence.
    private static int HeadStrength(Block block)
    {
        SourceLine last = block.Last;
        string composed = block.Composed.Text;
        char end = composed[^1];
        if (LineText.EndsSentence(composed) || end is '：' or ':' or '；' or ';' or '—' or '”' or '》' or '）' or ')')
        {
            return 0;
        }

        if (end is '，' or '、' or ',' || CharClass.IsOpening(end))
        {
            return 3;
        }

        bool clause = LineText.HasInnerSentenceEnd(composed) || LineText.CountCommas(composed) > 0;
        bool wrapped = last.Regime.IsWrapped && last.Right <= last.Regime.Measure + 7;
        bool stops = (CharClass.IsHan(end) || CharClass.IsNarrowWord(end)) && clause
            && (!wrapped || last.Right >= last.Regime.Measure - 3);
        return !stops ? 0 : wrapped ? 3 : LineText.HasInnerSentenceEnd(composed) ? 2 : 1;
    }

    // How surely no paragraph has such a form at its beginning.
    private int FormStrength(Block block)
    {
        char first = block.Composed.Text[0];
        int strength = CharClass.IsClosing(first) && first is not ('…' or '"' or '\'') ? 6 : 0;
        return strength + (IndentMissing(block) ? block.First.Regime.IndentLost ? 4 : 5 : 0);
    }

    private static int OpeningStrength(ReadOnlySpan<char> composed) =>
        IntroducesSpeaker(composed[..Math.Min(composed.Length, MaxSpeaker)]) ? -5 : WordStrength(composed);

    // Verbs, adverbs and particles that hardly ever begin a sentence. Nouns seldom do either, but they head paragraphs;
    // a character alone may be the first of a name that the dictionary lacks.
    private static int WordStrength(ReadOnlySpan<char> composed) => SentenceOpenings.RatioOf(composed, out int length) switch
    {
        null => 0,
        <= 0.12 when SentenceOpenings.IsLikeNoun(composed) => 0,
        <= 0.02 => MaxOpening,
        <= 0.06 when length > 1 => MaxOpening,
        <= 0.12 when length > 1 => 2,
        <= 1 => 0,
        <= 4 => -1,
        _ => -3,
    };

    // 王某（镇志办公室）：……
    private static bool IntroducesSpeaker(ReadOnlySpan<char> composed)
    {
        int bracket = composed.IndexOfAny('（', '('), colon = composed.IndexOfAny('：', ':');
        return BylinePatterns.IsSpeaker(composed)
            || (colon > 0 && (bracket is > 1 and < 6 ? composed[colon - 1] is '）' or ')' : colon is > 1 and < 6));
    }

    private bool HasIndent(Block block) => block.First.Regime.IsWrapped
        ? block.First.Regime.Indented && block.First.Indent >= block.First.Regime.BaseIndent + 2
        : _indented && block.First.Indent >= 2;

    // Where paragraphs begin with an indent, or with the room it left, one that does not is no beginning.
    private bool IndentMissing(Block block)
    {
        Regime regime = block.First.Regime;
        if (!regime.IsWrapped)
        {
            return _indented;
        }

        return regime.Indented || (regime.IndentLost && block.LineCount > 1 && RightOfText(block.First) >= regime.Measure - 2);
    }

    // Closing punctuation may hang.
    private int RightOfText(SourceLine line) => line.Right - (CharClass.IsClosing(text[line.End - 1]) ? 2 : 0);

    // Whether paragraphs that are one line each begin with an indent.
    private static bool AreIndented(List<Block> blocks)
    {
        int all = 0, indented = 0;
        foreach (Block block in blocks)
        {
            if (block.Kind == ParagraphKind.Body && !block.First.Regime.IsWrapped)
            {
                all++;
                indented += block.First.Indent >= 2 ? 1 : 0;
            }
        }

        return indented >= 3 && indented * 10 >= all * 7;
    }

    private static Block? OnlySign(List<Block> blocks, string sign)
    {
        List<Block> found = blocks.FindAll(b => b.StopsText && b.Composed.Text.Contains(sign, StringComparison.Ordinal));
        return found.Count == 1 ? found[0] : null;
    }

    /// <summary>The paragraph before a place that is neither noise nor a footnote, or null.</summary>
    public Block? Before(int index)
    {
        for (int i = index - 1; i >= 0; i--)
        {
            if (blocks[i].Kind is not (ParagraphKind.Noise or ParagraphKind.Footnote))
            {
                return blocks[i];
            }
        }

        return null;
    }

    // Brackets and quotation marks left open; and those closed without being opened.
    private static int CountOpen(ReadOnlySpan<char> composed, out int closed)
    {
        const string Pairs = "（）()《》「」『』【】“”";
        int open = 0;
        closed = 0;
        foreach (char c in composed)
        {
            int at = c < 0x80 && c is not ('(' or ')') ? -1 : Pairs.IndexOf(c, StringComparison.Ordinal);
            if (at >= 0 && at % 2 == 0)
            {
                open++;
            }
            else if (at > 0)
            {
                closed += open == 0 ? 1 : 0;
                open = Math.Max(0, open - 1);
            }
        }

        return open;
    }
}
