using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>Byte strings from an array, numbered in order; null where there is none.</summary>
internal sealed class NaiveSortedDocValues : SortedDocValues
{
    private readonly byte[]?[] _values;
    private readonly List<byte[]> _sorted = [];
    private readonly int[] _ords;
    private int _docId = -1;

    public NaiveSortedDocValues(byte[]?[] values)
    {
        _values = values;
        foreach (byte[] value in values.OfType<byte[]>())
        {
            int ord = LookupTerm(value);
            if (ord < 0)
            {
                _sorted.Insert(-ord - 1, value);
            }
        }

        _ords = Array.ConvertAll(values, value => value is null ? -1 : LookupTerm(value));
    }

    public override int DocId => _docId;

    public override long Cost => _values.Length;

    public override int ValueCount => _sorted.Count;

    public override int OrdValue => _ords[_docId];

    public override ReadOnlySpan<byte> LookupOrd(int ord) => _sorted[ord];

    public override int LookupTerm(ReadOnlySpan<byte> value)
    {
        for (int i = 0; i < _sorted.Count; i++)
        {
            int order = _sorted[i].AsSpan().SequenceCompareTo(value);
            if (order >= 0)
            {
                return order == 0 ? i : -i - 1;
            }
        }

        return -_sorted.Count - 1;
    }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        while (target < _values.Length && _values[target] is null)
        {
            target++;
        }

        return _docId = target < _values.Length ? target : Exhausted;
    }

    public override bool AdvanceExact(int target)
    {
        _docId = target;
        return _values[target] is not null;
    }
}
