namespace ScoSearch.Core.Variants;

/// <summary>Keys in ordinal order with the entries they belong to; finds those that begin alike. Immutable; thread-safe.</summary>
/// <remarks>The keys lie in one array: a quarter of a million strings would take three times the memory.</remarks>
internal sealed class PrefixTable
{
    // Key of row i is _characters[_starts[i].._starts[i + 1]]; rows rise by key, equal ones by entry.
    private readonly char[] _characters;
    private readonly int[] _starts;
    private readonly int[] _entries;

    private PrefixTable(List<(string Key, int Entry)> rows)
    {
        rows.Sort(static (a, b) =>
        {
            int order = string.CompareOrdinal(a.Key, b.Key);
            return order != 0 ? order : a.Entry.CompareTo(b.Entry);
        });
        _characters = new char[rows.Sum(row => row.Key.Length)];
        _starts = new int[rows.Count + 1];
        _entries = new int[rows.Count];
        for (int i = 0; i < rows.Count; i++)
        {
            rows[i].Key.CopyTo(0, _characters, _starts[i], rows[i].Key.Length);
            _starts[i + 1] = _starts[i] + rows[i].Key.Length;
            _entries[i] = rows[i].Entry;
        }
    }

    /// <summary>Number of rows.</summary>
    public int Count => _entries.Length;

    /// <summary>A table with one key for each entry.</summary>
    /// <param name="count">Number of entries.</param>
    /// <param name="keyOf">Key of an entry; entries with an empty key are left out.</param>
    public static PrefixTable Create(int count, Func<int, string> keyOf) =>
        new([.. Enumerable.Range(0, count).Select(i => (keyOf(i), i)).Where(row => row.Item1.Length > 0)]);

    /// <summary>A table of rows; an entry may have several keys.</summary>
    /// <param name="rows">The rows; sorted by this call.</param>
    public static PrefixTable Create(List<(string Key, int Entry)> rows) => new(rows);

    /// <summary>Entry of a row.</summary>
    public int EntryAt(int row) => _entries[row];

    /// <summary>Key of a row.</summary>
    public ReadOnlySpan<char> KeyAt(int row) => _characters.AsSpan(_starts[row], _starts[row + 1] - _starts[row]);

    /// <summary>The rows whose keys begin with a prefix: [From, To).</summary>
    public (int From, int To) Find(ReadOnlySpan<char> prefix) => Find(prefix, 0, Count);

    /// <summary>The same among the rows [from, to).</summary>
    public (int From, int To) Find(ReadOnlySpan<char> prefix, int from, int to) =>
        (FirstNotBelow(prefix, from, to, after: false), FirstNotBelow(prefix, from, to, after: true));

    // The first row whose key, cut to the length of the prefix, is not less than it, or greater when after is set.
    private int FirstNotBelow(ReadOnlySpan<char> prefix, int low, int high, bool after)
    {
        while (low < high)
        {
            int middle = (int)(((uint)low + (uint)high) >> 1);
            ReadOnlySpan<char> key = KeyAt(middle);
            int order = key[..Math.Min(key.Length, prefix.Length)].SequenceCompareTo(prefix);
            if (order < 0 || (after && order == 0))
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }
}
