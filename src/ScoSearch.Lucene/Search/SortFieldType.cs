namespace ScoSearch.Lucene.Search;

/// <summary>What a <see cref="SortField"/> compares.</summary>
public enum SortFieldType
{
    /// <summary>The score; higher first unless reversed.</summary>
    Score,

    /// <summary>The doc id; lower first unless reversed.</summary>
    Doc,

    /// <summary>Sorted doc values, by bytes.</summary>
    String,

    /// <summary>Numeric doc values as 32-bit integers.</summary>
    Int,

    /// <summary>Numeric doc values as 64-bit integers.</summary>
    Long,

    /// <summary>Numeric doc values as the bits of 32-bit floating-point numbers.</summary>
    Float,

    /// <summary>Numeric doc values as the bits of 64-bit floating-point numbers.</summary>
    Double,
}
