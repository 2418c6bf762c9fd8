using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>
/// Matches documents that contain a word in any of several fields, scored as one word in one text made of them all. Immutable.
/// </summary>
/// <remarks>
/// BM25F (Robertson, Zaragoza: The Probabilistic Relevance Framework, 2009): frequencies are divided by the length factor of
/// their own field, weighted and added, and only the sum is saturated; so a word in title and text counts little more than
/// a word in one of them. The document frequency is the largest of the fields'.
/// </remarks>
public sealed class CombinedTermQuery : Query
{
    private readonly Term[] _terms;
    private readonly float[] _weights;

    /// <summary>Creates the query.</summary>
    /// <param name="terms">The word in each field, with the weight of the field: finite, above 0. The first field's
    /// number of documents counts for the idf.</param>
    /// <exception cref="ArgumentException">There is no term, or a field is there twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is out of range.</exception>
    public CombinedTermQuery(params IReadOnlyList<(Term Term, float Weight)> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        if (terms.Count == 0 || terms.DistinctBy(pair => pair.Term.Field, StringComparer.Ordinal).Count() != terms.Count)
        {
            throw new ArgumentException("a combined term needs one term for each of at least one field", nameof(terms));
        }

        foreach ((_, float weight) in terms)
        {
            if (!float.IsFinite(weight) || weight <= 0)
            {
                throw new ArgumentOutOfRangeException(nameof(terms), weight, "a field's weight must be finite and above 0");
            }
        }

        _terms = [.. terms.Select(pair => pair.Term)];
        _weights = [.. terms.Select(pair => pair.Weight)];
    }

    /// <summary>The word in each field.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>The weights of the fields.</summary>
    public IReadOnlyList<float> Weights => _weights;

    internal override int ClauseCount => _terms.Length;

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is CombinedTermQuery query && _terms.AsSpan().SequenceEqual(query._terms)
        && _weights.AsSpan().SequenceEqual(query._weights);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        for (int i = 0; i < _terms.Length; i++)
        {
            hash.Add(_terms[i]);
            hash.Add(_weights[i]);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString() =>
        $"Combined({string.Join(" ", _terms.Zip(_weights, (term, weight) => weight == 1f ? $"{term}" : $"{term}^{Format(weight)}"))})";

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new CombinedTermWeight(this, context, scoreMode, boost);
}
