namespace ScoSearch.Core.Searching;

/// <summary>How many of the words of a query a paragraph needs.</summary>
public enum QueryOperator
{
    /// <summary>As many as a good answer usually has; fewer, and said so, when that finds too little.</summary>
    Automatic,

    /// <summary>Any of them.</summary>
    Or,

    /// <summary>All of them.</summary>
    And,
}
