namespace ScoSearch.Core.Searching;

/// <summary>Order of hits.</summary>
public enum SearchSort
{
    /// <summary>Best first.</summary>
    Score,

    /// <summary>Newest first; paragraphs without a date last.</summary>
    DateDescending,

    /// <summary>Oldest first; paragraphs without a date last.</summary>
    DateAscending,

    /// <summary>By document id, then by paragraph number.</summary>
    Document,
}
