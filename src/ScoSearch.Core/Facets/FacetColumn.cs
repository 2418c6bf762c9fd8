using ScoSearch.Core.Columns;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Facets;

/// <summary>Counts the values of one column over matching paragraphs. Not thread-safe.</summary>
/// <param name="name">Name of the facet.</param>
/// <param name="ordinals">Numbers of the column's values.</param>
internal sealed class FacetColumn(string name, GlobalOrdinals ordinals)
{
    private readonly int[] _counts = new int[ordinals.Count];

    // Of the segment being counted.
    private SortedDocValues? _single;
    private SortedSetDocValues? _several;
    private LeafReaderContext? _leaf;

    /// <summary>The facets there are.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        ParagraphFields.Document, ParagraphFields.Source, ParagraphFields.Kind, ParagraphFields.Year, ParagraphFields.Section,
    ];

    /// <summary>Name of the facet, which is also its column.</summary>
    public string Name => name;

    /// <summary>Begins a segment.</summary>
    public void SetLeaf(LeafReaderContext leaf)
    {
        _leaf = leaf;
        _single = leaf.Reader.GetSortedDocValues(name);
        _several = leaf.Reader.GetSortedSetDocValues(name);
    }

    /// <summary>Counts the values of paragraphs of the segment, by rising doc id.</summary>
    public void Count(ReadOnlySpan<int> docIds)
    {
        ReadOnlySpan<int> global = ordinals.OfSegment(_leaf!);
        if (_single is not null)
        {
            foreach (int docId in docIds)
            {
                if (_single.AdvanceExact(docId))
                {
                    _counts[global[_single.OrdValue]]++;
                }
            }
        }
        else if (_several is not null)
        {
            foreach (int docId in docIds)
            {
                for (int i = _several.AdvanceExact(docId) ? _several.DocValueCount : 0; i > 0; i--)
                {
                    _counts[global[(int)_several.NextOrd()]]++;
                }
            }
        }
    }

    /// <summary>The most frequent values; equally frequent ones in the order of their bytes.</summary>
    /// <param name="limit">Most values wanted.</param>
    public IReadOnlyList<FacetValue> Top(int limit)
    {
        // The worst of those kept is at the head: lowest count, then last value.
        PriorityQueue<int, (int Count, int Order)> best = new();
        for (int i = 0; i < _counts.Length; i++)
        {
            if (_counts[i] == 0)
            {
                continue;
            }

            if (best.Count < limit)
            {
                best.Enqueue(i, (_counts[i], -i));
            }
            else if (best.TryPeek(out _, out (int Count, int Order) worst) && _counts[i] > worst.Count)
            {
                best.EnqueueDequeue(i, (_counts[i], -i));
            }
        }

        FacetValue[] values = new FacetValue[best.Count];
        for (int i = values.Length - 1; i >= 0; i--)
        {
            int ordinal = best.Dequeue();
            values[i] = new FacetValue(ordinals[ordinal], _counts[ordinal]);
        }

        return values;
    }
}
