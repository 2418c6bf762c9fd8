using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>One of several 64-bit integers a document, kept column-wise and ascending; equal values are kept.</summary>
public sealed class SortedNumericDocValuesField : Field
{
    /// <summary>Doc values only: neither indexed nor stored.</summary>
    public static FieldType DocValuesOnly { get; } = new() { DocValuesType = DocValuesType.SortedNumeric };

    /// <summary>Creates the field.</summary>
    public SortedNumericDocValuesField(string name, long value) : base(name, value, DocValuesOnly)
    {
    }
}
