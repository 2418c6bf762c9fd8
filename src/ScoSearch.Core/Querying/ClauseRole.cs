namespace ScoSearch.Core.Querying;

/// <summary>What a <see cref="QueryClause"/> is needed for.</summary>
internal enum ClauseRole
{
    /// <summary>A paragraph with it is better; one without it may do.</summary>
    Optional,

    /// <summary>A paragraph must have it.</summary>
    Required,

    /// <summary>A paragraph must not have it.</summary>
    Excluded,
}
