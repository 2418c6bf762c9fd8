using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>One 64-bit integer a document, kept column-wise for sorting and ranking. At most one value a
/// document.</summary>
public sealed class NumericDocValuesField : Field
{
    /// <summary>Doc values only: neither indexed nor stored.</summary>
    public static FieldType DocValuesOnly { get; } = new() { DocValuesType = DocValuesType.Numeric };

    /// <summary>Creates the field.</summary>
    public NumericDocValuesField(string name, long value) : base(name, value, DocValuesOnly)
    {
    }
}
