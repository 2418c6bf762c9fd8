namespace ScoSearch.Lucene.Index;

/// <summary>A <see cref="StoredFieldVisitor"/>'s answer.</summary>
public enum StoredFieldAction
{
    /// <summary>Deliver the value.</summary>
    Read,

    /// <summary>Skip it.</summary>
    Skip,

    /// <summary>Skip it and everything after it.</summary>
    Stop,
}
