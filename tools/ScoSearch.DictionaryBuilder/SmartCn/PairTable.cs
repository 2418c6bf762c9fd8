using System.IO;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.DictionaryBuilder.SmartCn;

/// <summary>One small hash table for each left word, all in one array. Deterministic: the same pairs give the same bytes.</summary>
/// <remarks>
/// The multiplier of a row is tried out until no probe is needed (short rows) or few are (long rows), so that a lookup at run
/// time touches one entry as a rule.
/// </remarks>
internal sealed class PairTable
{
    private const int LongRow = 24;
    private const int SeedsOfShortRow = 4096;
    private const int SeedsOfLongRow = 48;

    private readonly List<uint> _entries = [0];
    private readonly Dictionary<string, PairRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <summary>The entries: right word (upper half) and value; a free entry is 0, and so is the first.</summary>
    public IReadOnlyList<uint> Entries => _entries;

    /// <summary>The row of a left word; <see cref="PairRow.None"/> when it is the left part of no pair.</summary>
    public PairRow Row(string left) => _rows.GetValueOrDefault(left, PairRow.None);

    /// <summary>Number of a right word, from 1; 0 for a word that is the right part of no pair.</summary>
    public int Column(string right) => _columns.GetValueOrDefault(right);

    /// <summary>Builds the table of (left, right, value).</summary>
    public static PairTable Build(IReadOnlyList<(string Left, string Right, ushort Value)> pairs)
    {
        PairTable table = new();
        foreach (string right in pairs.Select(static pair => pair.Right).Distinct().Order(StringComparer.Ordinal))
        {
            table._columns.Add(right, table._columns.Count + 1);
        }

        foreach (IGrouping<string, (string Left, string Right, ushort Value)> row in pairs
            .GroupBy(static pair => pair.Left).OrderBy(static group => group.Key, StringComparer.Ordinal))
        {
            table.AddRow(row.Key, [.. row.Select(pair => (table._columns[pair.Right], pair.Value))
                .OrderBy(static cell => cell.Item1)]);
        }

        if (table._columns.Count > ushort.MaxValue || table._entries.Count > PairRow.MaxStart)
        {
            throw new InvalidDataException("the pairs do not fit the packed form");
        }

        return table;
    }

    private void AddRow(string left, (int Column, ushort Value)[] cells)
    {
        int bits = 0;
        while (1 << bits < cells.Length + (cells.Length / 4))
        {
            bits++;
        }

        (ushort bestSeed, uint[] best, int bestProbes) = (0, [], int.MaxValue);
        int seeds = cells.Length > LongRow ? SeedsOfLongRow : SeedsOfShortRow;
        for (int seed = 1; seed < 2 * seeds && bestProbes > 0; seed += 2)
        {
            uint[]? block = Lay(cells, bits, (ushort)seed, bestProbes, out int probes);
            if (block is not null)
            {
                (bestSeed, best, bestProbes) = ((ushort)seed, block, probes);
            }
        }

        _rows.Add(left, new PairRow((uint)_entries.Count, bits, bestProbes, bestSeed));
        _entries.AddRange(best);
    }

    // Null when the seed needs at least as many probes as the best one so far.
    private static uint[]? Lay((int Column, ushort Value)[] cells, int bits, ushort seed, int limit, out int probes)
    {
        List<uint> block = [.. new uint[1 << bits]];
        PairRow row = new(0, bits, 0, seed);
        probes = 0;
        foreach ((int column, ushort value) in cells)
        {
            int home = (int)row.Home((uint)column);
            int index = home;
            while (index < block.Count && block[index] != 0)
            {
                index++;
            }

            probes = Math.Max(probes, index - home);
            if (probes >= limit)
            {
                return null;
            }

            if (index == block.Count)
            {
                block.Add(0);
            }

            block[index] = ((uint)column << 16) | value;
        }

        // The tail: a search that starts at the last home place must stay inside the row.
        while (block.Count < (1 << bits) + probes)
        {
            block.Add(0);
        }

        return [.. block];
    }
}
