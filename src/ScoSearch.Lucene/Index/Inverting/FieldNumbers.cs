namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Number and kind of every field name ever seen in an index, the same for all its segments.
/// Thread-safe.</summary>
internal sealed class FieldNumbers
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Known> _byName = new(StringComparer.Ordinal);
    private readonly HashSet<int> _numbers = [];
    private int _next;

    /// <summary>Takes over the fields of a segment that exists already; a number that is taken stays with its first
    /// owner.</summary>
    public void Register(FieldInfos fields)
    {
        lock (_lock)
        {
            foreach (FieldInfo field in fields)
            {
                if (!_byName.TryGetValue(field.Name, out Known known))
                {
                    known = new Known(TakeNumberLocked(field.Number), field.IndexOptions, field.DocValuesType);
                }

                _byName[field.Name] = new Known(
                    known.Number,
                    known.IndexOptions == IndexOptions.None ? field.IndexOptions : known.IndexOptions,
                    known.DocValuesType == DocValuesType.None ? field.DocValuesType : known.DocValuesType);
            }
        }
    }

    /// <summary>Number of a field; the name is registered when it is new.</summary>
    public int GetOrAdd(string name)
    {
        lock (_lock)
        {
            return FindLocked(name).Number;
        }
    }

    /// <summary>Fixes what is recorded for the terms of a field.</summary>
    /// <exception cref="ArgumentException">The field is indexed differently already.</exception>
    public void SetIndexOptions(string name, IndexOptions options)
    {
        lock (_lock)
        {
            Known known = FindLocked(name);
            if (known.IndexOptions != IndexOptions.None && known.IndexOptions != options)
            {
                throw new ArgumentException(
                    $"The field \"{name}\" is indexed with {known.IndexOptions} in this index; it cannot be indexed with {options}.");
            }

            _byName[name] = known with { IndexOptions = options };
        }
    }

    /// <summary>Fixes the kind of doc values of a field.</summary>
    /// <exception cref="ArgumentException">The field has another kind already.</exception>
    public void SetDocValuesType(string name, DocValuesType type)
    {
        lock (_lock)
        {
            Known known = FindLocked(name);
            if (known.DocValuesType != DocValuesType.None && known.DocValuesType != type)
            {
                throw new ArgumentException(
                    $"The field \"{name}\" has {known.DocValuesType} doc values in this index; it cannot get {type} doc values.");
            }

            _byName[name] = known with { DocValuesType = type };
        }
    }

    /// <summary>Forgets everything; for an index that became empty.</summary>
    public void Clear()
    {
        lock (_lock)
        {
            _byName.Clear();
            _numbers.Clear();
            _next = 0;
        }
    }

    private Known FindLocked(string name)
    {
        if (!_byName.TryGetValue(name, out Known known))
        {
            known = new Known(TakeNumberLocked(-1), IndexOptions.None, DocValuesType.None);
            _byName.Add(name, known);
        }

        return known;
    }

    private int TakeNumberLocked(int wanted)
    {
        if (wanted >= 0 && _numbers.Add(wanted))
        {
            return wanted;
        }

        while (!_numbers.Add(_next))
        {
            _next++;
        }

        return _next;
    }

    private readonly record struct Known(int Number, IndexOptions IndexOptions, DocValuesType DocValuesType);
}
