using System.Collections;
using System.Text;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches by a combination of other queries. Immutable; built with <see cref="Builder"/>.</summary>
/// <remarks>
/// All <see cref="Occur.Must"/> and <see cref="Occur.Filter"/> clauses and no <see cref="Occur.MustNot"/> clause match; of the
/// <see cref="Occur.Should"/> clauses at least <see cref="MinimumShouldMatch"/>, and at least one where nothing else is demanded.
/// The score is the sum of the scores of the matching scoring clauses. A query with prohibited clauses only matches nothing.
/// </remarks>
public sealed class BooleanQuery : Query, IReadOnlyList<BooleanClause>
{
    private readonly BooleanClause[] _clauses;
    private readonly int _depth;

    internal BooleanQuery(BooleanClause[] clauses, int minimumShouldMatch)
    {
        _clauses = clauses;
        MinimumShouldMatch = minimumShouldMatch;
        _depth = 1;
        foreach (BooleanClause clause in clauses)
        {
            _depth = Math.Max(_depth, clause.Query.Depth + 1);
        }
    }

    /// <summary>Number of optional clauses that must match; 0 or less for the default.</summary>
    public int MinimumShouldMatch { get; }

    /// <inheritdoc/>
    public int Count => _clauses.Length;

    /// <inheritdoc/>
    public BooleanClause this[int index] => _clauses[index];

    internal ReadOnlySpan<BooleanClause> Clauses => _clauses;

    internal override int Depth => _depth;

    internal override int ClauseCount => _clauses.Length;

    internal override IEnumerable<Query> Children
    {
        get
        {
            foreach (BooleanClause clause in _clauses)
            {
                yield return clause.Query;
            }
        }
    }

    /// <summary>True when it is optional clauses only, of which one suffices.</summary>
    internal bool IsPureDisjunction => MinimumShouldMatch <= 1 && CountOf(Occur.Should) == Count;

    /// <summary>Number of clauses of a kind.</summary>
    internal int CountOf(Occur occur)
    {
        int count = 0;
        foreach (BooleanClause clause in _clauses)
        {
            count += clause.Occur == occur ? 1 : 0;
        }

        return count;
    }

    /// <summary>Enumerates the clauses in the order they were added.</summary>
    public IEnumerator<BooleanClause> GetEnumerator() => ((IEnumerable<BooleanClause>)_clauses).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public override bool Equals(Query? other)
    {
        // The order of clauses does not matter, their number does: equal as multisets for each kind.
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is not BooleanQuery query || query._clauses.Length != _clauses.Length
            || query.MinimumShouldMatch != MinimumShouldMatch || query._depth != _depth)
        {
            return false;
        }

        Dictionary<BooleanClause, int> counts = [];
        foreach (BooleanClause clause in _clauses)
        {
            counts[clause] = counts.GetValueOrDefault(clause) + 1;
        }

        foreach (BooleanClause clause in query._clauses)
        {
            if (!counts.TryGetValue(clause, out int count) || count == 0)
            {
                return false;
            }

            counts[clause] = count - 1;
        }

        return true;
    }

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        int sum = 0;
        foreach (BooleanClause clause in _clauses)
        {
            sum = unchecked(sum + clause.GetHashCode());
        }

        return HashCode.Combine(typeof(BooleanQuery), MinimumShouldMatch, sum);
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        foreach (BooleanClause clause in _clauses)
        {
            text.Append(text.Length > 0 ? " " : "").Append(clause.Occur switch
            {
                Occur.Must => "+",
                Occur.Filter => "#",
                Occur.MustNot => "-",
                _ => "",
            });
            text.Append(clause.Query is BooleanQuery ? $"({clause.Query})" : clause.Query.ToString());
        }

        return MinimumShouldMatch > 0 ? $"({text})~{MinimumShouldMatch}" : text.ToString();
    }

    internal override Query Rewrite(SearchContext context) => BooleanRewriter.Rewrite(this, context);

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new BooleanWeight(this, context, scoreMode, boost);

    /// <summary>Gathers the clauses of a <see cref="BooleanQuery"/>. Not thread-safe.</summary>
    public sealed class Builder
    {
        private readonly List<BooleanClause> _clauses = [];
        private int _minimumShouldMatch;

        /// <summary>Demands that many optional clauses.</summary>
        public Builder SetMinimumShouldMatch(int minimum)
        {
            _minimumShouldMatch = minimum;
            return this;
        }

        /// <summary>Adds a clause.</summary>
        public Builder Add(Query query, Occur occur)
        {
            ArgumentNullException.ThrowIfNull(query);
            _clauses.Add(new BooleanClause(query, occur));
            return this;
        }

        /// <summary>Adds a clause.</summary>
        public Builder Add(BooleanClause clause) => Add(clause.Query, clause.Occur);

        /// <summary>The query. The limits on clauses and nesting are those of the searcher that runs it.</summary>
        public BooleanQuery Build() => new([.. _clauses], _minimumShouldMatch);
    }
}
