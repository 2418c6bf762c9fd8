namespace ScoSearch.Lucene.Search;

/// <summary>How many documents match. Immutable.</summary>
/// <param name="Value">The number counted.</param>
/// <param name="Relation">Whether that is all of them.</param>
public readonly record struct TotalHits(long Value, TotalHitsRelation Relation)
{
    /// <inheritdoc/>
    public override string ToString() =>
        FormattableString.Invariant($"{Value}{(Relation == TotalHitsRelation.EqualTo ? "" : "+")} hits");
}
