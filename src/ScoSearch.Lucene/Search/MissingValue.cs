namespace ScoSearch.Lucene.Search;

/// <summary>Where documents without a value stand in a sorted result.</summary>
public enum MissingValue
{
    /// <summary>Before all others.</summary>
    First,

    /// <summary>After all others.</summary>
    Last,
}
