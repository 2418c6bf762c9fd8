using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>One of several distinct byte strings a document, kept column-wise as ordinals of a sorted
/// dictionary.</summary>
public sealed class SortedSetDocValuesField : Field
{
    /// <summary>Doc values only: neither indexed nor stored.</summary>
    public static FieldType DocValuesOnly { get; } = new() { DocValuesType = DocValuesType.SortedSet };

    /// <summary>Creates the field; at most 32766 bytes, which are not copied.</summary>
    public SortedSetDocValuesField(string name, ReadOnlyMemory<byte> value) : base(name, value, DocValuesOnly)
    {
    }

    /// <summary>Creates the field from text, as UTF-8; at most 32766 bytes.</summary>
    public SortedSetDocValuesField(string name, string value) : base(name, value, DocValuesOnly)
    {
    }
}
