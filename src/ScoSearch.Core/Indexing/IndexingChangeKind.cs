namespace ScoSearch.Core.Indexing;

/// <summary>What happens to a document in an indexing run.</summary>
public enum IndexingChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Its content changed.</summary>
    Changed,

    /// <summary>It goes.</summary>
    Removed,
}
