using System.Buffers;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Finds what may be footnote markers in running text.</summary>
internal static class MarkerFinder
{
    private static readonly SearchValues<char> Openers = SearchValues.Create(
        "[［〔（(*＊¹²³⁴⁵⁶⁷⁸⁹①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇");

    /// <summary>Candidates in all lines of text, by rising start. The head of a line is a label, not a marker.</summary>
    public static List<Marker> Find(string text, List<SourceLine> lines)
    {
        List<Marker> markers = [];
        foreach (SourceLine line in lines)
        {
            if (line.Label is LineLabel.Furniture or LineLabel.Continuation or LineLabel.Rule)
            {
                continue;
            }

            int at = line.Start;
            foreach (NoteMarker declared in line.Hints?.Markers ?? [])
            {
                if (declared.Start >= at && declared.Start + declared.Length <= line.End)
                {
                    FindBetween(text, line, at, declared.Start, markers);
                    line.HasMarker = true;
                    markers.Add(new Marker(
                        declared.Start, declared.Length, MarkerStyle.Declared, 0, line.Index, declared.NoteId));
                    at = declared.Start + declared.Length;
                }
            }

            FindBetween(text, line, at, line.End, markers);
        }

        return markers;
    }

    private static void FindBetween(string text, SourceLine line, int at, int limit, List<Marker> markers)
    {
        while (at < limit)
        {
            int next = text.AsSpan(at, limit - at).IndexOfAny(Openers);
            if (next < 0)
            {
                return;
            }

            at += next;
            Marker marker = ReadAt(text, at, line);
            if (marker.Length > 0)
            {
                markers.Add(marker);
                line.HasMarker = true;
                line.MarkerExcess += ExcessOf(text, marker, line);
                line.TailLength = TailOf(text, marker, line);
            }

            at += Math.Max(1, marker.Length);
        }
    }

    // [3] is taken out wherever it stands, so what stands before it is the end of the line.
    private static int TailOf(string text, Marker marker, SourceLine line)
    {
        int start = marker.Start;
        while (start > line.Start && CharClass.IsSpace(text[start - 1]))
        {
            start--;
        }

        return marker.Style == MarkerStyle.Square && marker.End == line.End && start > line.Start ? line.End - start : 0;
    }

    // A number in small brackets takes about two columns.
    private static int ExcessOf(string text, Marker marker, SourceLine line)
    {
        if (marker.Style is not (MarkerStyle.Square or MarkerStyle.Round))
        {
            return 0;
        }

        bool blankBefore = marker.Start > line.Start && text[marker.Start - 1] == ' ', blankAfter = marker.End < line.End && text[marker.End] == ' ';
        int width = LineScanner.WidthOf(text.AsSpan(marker.Start, marker.Length));
        return width - 2 + (blankBefore ? 1 : 0) + (blankAfter ? 1 : 0);
    }

    private static Marker ReadAt(string text, int at, SourceLine line)
    {
        char c = text[at];
        char before = at > line.Start ? text[at - 1] : '\0';
        if (c is '[' or '［' or '〔')
        {
            int value = Number(text, at + 1, line.End, out int end);
            bool closed = end < line.End && text[end] is ']' or '］' or '〕';

            // a[1] is an index; [美] and [J] have no number
            bool index = char.IsAsciiLetter(before) || before == '_';
            return value > 0 && closed && !index
                ? new Marker(at, end + 1 - at, MarkerStyle.Square, value, line.Index) : default;
        }

        if (c is '（' or '(')
        {
            int value = Number(text, at + 1, line.End, out int end);
            return value > 0 && end < line.End && text[end] is '）' or ')' && !IsEquation(text, at, end + 1, line)
                ? new Marker(at, end + 1 - at, MarkerStyle.Round, value, line.Index) : default;
        }

        if (LineText.IsSuperscript(c))
        {
            // m² and 10³ are no markers
            int value = c switch { '¹' => 1, '²' => 2, '³' => 3, _ => c - '\u2070' };
            bool power = IsPower(text, at, line);
            return power || MayFollow(text, at, line)
                ? new Marker(at, 1, MarkerStyle.Superscript, value, line.Index) { IsDoubtful = power } : default;
        }

        return c is '*' or '＊'
            ? MayFollow(text, at, line) ? new Marker(at, 1, MarkerStyle.Star, 0, line.Index) : default
            : new Marker(at, 1, MarkerStyle.Circled, ((c - '\u2460') % 20) + 1, line.Index);
    }

    // D=N/S （1）: the number of a formula.
    private static bool IsEquation(string text, int at, int end, SourceLine line) => end == line.End && at > line.Start
        && !LineText.ContainsHan(text.AsSpan(line.Start, at - line.Start)) && text.AsSpan(line.Start, at - line.Start).IndexOfAny('=', '＝', '≤') >= 0;

    // Behind Chinese text, a bracket or a whole Latin word; m², km² and 10³ are units and powers. At the head of a line
    // or behind a blank only where punctuation follows: there it closes what was said before.
    private static bool MayFollow(string text, int at, SourceLine line)
    {
        bool closes = IsBeforePunctuation(text, at + 1, line.End);
        if (at == line.Start)
        {
            return closes;
        }

        char before = text[at - 1];
        if (CharClass.IsWide(before) || before is ')' or '"' or '%')
        {
            return true;
        }

        if (before == ' ')
        {
            return (closes && (text[at] is '*' or '＊' || !char.IsDigit(text[at - 2]))) || (at - 1 > line.Start && CharClass.IsWide(text[at - 2]));
        }

        int word = at;
        while (word > line.Start && char.IsLetter(text[word - 1]))
        {
            word--;
        }

        return at - word >= 3;
    }

    // 共5², looks like a power; where a footnote of that number has no other marker, it is one.
    private static bool IsPower(string text, int at, SourceLine line) => at > line.Start
        && char.IsAsciiDigit(text[at - 1]) && IsBeforePunctuation(text, at + 1, line.End);

    /// <summary>Whether the next character that is not blank is punctuation that closes a clause or a bracket.</summary>
    public static bool IsBeforePunctuation(string text, int at, int limit)
    {
        while (at < limit && CharClass.IsSpace(text[at]))
        {
            at++;
        }

        return at < limit && CharClass.IsClosing(text[at]) && text[at] is not ('·' or '℃' or '%' or '％');
    }

    private static int Number(string text, int at, int limit, out int end)
    {
        int value = 0, digits = 0;
        while (at < limit && text[at] == ' ')
        {
            at++;
        }

        for (; at < limit && digits < 4; at++, digits++)
        {
            char c = text[at];
            int digit = c is >= '0' and <= '9' ? c - '0' : c is >= '０' and <= '９' ? c - '０' : -1;
            if (digit < 0)
            {
                break;
            }

            value = (value * 10) + digit;
        }

        while (at < limit && text[at] == ' ')
        {
            at++;
        }

        end = at;
        return digits is > 0 and < 4 ? value : 0;
    }
}
