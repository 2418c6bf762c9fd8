using System.Runtime.InteropServices;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Collects lines that differ in numbers and blanks only. Not thread-safe.</summary>
/// <param name="capacity">Most lines that may come.</param>
internal sealed class AlikeLines(int capacity)
{
    private readonly List<SourceLine> _lines = new(capacity);
    private readonly List<ulong> _keys = new(capacity);

    /// <summary>Adds a line.</summary>
    public void Add(SourceLine line, ReadOnlySpan<char> content)
    {
        _lines.Add(line);
        _keys.Add(KeyOf(content));
    }

    /// <summary>
    /// The lines of each key that came more than once, in the order of their first lines: a group that is labelled shows
    /// the next ones where pages end. May be called once.
    /// </summary>
    public List<List<SourceLine>> Groups()
    {
        Span<ulong> sorted = CollectionsMarshal.AsSpan(_keys);
        int[] places = new int[sorted.Length]; // sorted instead of the lines: numbers move faster than references
        for (int i = 0; i < places.Length; i++)
        {
            places[i] = i;
        }

        sorted.Sort(places.AsSpan());
        List<List<SourceLine>> groups = [];
        for (int from = 0, to; from < sorted.Length; from = to)
        {
            to = from + 1;
            while (to < sorted.Length && sorted[to] == sorted[from])
            {
                to++;
            }

            if (to - from > 1)
            {
                Span<int> alike = places.AsSpan(from, to - from);
                alike.Sort();
                List<SourceLine> group = new(alike.Length);
                foreach (int place in alike)
                {
                    group.Add(_lines[place]);
                }

                groups.Add(group);
            }
        }

        groups.Sort((a, b) => a[0].Index.CompareTo(b[0].Index));
        return groups;
    }

    // A hash of the line with numbers masked and blanks left out: FNV-1a over its characters.
    private static ulong KeyOf(ReadOnlySpan<char> content)
    {
        ulong key = 14695981039346656037;
        char before = ' ';
        foreach (char c in content)
        {
            char masked = char.IsAsciiDigit(c) ? '0' : c;
            if (!CharClass.IsSpace(c) && (masked != '0' || before != '0'))
            {
                key = (key ^ masked) * 1099511628211;
                before = masked;
            }
        }

        return key;
    }
}
