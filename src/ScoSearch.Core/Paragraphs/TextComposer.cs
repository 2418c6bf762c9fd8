using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>
/// Writes the text of a block: joins its lines, takes out markers and leftovers, drops the blanks of typesetting and
/// keeps the way back to the source. Not thread-safe.
/// </summary>
/// <param name="text">The source.</param>
/// <param name="leftovers">Leftovers by rising start.</param>
/// <param name="markers">Footnote markers to take out, by rising start.</param>
/// <param name="words">Evidence for hyphens.</param>
/// <param name="fingerprint">Receives every character that is taken out.</param>
internal sealed class TextComposer(
    string text, List<Leftover> leftovers, List<Marker> markers, WordEvidence words, CharacterFingerprint fingerprint)
{
    private static readonly SearchValues<char> NotPlain = SearchValues.Create(
        [.. Enumerable.Range(0, 0x10000).Select(c => (char)c).Where(c => !CharClass.IsPlain(c))]);

    private readonly StringBuilder _out = new();
    private readonly List<OffsetRun> _runs = [];
    private readonly List<(Marker, int)> _taken = [];
    private int _runText, _runSource, _runLength;

    /// <summary>What was taken out so far, by rule.</summary>
    public RemovalLog Removed { get; } = new();

    /// <summary>Composes the text of a block.</summary>
    public ComposedText Compose(Block block)
    {
        _out.Clear();
        _runs.Clear();
        _taken.Clear();
        _runLength = 0;
        bool keepBlanks = block.First.Hints?.Role == LineRole.Preformatted;
        SourceLine? before = null;
        for (SourceLine? line = block.First; line is not null; line = line.NextInBlock)
        {
            if (before is not null)
            {
                Seam(before, line);
            }

            AppendLine(line, before is null ? line.Start + LabelLengthOf(block) : line.Start, keepBlanks);
            before = line;
        }

        Flush();
        return new ComposedText(_out.ToString(), new OffsetMap(CollectionsMarshal.AsSpan(_runs)), _taken.Count == 0 ? [] : _taken.ToArray());
    }

    // A number in brackets that opens a paragraph labels it; it is no marker.
    private static int LabelLengthOf(Block block) => block.Note is { } note ? note.LabelLength
        : block.First.Enumerator.Style == EnumeratorStyle.SquareBrackets ? block.First.Enumerator.Length : 0;

    private void AppendLine(SourceLine line, int labelEnd, bool keepBlanks)
    {
        int marker = FirstAtOrAfter(markers, labelEnd), leftover = FirstLeftover(line.Start);
        int plain = line.Start; // start of the characters not yet copied
        int at = line.Start;
        while (at < line.End)
        {
            int nextMarker = marker < markers.Count ? markers[marker].Start : int.MaxValue;
            int nextLeftover = leftover < leftovers.Count ? leftovers[leftover].Start : int.MaxValue;
            int stop = Math.Min(line.End, Math.Min(nextMarker, nextLeftover));
            int plainLength = text.AsSpan(at, stop - at).IndexOfAny(NotPlain);
            at = plainLength < 0 ? stop : at + plainLength;

            if (at == line.End)
            {
                break;
            }

            Copy(plain, at);
            if (at == nextMarker)
            {
                at = TakeMarker(markers[marker++], line);
            }
            else if (at == nextLeftover)
            {
                Drop(leftovers[leftover].Rule, at, leftovers[leftover].End);
                at = leftovers[leftover++].End;
            }
            else
            {
                at = Blank(at, line, labelEnd, keepBlanks);
            }

            plain = at;
        }

        Copy(plain, line.End);
    }

    // Takes a marker out together with the blanks around it, unless they part two Latin words.
    private int TakeMarker(Marker marker, SourceLine line)
    {
        fingerprint.Remove(text.AsSpan(marker.Start, marker.Length));
        Removed.Add("footnote-marker", NonBlank(marker.Start, marker.End));
        int end = marker.End;
        while (end < line.End && CharClass.IsSpace(text[end]))
        {
            end++;
        }

        bool latinBefore = _out.Length > 0 && !CharClass.IsWide(_out[^1]) && _out[^1] != ' ';
        bool latinAfter = end < line.End && CharClass.IsNarrowWord(text[end]);
        if (_out.Length > 0 && _out[^1] == ' ' && !latinAfter)
        {
            Unappend();
        }

        _taken.Add((marker, _out.Length));
        if (latinBefore && latinAfter && end > marker.End)
        {
            Copy(marker.End, marker.End + 1);
        }

        return end;
    }

    private int Blank(int at, SourceLine line, int labelEnd, bool keepBlanks)
    {
        int end = at;
        while (end < line.End && (CharClass.IsSpace(text[end]) || CharClass.IsInvisible(text[end])))
        {
            if (CharClass.IsInvisible(text[end]))
            {
                Drop("invisible", end, end + 1);
            }

            end++;
        }

        int blank = at;
        while (blank < end && !CharClass.IsSpace(text[blank]))
        {
            blank++;
        }

        if (blank == end || _out.Length == 0 || end >= line.End)
        {
            return end;
        }

        int tab = line.Hints?.Role == LineRole.TableRow ? text.AsSpan(blank, end - blank).IndexOf('\t') : -1;
        if (tab >= 0)
        {
            Copy(blank + tab, blank + tab + 1); // between two cells
            return end;
        }

        bool afterLabel = blank == labelEnd && labelEnd > line.Start;
        if (keepBlanks || afterLabel || SpaceRule.Keeps(text.AsSpan(line.Start, line.End - line.Start), blank - line.Start, end - line.Start))
        {
            Copy(blank, blank + 1);
        }

        return end;
    }

    private void Seam(SourceLine before, SourceLine after)
    {
        if (_out.Length == 0)
        {
            return;
        }

        char last = _out[^1], first = text[after.Start];
        ReadOnlySpan<char> left = text.AsSpan(before.Start, before.End - before.Start);
        if (UrlScanner.EndsInUrl(left) && UrlScanner.IsUrlCharacter(first))
        {
            return;
        }

        if (last == '-' && _out.Length > 1 && char.IsAsciiLetter(_out[^2]) && char.IsAsciiLetterLower(first))
        {
            if (HyphenRule.OnlySplits(left, text.AsSpan(after.Start, after.End - after.Start), words))
            {
                int hyphen = _runSource + _runLength - 1;
                Unappend();
                Drop("hyphen", hyphen, hyphen + 1);
            }

            return;
        }

        bool word = SpaceRule.SeparatesWords(last, first) && last != '-';
        bool blankInSource = before.End < text.Length && text[before.End] is ' ' or '\u00A0';
        bool digits = char.IsDigit(last) && char.IsDigit(first);
        if (word && (!digits || blankInSource) && before.End < text.Length && CharClass.IsSpace(text[before.End]))
        {
            // the space stands for the blank or line end after the line
            Append(' ', before.End);
        }
    }

    private void Copy(int from, int to)
    {
        if (from >= to)
        {
            return;
        }

        if (_runLength > 0 && _runSource + _runLength == from)
        {
            _runLength += to - from;
        }
        else
        {
            Flush();
            _runText = _out.Length;
            _runSource = from;
            _runLength = to - from;
        }

        _out.Append(text, from, to - from);
    }

    private void Append(char c, int source)
    {
        Flush();
        _runText = _out.Length;
        _runSource = source;
        _runLength = 1;
        _out.Append(c);
    }

    private void Unappend()
    {
        _out.Length--;
        if (--_runLength == 0 && _runs.Count > 0)
        {
            OffsetRun last = _runs[^1];
            _runs.RemoveAt(_runs.Count - 1);
            (_runText, _runSource, _runLength) = (last.TextStart, last.SourceStart, last.Length);
        }
    }

    private void Flush()
    {
        if (_runLength > 0)
        {
            _runs.Add(new OffsetRun(_runText, _runSource, _runLength));
            _runLength = 0;
        }
    }

    private void Drop(string rule, int from, int to)
    {
        fingerprint.Remove(text.AsSpan(from, to - from));
        Removed.Add(rule, NonBlank(from, to));
    }

    private int NonBlank(int from, int to) => CharClass.CountText(text.AsSpan(from, to - from));

    private int FirstLeftover(int start)
    {
        int low = 0, high = leftovers.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = leftovers[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private static int FirstAtOrAfter(List<Marker> markers, int start)
    {
        int low = 0, high = markers.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = markers[middle].Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
