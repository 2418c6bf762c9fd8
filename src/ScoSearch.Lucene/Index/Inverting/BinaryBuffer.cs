using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>One byte string a document. Not thread-safe.</summary>
internal sealed class BinaryBuffer(string fieldName, RamCounter ram) : DocValuesBuffer(fieldName, ram)
{
    // Start of each value; the end of the last one follows when flushing.
    private readonly CountedList<int> _offsets = new(ram);
    private readonly CountedList<byte> _bytes = new(ram);

    /// <inheritdoc/>
    public override DocValuesType Type => DocValuesType.Binary;

    /// <inheritdoc/>
    public override void Add(int docId, Field field) => Add(docId, BytesOf(field, int.MaxValue));

    /// <summary>Adds a value.</summary>
    public void Add(int docId, ReadOnlySpan<byte> value)
    {
        AddSingle(docId);
        _offsets.Add(_bytes.Count);
        _bytes.AddRange(value);
    }

    /// <inheritdoc/>
    public override void Flush(DocValuesWriter writer, FieldInfo field)
    {
        _offsets.Add(_bytes.Count);
        writer.WriteBinary(field, DocIds.Items, _offsets.Items, _bytes.Items);
    }
}
