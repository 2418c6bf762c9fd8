using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches documents that have a value in a field; each scores the boost. Immutable.</summary>
/// <remarks>The field must have norms or doc values, of whichever type; of other fields nothing matches.</remarks>
/// <param name="field">The field.</param>
public sealed class FieldExistsQuery(string field) : Query
{
    /// <summary>The field.</summary>
    public string Field { get; } = field ?? throw new ArgumentNullException(nameof(field));

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is FieldExistsQuery query && Field == query.Field;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(FieldExistsQuery), Field);

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:*";

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new ExistsWeight(this, scoreMode, boost);

    private sealed class ExistsWeight(FieldExistsQuery query, ScoreMode scoreMode, float score)
        : ConstantScoreWeight(query, scoreMode, score)
    {
        protected override DocIdCursor? GetCursor(LeafReaderContext leaf) =>
            leaf.Reader.GetNorms(query.Field)?.GetCursor()
            ?? leaf.Reader.GetNumericDocValues(query.Field)
            ?? leaf.Reader.GetSortedDocValues(query.Field)
            ?? leaf.Reader.GetSortedNumericDocValues(query.Field)
            ?? leaf.Reader.GetSortedSetDocValues(query.Field)
            ?? (DocIdCursor?)leaf.Reader.GetBinaryDocValues(query.Field);
    }
}
