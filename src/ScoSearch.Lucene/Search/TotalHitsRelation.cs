namespace ScoSearch.Lucene.Search;

/// <summary>How <see cref="TotalHits.Value"/> relates to the true number of matches.</summary>
public enum TotalHitsRelation
{
    /// <summary>It is the number of matches.</summary>
    EqualTo,

    /// <summary>It is a lower bound.</summary>
    GreaterThanOrEqualTo,
}
