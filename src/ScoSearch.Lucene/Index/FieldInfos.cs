using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace ScoSearch.Lucene.Index;

/// <summary>The fields of one segment, by name and by number, in the order of their numbers. Immutable.</summary>
public sealed class FieldInfos : IReadOnlyCollection<FieldInfo>
{
    private readonly FieldInfo[] _fields;
    private readonly Dictionary<string, FieldInfo> _byName;
    private readonly Dictionary<int, FieldInfo> _byNumber;

    /// <summary>Creates the set.</summary>
    /// <exception cref="ArgumentException">A name or a number occurs twice.</exception>
    public FieldInfos(IEnumerable<FieldInfo> fields)
    {
        _fields = [.. fields.OrderBy(field => field.Number)];
        _byName = _fields.ToDictionary(field => field.Name, StringComparer.Ordinal);
        _byNumber = _fields.ToDictionary(field => field.Number);
    }

    /// <inheritdoc/>
    public int Count => _fields.Length;

    /// <summary>True when some field is indexed.</summary>
    public bool HasPostings => _fields.Any(f => f.IndexOptions != IndexOptions.None);

    /// <summary>True when some field keeps norms.</summary>
    public bool HasNorms => _fields.Any(f => f.HasNorms);

    /// <summary>True when some field has doc values.</summary>
    public bool HasDocValues => _fields.Any(f => f.DocValuesType != DocValuesType.None);

    /// <summary>True when some field has positions.</summary>
    public bool HasPositions => _fields.Any(f => f.HasPositions);

    /// <summary>True when some field has payloads or offsets.</summary>
    public bool HasPayloadsOrOffsets => _fields.Any(f => f.HasOffsets || f.HasPayloads);

    /// <summary>The field of that name, or null.</summary>
    public FieldInfo? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The field of that number, or null.</summary>
    public FieldInfo? Find(int number) => _byNumber.GetValueOrDefault(number);

    /// <summary>Looks a field up by name.</summary>
    public bool TryGet(string name, [NotNullWhen(true)] out FieldInfo? field) => _byName.TryGetValue(name, out field);

    /// <inheritdoc/>
    public IEnumerator<FieldInfo> GetEnumerator() => ((IEnumerable<FieldInfo>)_fields).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
