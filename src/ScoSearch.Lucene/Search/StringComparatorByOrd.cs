using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Compares by sorted doc values, as unsigned bytes. Not thread-safe.</summary>
/// <remarks>Within a segment ordinals are compared; a slot from another segment is first placed among this one's values.</remarks>
internal sealed class StringComparatorByOrd : FieldComparator
{
    private readonly SortField _field;
    private readonly byte[]?[] _values;
    private readonly int[] _ords;
    private readonly int[] _ordLeaf;
    private SortedDocValues? _column;
    private int _leaf = -1;
    private int _currentOrd;
    private byte[]? _after;

    public StringComparatorByOrd(SortField field, int count)
    {
        _field = field;
        _values = new byte[count][];
        _ords = new int[count];
        _ordLeaf = new int[count];
    }

    public override void SetLeaf(LeafReaderContext leaf)
    {
        _leaf = leaf.Ord;
        _column = leaf.Reader.GetSortedDocValues(_field.Field!);
    }

    public override void Read(int docId, float score) =>
        _currentOrd = _column is not null && _column.AdvanceExact(docId) ? _column.OrdValue : -1;

    public override int CompareTo(int slot)
    {
        if (_currentOrd < 0 || _values[slot] is null)
        {
            return CompareMissing(_currentOrd < 0, _values[slot] is null);
        }

        if (_ordLeaf[slot] != _leaf)
        {
            _ords[slot] = _column!.LookupTerm(_values[slot]);
            _ordLeaf[slot] = _leaf;
        }

        // A negative ordinal is -(insertion point) - 1: the slot's value lies before the value at that point.
        int ord = _ords[slot];
        int natural = ord >= 0 ? _currentOrd.CompareTo(ord) : _currentOrd < -ord - 1 ? -1 : 1;
        return _field.Reverse ? -natural : natural;
    }

    public override int CompareToAfter() => Compare(_currentOrd < 0 ? null : _column!.LookupOrd(_currentOrd).ToArray(), _after);

    public override int Compare(int left, int right) => Compare(_values[left], _values[right]);

    public override void Store(int slot)
    {
        _values[slot] = _currentOrd < 0 ? null : _column!.LookupOrd(_currentOrd).ToArray();
        _ords[slot] = _currentOrd;
        _ordLeaf[slot] = _leaf;
    }

    public override void SetAfter(object? value) => _after = value is null ? null : Encoding.UTF8.GetBytes((string)value);

    public override object? GetValue(int slot) => _values[slot] is { } bytes ? Encoding.UTF8.GetString(bytes) : null;

    private int Compare(byte[]? left, byte[]? right)
    {
        if (left is null || right is null)
        {
            return CompareMissing(left is null, right is null);
        }

        int natural = left.AsSpan().SequenceCompareTo(right);
        return _field.Reverse ? -natural : natural;
    }

    private int CompareMissing(bool left, bool right)
    {
        bool first = _field.Missing switch
        {
            MissingValue.First => true,
            MissingValue.Last => false,
            _ => !_field.Reverse,
        };
        return left == right ? 0 : left == first ? -1 : 1;
    }
}
