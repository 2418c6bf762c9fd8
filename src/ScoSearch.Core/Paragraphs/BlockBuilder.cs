using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Joins lines into blocks, lifting out footnotes, furniture and display lines that stand in between.</summary>
/// <param name="text">The source.</param>
/// <param name="lines">Labelled lines with their regimes.</param>
/// <param name="notes">The footnotes among them.</param>
/// <param name="words">Evidence for cut words.</param>
internal sealed class BlockBuilder(string text, List<SourceLine> lines, List<Footnote> notes, WordEvidence words)
{
    private readonly List<Block> _blocks = new(lines.Count);
    private readonly SeamDecider _seams = new(text, words);
    private Block? _open;
    private bool _lifted;

    /// <summary>Builds the blocks, in the order of their first lines.</summary>
    public List<Block> Build()
    {
        Dictionary<int, Footnote> noteAt = notes.ToDictionary(n => n.FirstLine);
        Block? note = null;
        for (int i = 0; i < lines.Count; i++)
        {
            SourceLine line = lines[i];
            switch (line.Label)
            {
                case LineLabel.Text:
                    AddText(ref i);
                    break;
                case LineLabel.FootnoteStart:
                    note = Append(new Block(line) { Kind = ParagraphKind.Footnote, KindIsFixed = true });
                    note.Note = noteAt.GetValueOrDefault(i);
                    _lifted = true;
                    break;
                case LineLabel.FootnoteRest or LineLabel.FootnoteCarry when note is not null:
                    note.Add(line);
                    _lifted = true;
                    break;
                case LineLabel.LoneMarker when _open is not null:
                    _open.AddMarker(line);
                    break;
                case LineLabel.Fixed:
                    Append(FixedBlocks.Create(line)).Note = noteAt.GetValueOrDefault(i);
                    _open = null;
                    break;
                default:
                    AddNoise(line);
                    break;
            }
        }

        return _blocks;
    }

    private void AddNoise(SourceLine line)
    {
        Append(new Block(line) { Kind = ParagraphKind.Noise, KindIsFixed = true });
        _lifted = true;
        if (line.Label is LineLabel.Continuation or LineLabel.Rule or LineLabel.Scatter)
        {
            _blocks[^1].StopsText = line.Label == LineLabel.Continuation;
            _open = null;
        }
    }

    private void AddText(ref int index)
    {
        SourceLine line = lines[index];
        SourceLine? following = NextText(index);
        if (_open is not null && following is not null && InterruptsFullLines(_open, line, following))
        {
            LiftOut(ref index, line, following);
            return;
        }

        if (_open is not null && _seams.Joins(_open, line, following, _lifted))
        {
            Extend(line);
            return;
        }

        if (_open is not null && following is not null && IsIntruder(_open, line, following))
        {
            LiftOut(ref index, line, following);
            return;
        }

        _open = Append(new Block(line));
        _open.CountBrackets(LineText.Of(text, line));
        _lifted = false;
    }

    private void LiftOut(ref int index, SourceLine line, SourceLine following)
    {
        if (PageMarks.TryBareNumber(LineText.Of(text, line), out _))
        {
            line.Rule = "page-number";
            AddNoise(line);
        }
        else
        {
            Append(new Block(line) { IsIntruder = true }).CountBrackets(LineText.Of(text, line));
        }

        while (++index < lines.Count && lines[index] != following)
        {
            AddNoise(lines[index]);
        }

        Extend(following);
    }

    // Between full lines of one paragraph no line can be short. Only where first lines can be told by their indent (or
    // by the room it left) is it certain that the line after does not begin a paragraph.
    private bool InterruptsFullLines(Block open, SourceLine line, SourceLine following)
    {
        Regime regime = open.Last.Regime;
        if (!regime.IsWrapped || line.IsFragment || open.Last.IsFragment || !(regime.Indented || regime.IndentLost) || line.Right > regime.Measure - 8
            || line.Right + LineText.WidthOfFirstUnit(LineText.Of(text, following)) > regime.Measure - 4)
        {
            return false;
        }

        ReadOnlySpan<char> content = LineText.Of(text, line);
        bool tail = regime.BlankSeparates && following.BlankBefore > line.BlankBefore;
        bool display = LineText.CountCommas(content) <= 1 && !LineText.HasInnerSentenceEnd(content)
            && (CharClass.IsHan(content[^1]) || PageMarks.TryBareNumber(content, out _));
        SourceLine? next = NextText(following.Index);
        bool starts = !regime.Indented && next is not null
            && LineText.IsFirstLineWithoutIndent(text, following, next, regime.Measure);
        return !tail && display && !starts && line.Page == open.Last.Page && following.Page == line.Page
            && IsIntruder(open, line, following);
    }

    private void Extend(SourceLine line)
    {
        _open!.Add(line);
        _open.CountBrackets(LineText.Of(text, line));
        _lifted = false;
    }

    // A display line inside a paragraph: the text before stops in mid-sentence, the line is short and ends no sentence,
    // and the line after it is long again and goes on.
    private bool IsIntruder(Block open, SourceLine line, SourceLine following)
    {
        SourceLine last = open.Last;
        ReadOnlySpan<char> before = LineText.Of(text, last), content = LineText.Of(text, line);
        ReadOnlySpan<char> after = LineText.Of(text, following);
        if (line.Enumerator.Exists || !OnlyFurnitureBetween(line, following) || LineText.EndsSentence(content) || LineText.EndsSentence(before)
            || LineText.EndsInComma(content) || content[^1] is '：' or ':' || line.Width > 48
            || following.Enumerator.Exists || StartsQuote(after))
        {
            return false;
        }

        bool wrapped = last.Regime.IsWrapped && last.Right <= last.Regime.Measure + 7;
        bool unfinished = wrapped
            ? last.Right >= last.Regime.Measure - 3 && before[^1] is not ('：' or ':')
            : SeamDecider.IsUnfinished(open, before);
        bool goesOn = wrapped
            ? following.Right >= last.Regime.Measure - 5 || LineText.EndsSentence(after)
            : following.Width >= 40 && LineText.CountCommas(after) + (LineText.EndsSentence(after) ? 1 : 0) > 0;
        bool small = wrapped ? line.Right <= last.Regime.Measure - 8 : true;
        bool indented = !wrapped && following.Indent >= 2 && following.Indent > last.Indent;
        indented |= last.Regime.Indented && following.Indent >= last.Regime.BaseIndent + 2;
        return unfinished && goesOn && small && !indented
            && words.Affinity(before[^1], after[0]) >= words.Affinity(before[^1], content[0]);
    }

    private bool OnlyFurnitureBetween(SourceLine line, SourceLine following)
    {
        for (int i = line.Index + 1; i < following.Index; i++)
        {
            if (lines[i].Label != LineLabel.Furniture)
            {
                return false;
            }
        }

        return true;
    }

    private static bool StartsQuote(ReadOnlySpan<char> text) => text[0] is '—' or '·';

    private SourceLine? NextText(int index)
    {
        for (int i = index + 1; i < lines.Count && i <= index + 80; i++)
        {
            if (lines[i].IsText)
            {
                return lines[i];
            }

            if (lines[i].Label is LineLabel.Continuation or LineLabel.Fixed or LineLabel.Rule)
            {
                return null;
            }
        }

        return null;
    }

    private Block Append(Block block)
    {
        _blocks.Add(block);
        return block;
    }
}
