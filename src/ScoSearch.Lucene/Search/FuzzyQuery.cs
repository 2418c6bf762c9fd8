using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches terms within an edit distance of a term, counted in code points. Immutable.</summary>
/// <remarks>
/// The nearest terms of the index (at most <see cref="MaxExpansions"/>) become optional clauses, each boosted by
/// 1 - edits / length of the shorter term (0 where that is negative) and scored with the frequencies of all of them blended:
/// the largest document frequency for each, so that rare misspellings do not outrank the word itself.
/// </remarks>
public sealed class FuzzyQuery : Query
{
    /// <summary>Most edits that are supported.</summary>
    public const int MaxSupportedEdits = 2;

    /// <summary>Default of <see cref="MaxExpansions"/>.</summary>
    public const int DefaultMaxExpansions = 50;

    /// <summary>Creates the query.</summary>
    /// <param name="term">What to look for.</param>
    /// <param name="maxEdits">Most edits, from 0 to 2.</param>
    /// <param name="prefixLength">Code points at the beginning that must be the same, at least 0.</param>
    /// <param name="maxExpansions">Most terms, at least 1.</param>
    /// <param name="transpositions">Whether two swapped neighbours are one edit rather than two.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    /// <exception cref="QueryTooComplexException">The term is longer than 1,000 characters.</exception>
    public FuzzyQuery(
        Term term,
        int maxEdits = MaxSupportedEdits,
        int prefixLength = 0,
        int maxExpansions = DefaultMaxExpansions,
        bool transpositions = true)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentOutOfRangeException.ThrowIfNegative(maxEdits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxEdits, MaxSupportedEdits);
        ArgumentOutOfRangeException.ThrowIfNegative(prefixLength);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxExpansions, 1);
        if (term.Text.Length > RegexpParser.MaxPatternLength)
        {
            throw new QueryTooComplexException(QueryLimit.AutomatonStates, RegexpParser.MaxPatternLength);
        }

        Term = term;
        MaxEdits = maxEdits;
        PrefixLength = prefixLength;
        MaxExpansions = maxExpansions;
        Transpositions = transpositions;
    }

    /// <summary>What to look for.</summary>
    public Term Term { get; }

    /// <summary>Most edits.</summary>
    public int MaxEdits { get; }

    /// <summary>Code points at the beginning that must be the same.</summary>
    public int PrefixLength { get; }

    /// <summary>Most terms.</summary>
    public int MaxExpansions { get; }

    /// <summary>Whether two swapped neighbours are one edit.</summary>
    public bool Transpositions { get; }

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is FuzzyQuery query && Term.Equals(query.Term) && MaxEdits == query.MaxEdits && PrefixLength == query.PrefixLength
        && MaxExpansions == query.MaxExpansions && Transpositions == query.Transpositions;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Term, MaxEdits, PrefixLength, MaxExpansions, Transpositions);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Term}~{MaxEdits}");

    internal override Query Rewrite(SearchContext context) => new FuzzyExpansion(this, context).Rewrite();

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        throw new System.Diagnostics.UnreachableException("a fuzzy query is rewritten before it is weighed");
}
