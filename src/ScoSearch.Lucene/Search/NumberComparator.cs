using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Compares by a number: doc values, score or doc id, each mapped to a long of the same order. Not thread-safe.</summary>
internal sealed class NumberComparator : FieldComparator
{
    private readonly SortField _field;
    private readonly Key[] _keys;
    private readonly bool _descending;
    private NumericDocValues? _values;
    private int _docBase;
    private Key _current;
    private Key _after;

    public NumberComparator(SortField field, int count)
    {
        _field = field;
        _keys = new Key[count];

        // Scores are naturally highest first.
        _descending = field.Reverse != (field.Type == SortFieldType.Score);
    }

    public override void SetLeaf(LeafReaderContext leaf)
    {
        _docBase = leaf.DocBase;
        _values = _field.Field is null ? null : leaf.Reader.GetNumericDocValues(_field.Field);
    }

    public override void Read(int docId, float score) => _current = _field.Type switch
    {
        SortFieldType.Score => Present(SortableNumber.FromSingle(score)),
        SortFieldType.Doc => Present(docId + _docBase),
        _ when _values is not null && _values.AdvanceExact(docId) => Present(FromDocValue(_values.LongValue)),
        _ => Absent(),
    };

    public override int CompareTo(int slot) => Compare(_current, _keys[slot]);

    public override int CompareToAfter() => Compare(_current, _after);

    public override int Compare(int left, int right) => Compare(_keys[left], _keys[right]);

    public override void Store(int slot) => _keys[slot] = _current;

    public override void SetAfter(object? value) => _after = value is null ? Absent() : Present(SortableNumber.FromObject(value));

    // Each arm is boxed by itself: the common type of them all is double, which cannot hold every long.
    public override object? GetValue(int slot) => _keys[slot].IsMissing ? null : _field.Type switch
    {
        SortFieldType.Score or SortFieldType.Float => (object)SortableNumber.ToSingle(_keys[slot].Number),
        SortFieldType.Double => SortableNumber.ToDouble(_keys[slot].Number),
        SortFieldType.Int or SortFieldType.Doc => (int)_keys[slot].Number,
        _ => _keys[slot].Number,
    };

    private static Key Present(long number) => new(number, 0);

    private long FromDocValue(long value) => _field.Type switch
    {
        SortFieldType.Float => SortableNumber.FromSingle(BitConverter.Int32BitsToSingle((int)value)),
        SortFieldType.Double => SortableNumber.FromDouble(BitConverter.Int64BitsToDouble(value)),
        SortFieldType.Int => (int)value,
        _ => value,
    };

    // Without a wish a missing number counts as 0, whose sortable form is 0 for floats too.
    private Key Absent() => _field.Missing switch
    {
        null => Present(0),
        MissingValue.First => new Key(0, -1),
        _ => new Key(0, 1),
    };

    private int Compare(Key left, Key right)
    {
        int byMissing = left.Rank.CompareTo(right.Rank);
        if (byMissing != 0)
        {
            return byMissing;
        }

        int byNumber = left.Number.CompareTo(right.Number);
        return _descending ? -byNumber : byNumber;
    }

    // Rank: -1 for missing and first, 1 for missing and last, 0 otherwise.
    private readonly record struct Key(long Number, int Rank)
    {
        public bool IsMissing => Rank != 0;
    }
}
