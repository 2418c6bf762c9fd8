using System.IO;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.DictionaryBuilder.SmartCn;

/// <summary>
/// One small hash table for each left word, all in one array. Deterministic: the same pairs give the same bytes.
/// </summary>
/// <remarks>
/// The multiplier of a row is tried out until every right word has its home place to itself (short rows) or few have
/// not (long rows), so that a lookup at run time touches one entry as a rule.
/// </remarks>
internal sealed class PairTable
{
    private const int LongRow = 24;
    private const int SeedsOfShortRow = 4096;
    private const int SeedsOfLongRow = 48;

    private readonly List<uint> _entries = [0];
    private readonly Dictionary<string, PairRow> _rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <summary>The entries, packed by <see cref="PairEntry"/>; the first is free.</summary>
    public IReadOnlyList<uint> Entries => _entries;

    /// <summary>The row of a left word; <see cref="PairRow.None"/> when it is the left part of no pair.</summary>
    public PairRow Row(string left) => _rows.GetValueOrDefault(left, PairRow.None);

    /// <summary>
    /// Number of a right word, from 1; <see cref="PairEntry.NoColumn"/> for a word that is the right part of no pair.
    /// </summary>
    public int Column(string right) => _columns.GetValueOrDefault(right, (int)PairEntry.NoColumn);

    /// <summary>
    /// Builds the table of (left, right, value), with the rows of frequent words together at the begin.
    /// </summary>
    public static PairTable Build(
        IReadOnlyList<(string Left, string Right, ushort Value)> pairs, Func<string, int> leftFrequency)
    {
        PairTable table = new();
        foreach (string right in pairs.Select(static pair => pair.Right).Distinct().Order(StringComparer.Ordinal))
        {
            table._columns.Add(right, table._columns.Count + 1);
        }

        foreach (IGrouping<string, (string Left, string Right, ushort Value)> row in pairs
            .GroupBy(static pair => pair.Left).OrderByDescending(group => leftFrequency(group.Key))
            .ThenBy(static group => group.Key, StringComparer.Ordinal))
        {
            table.AddRow(row.Key, [.. row.Select(pair => (table._columns[pair.Right], pair.Value))
                .OrderBy(static cell => cell.Item1)]);
        }

        if (table._columns.Count >= PairEntry.NoColumn || table._entries.Count > PairRow.MaxStart)
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

        (ushort bestSeed, uint[] best, int bestPassed) = (0, [], int.MaxValue);
        int seeds = cells.Length > LongRow ? SeedsOfLongRow : SeedsOfShortRow;
        for (int seed = 1; seed < 2 * seeds && bestPassed > 0; seed += 2)
        {
            uint[] block = Lay(cells, new PairRow(0, bits, (ushort)seed), 1 << bits, out int passed);
            if (passed < bestPassed)
            {
                (bestSeed, best, bestPassed) = ((ushort)seed, block, passed);
            }
        }

        _rows.Add(left, new PairRow((uint)_entries.Count, bits, bestSeed));
        _entries.AddRange(best);
    }

    // First everything that finds its home place free, so that nothing displaced takes the home of another; then the
    // rest behind its home place, marking the places it passes.
    private static uint[] Lay((int Column, ushort Value)[] cells, PairRow row, int homes, out int passed)
    {
        List<uint> block = [.. new uint[homes]];
        List<(int Column, ushort Value)> displaced = [];
        foreach ((int column, ushort value) in cells)
        {
            int home = (int)row.Home((uint)column);
            if (block[home] == 0)
            {
                block[home] = PairEntry.Pack((uint)column, value);
            }
            else
            {
                displaced.Add((column, value));
            }
        }

        passed = 0;
        foreach ((int column, ushort value) in displaced)
        {
            int index = (int)row.Home((uint)column);
            while (index < block.Count && block[index] != 0)
            {
                passed += (block[index] & PairEntry.PassedFlag) == 0 ? 1 : 0;
                block[index++] |= PairEntry.PassedFlag;
            }

            if (index == block.Count)
            {
                block.Add(0);
            }

            block[index] = PairEntry.Pack((uint)column, value);
        }

        return [.. block];
    }
}
