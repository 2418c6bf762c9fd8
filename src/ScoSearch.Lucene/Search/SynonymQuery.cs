using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches documents that contain any of several terms of a field, scored as if they were one term. Immutable.</summary>
/// <remarks>Its document frequency is the largest of the terms'; a document's frequency is the sum of theirs, each times the term's boost.</remarks>
public sealed class SynonymQuery : Query
{
    private readonly Term[] _terms;
    private readonly float[] _boosts;

    /// <summary>Creates the query with boosts of 1.</summary>
    public SynonymQuery(params IReadOnlyList<Term> terms)
        : this((terms ?? throw new ArgumentNullException(nameof(terms))).Select(term => (term, 1f)))
    {
    }

    /// <summary>Creates the query.</summary>
    /// <param name="terms">The terms, all of one field, each with a boost above 0 and at most 1.</param>
    /// <exception cref="ArgumentException">Terms of different fields.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A boost is out of range.</exception>
    public SynonymQuery(IEnumerable<(Term Term, float Boost)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        (Term Term, float Boost)[] sorted = [.. terms.OrderBy(pair => pair.Term)];
        foreach ((Term term, float boost) in sorted)
        {
            if (!(boost > 0 && boost <= 1))
            {
                throw new ArgumentOutOfRangeException(nameof(terms), boost, "a synonym's boost must be above 0 and at most 1");
            }

            if (!string.Equals(term.Field, sorted[0].Term.Field, StringComparison.Ordinal))
            {
                throw new ArgumentException("synonyms must be terms of one field", nameof(terms));
            }
        }

        _terms = Array.ConvertAll(sorted, pair => pair.Term);
        _boosts = Array.ConvertAll(sorted, pair => pair.Boost);
    }

    /// <summary>The terms in order.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>Their boosts.</summary>
    public IReadOnlyList<float> Boosts => _boosts;

    /// <summary>The field; empty when there are no terms.</summary>
    public string Field => _terms.Length == 0 ? "" : _terms[0].Field;

    internal override int ClauseCount => _terms.Length;

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is SynonymQuery query && _terms.AsSpan().SequenceEqual(query._terms) && _boosts.AsSpan().SequenceEqual(query._boosts);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        for (int i = 0; i < _terms.Length; i++)
        {
            hash.Add(_terms[i]);
            hash.Add(_boosts[i]);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"Synonym({string.Join(" ", _terms.Zip(_boosts, (term, boost) => boost == 1f ? $"{term}" : $"{term}^{Format(boost)}"))})";

    internal override Query Rewrite(SearchContext context) => _terms.Length switch
    {
        0 => MatchNoDocsQuery.Instance,
        1 => BoostQuery.Wrap(new TermQuery(_terms[0]), _boosts[0]),
        _ => this,
    };

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new SynonymWeight(this, context, scoreMode, boost);
}
