using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>One byte string a document, kept column-wise as ordinal of a sorted dictionary: sorting, grouping,
/// counting. At most one value a document.</summary>
public sealed class SortedDocValuesField : Field
{
    /// <summary>Doc values only: neither indexed nor stored.</summary>
    public static FieldType DocValuesOnly { get; } = new() { DocValuesType = DocValuesType.Sorted };

    /// <summary>Creates the field; at most 32766 bytes, which are not copied.</summary>
    public SortedDocValuesField(string name, ReadOnlyMemory<byte> value) : base(name, value, DocValuesOnly)
    {
    }

    /// <summary>Creates the field from text, as UTF-8; at most 32766 bytes.</summary>
    public SortedDocValuesField(string name, string value) : base(name, value, DocValuesOnly)
    {
    }
}
