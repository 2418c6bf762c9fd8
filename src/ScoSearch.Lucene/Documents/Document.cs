using System.Collections;

namespace ScoSearch.Lucene.Documents;

/// <summary>The unit that is added and found: fields in order, names may repeat. Not thread-safe.</summary>
/// <remarks>A document read back from an index holds the stored fields only.</remarks>
public sealed class Document : IReadOnlyList<Field>
{
    private readonly List<Field> _fields = [];

    /// <inheritdoc/>
    public int Count => _fields.Count;

    /// <inheritdoc/>
    public Field this[int index] => _fields[index];

    /// <summary>Appends a field.</summary>
    public void Add(Field field)
    {
        ArgumentNullException.ThrowIfNull(field);
        _fields.Add(field);
    }

    /// <summary>Removes all fields, so that the document can be filled again.</summary>
    public void Clear() => _fields.Clear();

    /// <summary>The first field of that name, or null.</summary>
    public Field? Find(string name) => _fields.Find(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    /// <summary>Value of the first field of that name as text, or null.</summary>
    public string? Get(string name) => Find(name)?.StringValue;

    /// <summary>All fields of that name, in order.</summary>
    public IEnumerable<Field> FindAll(string name) =>
        _fields.Where(field => string.Equals(field.Name, name, StringComparison.Ordinal));

    /// <inheritdoc/>
    public IEnumerator<Field> GetEnumerator() => _fields.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
