namespace ScoSearch.Lucene.Search;

/// <summary>The best hits of a search, best first. Immutable.</summary>
/// <param name="TotalHits">How many documents match.</param>
/// <param name="ScoreDocs">The hits; <see cref="FieldDoc"/>s when the search was sorted.</param>
public sealed record TopDocs(TotalHits TotalHits, IReadOnlyList<ScoreDoc> ScoreDocs)
{
    /// <summary>No hits.</summary>
    public static TopDocs Empty { get; } = new(new TotalHits(0, TotalHitsRelation.EqualTo), []);
}
