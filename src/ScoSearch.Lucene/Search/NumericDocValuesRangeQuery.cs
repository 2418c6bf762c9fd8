using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches documents whose numeric doc value (or one of several) lies in a range; each scores the boost. Immutable.</summary>
public sealed class NumericDocValuesRangeQuery : Query
{
    /// <summary>Creates the query; a range that ends before it begins matches nothing.</summary>
    /// <param name="field">Field with numeric or sorted-numeric doc values.</param>
    /// <param name="min">Smallest value.</param>
    /// <param name="max">Largest value.</param>
    public NumericDocValuesRangeQuery(string field, long min, long max)
    {
        ArgumentNullException.ThrowIfNull(field);
        Field = field;
        Min = min;
        Max = max;
    }

    /// <summary>The field.</summary>
    public string Field { get; }

    /// <summary>Smallest value.</summary>
    public long Min { get; }

    /// <summary>Largest value.</summary>
    public long Max { get; }

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is NumericDocValuesRangeQuery query && Field == query.Field && Min == query.Min && Max == query.Max;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(NumericDocValuesRangeQuery), Field, Min, Max);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Field}:[{Min} TO {Max}]");

    internal override Query Rewrite(SearchContext context) => Min > Max ? MatchNoDocsQuery.Instance : this;

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new RangeWeight(this, scoreMode, boost);

    private sealed class RangeWeight(NumericDocValuesRangeQuery query, ScoreMode scoreMode, float score)
        : ConstantScoreWeight(query, scoreMode, score)
    {
        protected override DocIdCursor? GetCursor(LeafReaderContext leaf) =>
            (DocIdCursor?)leaf.Reader.GetNumericDocValues(query.Field) ?? leaf.Reader.GetSortedNumericDocValues(query.Field);

        protected override TwoPhaseCursor GetTwoPhase(DocIdCursor cursor) => new InRange(cursor, query.Min, query.Max);
    }

    private sealed class InRange(DocIdCursor cursor, long min, long max) : TwoPhaseCursor(cursor)
    {
        public override float MatchCost => 2;

        protected override bool Check()
        {
            if (Approximation is NumericDocValues single)
            {
                long value = single.LongValue;
                return value >= min && value <= max;
            }

            // Values ascend: the first one not too small decides.
            SortedNumericDocValues several = (SortedNumericDocValues)Approximation;
            for (int i = several.DocValueCount; i > 0; i--)
            {
                long value = several.NextValue();
                if (value >= min)
                {
                    return value <= max;
                }
            }

            return false;
        }
    }
}
