using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Gives each block its kind by its form and its place among the others.</summary>
/// <param name="blocks">Blocks in reading order, with their texts.</param>
internal sealed class KindAssigner(List<Block> blocks)
{
    private const int MaxTitleWidth = 160;

    private readonly HashSet<int> _titles = ArticleTitles.Find(blocks);
    private readonly HashSet<string> _labels = ItemLabels.Find(blocks);
    private bool _titled;
    private bool _bodySeen;
    private bool _newText;

    /// <summary>Assigns kinds.</summary>
    public void Assign()
    {
        _titled = blocks.Exists(b => b.KindIsFixed && b.Kind == ParagraphKind.Title);
        for (int i = 0; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            if (!block.KindIsFixed)
            {
                block.Kind = KindOf(i);
            }
            else if (block.Kind == ParagraphKind.Heading && (HeadingForms.HasGap(block.Composed.Text) || IsItem(block.Composed.Text)))
            {
                block.Kind = ParagraphKind.Body; // a question that was set in the style of a heading
            }
            else if (block.Kind == ParagraphKind.Heading && PreviousText(i)?.Kind == ParagraphKind.Title
                && block.Composed.Text.StartsWith("——", StringComparison.Ordinal))
            {
                block.Kind = ParagraphKind.Subtitle;
            }

            Advance(block);
        }

        DisplayRuns.Relabel(blocks);
    }

    private void Advance(Block block)
    {
        if (block.StopsText || (block.Kind == ParagraphKind.Byline && _bodySeen && BylinePatterns.IsEndMark(block.Composed.Text)))
        {
            (_titled, _bodySeen, _newText) = (false, false, true);
        }
        else if (block.Kind == ParagraphKind.Title)
        {
            (_titled, _newText) = (true, false);
            _bodySeen &= block.KindIsFixed;
        }
        else if (block.Kind is ParagraphKind.Body)
        {
            _bodySeen = true;
            _newText = false;
        }
    }

    private ParagraphKind KindOf(int index)
    {
        Block block = blocks[index];
        string text = block.Composed.Text;
        if (text.Length == 0)
        {
            return ParagraphKind.Noise;
        }

        if (text.Length > MaxTitleWidth)
        {
            return ParagraphKind.Body;
        }

        if (_bodySeen && Amounts.IsAmount(text))
        {
            return ParagraphKind.Body; // most cells of some files, so that the patterns below need not be tried
        }

        if (_titles.Contains(index))
        {
            return ParagraphKind.Title;
        }

        int width = LineScanner.WidthOf(text);
        if (BylinePatterns.IsByline(text) || (_bodySeen && IsSignature(index)))
        {
            return ParagraphKind.Byline;
        }

        if (LineText.IsReferenceHeading(text) || (SectionNames.IsName(text) && NextText(index) is { StopsText: false }))
        {
            return ParagraphKind.Heading;
        }

        if (CaptionPatterns.IsCaption(text, width))
        {
            return ParagraphKind.Caption;
        }

        bool ended = LineText.EndsSentence(text) && text[^1] is not ('？' or '?' or '！' or '!' or '…');
        bool gap = HeadingForms.HasGap(text);
        bool heads = !ended && !gap && !IsItem(text) && HeadingForms.Is(block, text, width);
        ended |= gap;
        if (!_bodySeen)
        {
            ParagraphKind? opening = OpeningKind(index, block, text, width, ended);
            if (opening is not null)
            {
                return opening.Value;
            }
        }

        if (!heads)
        {
            return ParagraphKind.Body;
        }

        if (_newText && !_titled && !block.First.Enumerator.Exists && NextText(index) is null)
        {
            return ParagraphKind.Title;
        }

        return HeadsSomething(index, block, text) || block.IsIntruder ? ParagraphKind.Heading : ParagraphKind.Body;
    }

    // Before the first body paragraph of a text: title, subtitle and author in this order.
    private ParagraphKind? OpeningKind(int index, Block block, string text, int width, bool ended)
    {
        bool titleForm = !ended && width <= MaxTitleWidth && text[^1] is not ('：' or ':' or '，' or '；' or '、')
            && !block.First.Enumerator.CanHead && !LineText.HasInnerSentenceEnd(text);
        if (!_titled)
        {
            Block? above = PreviousText(index);
            bool underHeading = above is { KindIsFixed: true, Kind: ParagraphKind.Heading };
            bool atTop = above is null || _newText || (above.Kind != ParagraphKind.Body && !underHeading);
            bool issue = CaptionPatterns.IsIssueLine(text);
            if (atTop && titleForm && block.First.Enumerator.Style is EnumeratorStyle.None && NextText(index) is not null)
            {
                return issue ? ParagraphKind.Subtitle : BylinePatterns.IsPerson(text) ? ParagraphKind.Byline : ParagraphKind.Title;
            }

            return null;
        }

        if (text.StartsWith("——", StringComparison.Ordinal) && !ended && width <= MaxTitleWidth
            && PreviousText(index)?.Kind is ParagraphKind.Title or ParagraphKind.Subtitle)
        {
            return ParagraphKind.Subtitle;
        }

        ParagraphKind? before = PreviousText(index)?.Kind;
        if (before == ParagraphKind.Title && titleForm && !block.First.Enumerator.Exists && NamesAuthor(NextText(index))
            && !BylinePatterns.NamesAuthor(text))
        {
            return ParagraphKind.Subtitle; // between the title and the author
        }

        bool afterTitle = before is ParagraphKind.Title or ParagraphKind.Subtitle or ParagraphKind.Byline;
        return afterTitle && BylinePatterns.NamesAuthor(text) ? ParagraphKind.Byline : null;
    }

