namespace ScoSearch.Lucene.Index;

/// <summary>Kind of column-wise values of a field. The numbers are those of the field infos file.</summary>
public enum DocValuesType
{
    /// <summary>No doc values.</summary>
    None = 0,

    /// <summary>One 64-bit integer a document.</summary>
    Numeric = 1,

    /// <summary>One byte string a document.</summary>
    Binary = 2,

    /// <summary>One byte string a document, deduplicated and sorted.</summary>
    Sorted = 3,

    /// <summary>Several distinct byte strings a document, deduplicated and sorted.</summary>
    SortedSet = 4,

    /// <summary>Several 64-bit integers a document, sorted.</summary>
    SortedNumeric = 5,
}
