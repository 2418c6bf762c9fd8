using System.Text;
using ScoSearch.Lucene.Codecs.DocValues;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Doc values of one field in memory, in doc id order. Not thread-safe.</summary>
internal abstract class DocValuesBuffer(string fieldName, RamCounter ram)
{
    /// <summary>Kind of the values.</summary>
    public abstract DocValuesType Type { get; }

    /// <summary>Name of the field, for messages.</summary>
    protected string FieldName { get; } = fieldName;

    /// <summary>The documents with a value.</summary>
    protected CountedList<int> DocIds { get; } = new(ram);

    public static DocValuesBuffer Create(DocValuesType type, string fieldName, BytePool pool, RamCounter ram) =>
        type switch
    {
        DocValuesType.Numeric => new NumericBuffer(fieldName, ram),
        DocValuesType.SortedNumeric => new SortedNumericBuffer(fieldName, ram),
        DocValuesType.Binary => new BinaryBuffer(fieldName, ram),
        DocValuesType.Sorted => new SortedBuffer(fieldName, pool, ram),
        DocValuesType.SortedSet => new SortedSetBuffer(fieldName, pool, ram),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a kind of doc values."),
    };

    /// <summary>Adds a value.</summary>
    /// <exception cref="ArgumentException">A second value where one is allowed, or a value that is too
    /// long.</exception>
    public abstract void Add(int docId, Field field);

    /// <summary>Writes the values.</summary>
    public abstract void Flush(DocValuesWriter writer, FieldInfo field);

    /// <summary>Registers the document for a value of which each document has one.</summary>
    protected void AddSingle(int docId)
    {
        if (DocIds.Count > 0 && DocIds.Items[^1] == docId)
        {
            throw new ArgumentException(
                $"The field \"{FieldName}\" has more than one value in a document; {Type} doc values allow one.");
        }

        DocIds.Add(docId);
    }

    /// <summary>The value as bytes.</summary>
    /// <param name="field">Holds text or bytes.</param>
    /// <param name="maxLength">Most bytes allowed.</param>
    protected ReadOnlySpan<byte> BytesOf(Field field, int maxLength)
    {
        ReadOnlySpan<byte> bytes = field.Kind == FieldValueKind.Bytes
            ? field.Bytes.Span
            : Encoding.UTF8.GetBytes(field.Text.Span.ToArray());
        return bytes.Length <= maxLength
            ? bytes
            : throw new ArgumentException(
                $"The field \"{FieldName}\" has a doc value of {bytes.Length} bytes; the limit is {maxLength} bytes.");
    }
}
