using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Paragraphs;

/// <summary>Counts what named rules take out. Not thread-safe.</summary>
internal sealed class RemovalLog
{
    private readonly SortedDictionary<string, (int Count, long Characters)> _byRule = new(StringComparer.Ordinal);

    /// <summary>Records one removal.</summary>
    public void Add(string rule, long characters)
    {
        (int count, long sum) = _byRule.GetValueOrDefault(rule);
        _byRule[rule] = (count + 1, sum + characters);
    }

    /// <summary>All removals by name of the rule, after those of the reader.</summary>
    public IReadOnlyList<RemovedText> ToList(IReadOnlyList<RemovedText> byReader) =>
        [.. byReader, .. _byRule.Select(r => new RemovedText(r.Key, r.Value.Count, r.Value.Characters))];
}
