using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>One byte string a document, kept column-wise. At most one value a document.</summary>
public sealed class BinaryDocValuesField : Field
{
    /// <summary>Doc values only: neither indexed nor stored.</summary>
    public static FieldType DocValuesOnly { get; } = new() { DocValuesType = DocValuesType.Binary };

    /// <summary>Creates the field; the bytes are not copied.</summary>
    public BinaryDocValuesField(string name, ReadOnlyMemory<byte> value) : base(name, value, DocValuesOnly)
    {
    }

    /// <summary>Creates the field from text, as UTF-8.</summary>
    public BinaryDocValuesField(string name, string value) : base(name, value, DocValuesOnly)
    {
    }
}
