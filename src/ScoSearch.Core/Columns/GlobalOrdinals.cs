using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Columns;

/// <summary>Numbers the values of a column over all segments of a snapshot. Immutable; thread-safe.</summary>
/// <remarks>
/// Each segment numbers its own values from 0 in the order of their bytes. Merging these sorted lists once gives every
/// value one number for the whole snapshot, so that counting adds integers instead of comparing strings.
/// Example: segment 0 has a, c and segment 1 has b, c; globally a, b, c are 0, 1, 2, and segment 1 maps 0, 1 to 1, 2.
/// </remarks>
internal sealed class GlobalOrdinals
{
    private static readonly Comparer<byte[]> ByteOrder =
        Comparer<byte[]>.Create((left, right) => left.AsSpan().SequenceCompareTo(right));

    private readonly List<byte[]> _values = [];

    // By segment, then by the segment's ordinal.
    private readonly int[][] _ofSegment;

    private GlobalOrdinals(int segments) => _ofSegment = new int[segments][];

    /// <summary>Number of different values, those of deleted paragraphs included.</summary>
    public int Count => _values.Count;

    /// <summary>A value by its number.</summary>
    public string this[int ordinal] => Encoding.UTF8.GetString(_values[ordinal]);

    /// <summary>The numbers of a segment's values, by the segment's own ordinals.</summary>
    public ReadOnlySpan<int> OfSegment(LeafReaderContext leaf) => _ofSegment[leaf.Ord];

    /// <summary>Number of a value, or a negative number when it is not there.</summary>
    public int IndexOf(string value) =>
        _values.BinarySearch(Encoding.UTF8.GetBytes(value), ByteOrder);

    /// <summary>Reads a column. Cost: linear in the number of values of all segments.</summary>
    public static GlobalOrdinals Read(IndexReader reader, string field)
    {
        GlobalOrdinals ordinals = new(reader.Leaves.Count);
        PriorityQueue<(int Segment, int Ordinal), byte[]> heads = new(ByteOrder);
        SegmentValues[] segments = [.. reader.Leaves.Select(leaf => new SegmentValues(leaf.Reader, field))];
        for (int i = 0; i < segments.Length; i++)
        {
            ordinals._ofSegment[i] = new int[segments[i].Count];
            Enqueue(i, 0);
        }

        while (heads.TryDequeue(out (int Segment, int Ordinal) head, out byte[]? value))
        {
            if (ordinals._values.Count == 0 || !ordinals._values[^1].AsSpan().SequenceEqual(value))
            {
                ordinals._values.Add(value);
            }

            ordinals._ofSegment[head.Segment][head.Ordinal] = ordinals._values.Count - 1;
            Enqueue(head.Segment, head.Ordinal + 1);
        }

        return ordinals;

        void Enqueue(int segment, int ordinal)
        {
            if (ordinal < segments[segment].Count)
            {
                heads.Enqueue((segment, ordinal), segments[segment].Lookup(ordinal));
            }
        }
    }

    // The dictionary of a segment's column, whether paragraphs have one value or several.
    private sealed class SegmentValues(LeafReader segment, string field)
    {
        private readonly SortedDocValues? _single = segment.GetSortedDocValues(field);
        private readonly SortedSetDocValues? _several = segment.GetSortedSetDocValues(field);

        public int Count => _single?.ValueCount ?? checked((int)(_several?.ValueCount ?? 0));

        public byte[] Lookup(int ordinal) => (_single is null ? _several!.LookupOrd(ordinal) : _single.LookupOrd(ordinal)).ToArray();
    }
}
