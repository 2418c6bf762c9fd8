namespace ScoSearch.Lucene.Search;

/// <summary>A part of a <see cref="BooleanQuery"/>. Immutable.</summary>
/// <param name="Query">What to match.</param>
/// <param name="Occur">How it counts.</param>
public sealed record BooleanClause(Query Query, Occur Occur)
{
    /// <summary>True when a match adds to the score.</summary>
    public bool IsScoring => Occur is Occur.Must or Occur.Should;
}
