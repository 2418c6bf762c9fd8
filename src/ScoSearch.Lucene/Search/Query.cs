namespace ScoSearch.Lucene.Search;

/// <summary>What to search for. Immutable, thread-safe, equal by value.</summary>
public abstract class Query : IEquatable<Query>
{
    /// <summary>Queries below this one, itself included; bounds recursion before any starts.</summary>
    internal virtual int Depth => 1;

    /// <summary>Number of clauses directly below, for the limit on them.</summary>
    internal virtual int ClauseCount => 0;

    /// <inheritdoc/>
    public abstract bool Equals(Query? other);

    /// <inheritdoc/>
    public sealed override bool Equals(object? obj) => Equals(obj as Query);

    /// <inheritdoc/>
    public abstract override int GetHashCode();

    /// <summary>The query in the usual notation, with field names.</summary>
    public abstract override string ToString();

    /// <summary>A simpler query with the same hits and scores, or this one when there is none. Called until nothing changes.</summary>
    internal virtual Query Rewrite(SearchContext context) => this;

    /// <summary>Binds a rewritten query to the statistics of an index.</summary>
    /// <param name="context">The index and what is wanted.</param>
    /// <param name="scoreMode">What is wanted of this part of the query.</param>
    /// <param name="boost">Product of the boosts around.</param>
    internal abstract Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost);

    /// <summary>The queries directly below.</summary>
    internal virtual IEnumerable<Query> Children => [];

    private protected static string Format(float number) =>
        number.ToString("R", System.Globalization.CultureInfo.InvariantCulture);
}
