using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches documents that contain a term. Immutable.</summary>
public sealed class TermQuery : Query
{
    private readonly TermStates? _states;

    /// <summary>Creates the query.</summary>
    public TermQuery(Term term)
    {
        ArgumentNullException.ThrowIfNull(term);
        Term = term;
    }

    internal TermQuery(Term term, TermStates states) : this(term) => _states = states;

    /// <summary>The term.</summary>
    public Term Term { get; }

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is TermQuery query && Term.Equals(query.Term) && ReferenceEquals(_states, query._states);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(TermQuery), Term);

    /// <inheritdoc/>
    public override string ToString() => Term.ToString();

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new TermWeight(this, context, _states ?? TermStates.Find(context, Term), scoreMode, boost);
}
