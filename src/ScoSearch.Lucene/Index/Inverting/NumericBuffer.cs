using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>One 64-bit integer a document. Not thread-safe.</summary>
internal sealed class NumericBuffer(string fieldName, RamCounter ram) : DocValuesBuffer(fieldName, ram)
{
    private readonly CountedList<long> _values = new(ram);

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.Numeric;

    /// <inheritdoc/>
    public override void Add(int docId, Field field) => Add(docId, field.Int64Value);

    /// <summary>Adds a value.</summary>
    public void Add(int docId, long value)
    {
        AddSingle(docId);
        _values.Add(value);
    }

    /// <inheritdoc/>
    public override void Flush(DocValuesWriter writer, FieldInfo field) =>
        writer.WriteNumeric(field, DocIds.Items, _values.Items);
}