    private static bool NamesAuthor(Block? block) =>
        block is not null && block.Composed.Text.Length > 0 && BylinePatterns.NamesAuthor(block.Composed.Text);

    // 【导论】…… of a question bank and other paragraphs under labels of one form are items.
    private bool IsItem(string text) => _labels.Count > 0 && _labels.Contains(ItemLabels.Of(text));

    // A heading has something to head: a paragraph of text, or a heading of a lower level.
    private bool HeadsSomething(int index, Block block, string text)
    {
        Block? next = NextText(index);
        if (next is null || next.StopsText)
        {
            return false;
        }

        if (next.First.Enumerator is { Style: EnumeratorStyle.Letter, Value: 1 } || BylinePatterns.IsAnswer(next.Composed.Text))
        {
            return false; // a question with answers to choose from, or with its answer
        }

        if (Amounts.IsAmount(next.Composed.Text))
        {
            return false; // the label of a row: 三、营业利润, and its amount below
        }

        if (HeadingNumbers.IsDotted(next.Composed.Text))
        {
            return true;
        }

        if (block.First.Enumerator.CanHead)
        {
            Block? before = PreviousText(index);
            bool itemRun = block.First.Enumerator.Style is EnumeratorStyle.Arabic or EnumeratorStyle.ArabicInBrackets
                && (next.First.Enumerator.Style == block.First.Enumerator.Style
                    || (before?.First.Enumerator.Style == block.First.Enumerator.Style && before.Kind == ParagraphKind.Body));
            return !itemRun && !IsSignature(NextIndex(index));
        }

        if (EnumeratorParser.IsTickBox(next.Composed.Text))
        {
            return false; // the question of a form
        }

        if (IsLabelled(text) && PreviousText(index) is { } above && IsLabelled(above.Composed.Text))
        {
            return false; // one of several fields: 主编：……, 校对：……
        }

        if (IsTableRow(next) && block.First.BlankBefore == 0 && PreviousText(index) is { } row && IsTableRow(row))
        {
            return false; // a line of a cell that runs over several
        }

        if (text[^1] is '？' or '?')
        {
            int nextWidth = LineScanner.WidthOf(next.Composed.Text);
            return nextWidth > LineScanner.WidthOf(text) && LineText.EndsSentence(next.Composed.Text);
        }

        return LineText.EndsSentence(next.Composed.Text) || next.First.Enumerator.Exists || next.KindIsFixed
            || LineScanner.WidthOf(next.Composed.Text) > HeadingForms.MaxPlainHeadingWidth || next.Composed.Text[^1] is '：' or ':'
            || IsFollowedByText(index, 2);
    }

    private static bool IsLabelled(string text) => text.IndexOfAny(['：', ':']) is >= 2 and <= 12;

    private bool IsSignature(int index) => blocks[index].Composed.Text.Length <= BylinePatterns.MaxSignature
        && NextText(index) is { } below && BylinePatterns.IsSignature(blocks[index].Composed.Text, below.Composed.Text);

    private static bool IsTableRow(Block block) => block.First.Hints?.Role == LineRole.TableRow;

    private bool IsFollowedByText(int index, int headings)
    {
        for (int i = index + 1; i < blocks.Count && headings > 0; i++)
        {
            if (blocks[i].Kind is ParagraphKind.Noise or ParagraphKind.Footnote && blocks[i].KindIsFixed)
            {
                continue;
            }

            if (LineText.EndsSentence(blocks[i].Composed.Text) && LineScanner.WidthOf(blocks[i].Composed.Text) > 40)
            {
                return true;
            }

            headings--;
        }

        return false;
    }

    private Block? NextText(int index) => NextIndex(index) is >= 0 and int next ? blocks[next] : null;

    private int NextIndex(int index)
    {
        for (int i = index + 1; i < blocks.Count; i++)
        {
            Block block = blocks[i];
            bool aside = block.KindIsFixed && block.Kind is ParagraphKind.Noise or ParagraphKind.Footnote;
            if (block.StopsText || (block.Composed.Text.Length > 0 && !aside))
            {
                return i;
            }
        }

        return -1;
    }

    private Block? PreviousText(int index)
    {
        for (int i = index - 1; i >= 0; i--)
        {
            if (blocks[i].StopsText)
            {
                return null;
            }

            if (blocks[i].Kind is not (ParagraphKind.Noise or ParagraphKind.Footnote))
            {
                return blocks[i];
            }
        }

        return null;
    }
}
