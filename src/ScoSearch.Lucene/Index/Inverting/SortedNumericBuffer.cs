using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Several 64-bit integers a document. Not thread-safe.</summary>
internal sealed class SortedNumericBuffer(string fieldName, RamCounter ram) : DocValuesBuffer(fieldName, ram)
{
    // Index of each document's first value; the end of the last one's follows when flushing.
    private readonly CountedList<int> _addresses = new(ram);
    private readonly CountedList<long> _values = new(ram);

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.SortedNumeric;

    /// <inheritdoc/>
    public override void Add(int docId, Field field) => Add(docId, field.Int64Value);

    /// <summary>Adds a value.</summary>
    public void Add(int docId, long value)
    {
        if (DocIds.Count == 0 || DocIds.Items[^1] != docId)
        {
            DocIds.Add(docId);
            _addresses.Add(_values.Count);
        }

        _values.Add(value);
    }

    /// <inheritdoc/>
    public override void Flush(DocValuesWriter writer, FieldInfo field)
    {
        _addresses.Add(_values.Count);
        ReadOnlySpan<int> addresses = _addresses.Items;
        for (int i = 0; i + 1 < addresses.Length; i++)
        {
            _values.Items[addresses[i]..addresses[i + 1]].Sort();
        }

        writer.WriteSortedNumeric(field, DocIds.Items, addresses, _values.Items);
    }
}
