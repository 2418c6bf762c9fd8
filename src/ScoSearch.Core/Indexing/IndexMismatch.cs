namespace ScoSearch.Core.Indexing;

/// <summary>In what an index differs from what it is opened with.</summary>
public enum IndexMismatch
{
    /// <summary>The index was not made by ScoSearch.</summary>
    NotScoSearch,

    /// <summary>Another version of the fields.</summary>
    Schema,

    /// <summary>Another version of the analysis: character folding or segmentation.</summary>
    Analysis,

    /// <summary>Other user words.</summary>
    Words,

    /// <summary>Other synonyms.</summary>
    Synonyms,
}
