using System.Text;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches documents that contain terms at given distances. Immutable.</summary>
/// <remarks>
/// With slop 0 each term must stand at its place. With a larger slop the places may be moved by up to that many positions in all
/// (two swapped neighbours cost 2); closer matches score higher. A phrase of one term is that term; an empty one matches nothing.
/// </remarks>
public sealed class PhraseQuery : Query
{
    private readonly Term[] _terms;
    private readonly int[] _positions;

    /// <summary>Creates a phrase of terms that follow each other.</summary>
    public PhraseQuery(string field, params IReadOnlyList<string> terms) : this(0, field, terms)
    {
    }

    /// <summary>Creates a phrase of terms that follow each other, more or less.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The slop is negative.</exception>
    public PhraseQuery(int slop, string field, params IReadOnlyList<string> terms)
        : this(
            [.. (terms ?? throw new ArgumentNullException(nameof(terms))).Select(text => new Term(field, text))],
            [.. Enumerable.Range(0, terms.Count)],
            slop)
    {
    }

    private PhraseQuery(Term[] terms, int[] positions, int slop)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(slop);
        _terms = terms;
        _positions = positions;
        Slop = slop;
    }

    /// <summary>The terms, in the order of their places.</summary>
    public IReadOnlyList<Term> Terms => _terms;

    /// <summary>The place of each term.</summary>
    public IReadOnlyList<int> Positions => _positions;

    /// <summary>How many positions the terms may be moved in all.</summary>
    public int Slop { get; }

    internal override int ClauseCount => _terms.Length;

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is PhraseQuery query && Slop == query.Slop && _terms.AsSpan().SequenceEqual(query._terms)
        && _positions.AsSpan().SequenceEqual(query._positions);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(Slop);
        for (int i = 0; i < _terms.Length; i++)
        {
            hash.Add(_terms[i]);
            hash.Add(_positions[i]);
        }

        return hash.ToHashCode();
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        StringBuilder text = new();
        for (int i = 0; i < _terms.Length; i++)
        {
            for (int gap = i == 0 ? 0 : _positions[i] - _positions[i - 1]; gap > 1; gap--)
            {
                text.Append(" ?");
            }

            text.Append(i == 0 ? "" : " ").Append(_terms[i].Text);
        }

        string slop = Slop == 0 ? "" : FormattableString.Invariant($"~{Slop}");
        return $"{(_terms.Length == 0 ? "" : _terms[0].Field)}:\"{text}\"{slop}";
    }

    internal override Query Rewrite(SearchContext context)
    {
        if (_terms.Length == 0)
        {
            return MatchNoDocsQuery.Instance;
        }

        if (_terms.Length == 1)
        {
            return new TermQuery(_terms[0]);
        }

        if (_positions[0] == 0)
        {
            return this;
        }

        int[] positions = Array.ConvertAll(_positions, position => position - _positions[0]);
        return new PhraseQuery(_terms, positions, Slop);
    }

    internal override Weight CreateWeight(SearchContext context, ScoreMode scoreMode, float boost) =>
        new PhraseWeight(this, context, scoreMode, boost);

    /// <summary>Gathers the terms of a phrase. Not thread-safe.</summary>
    public sealed class Builder
    {
        private readonly List<Term> _terms = [];
        private readonly List<int> _positions = [];
        private int _slop;

        /// <summary>Allows the terms to be moved by that many positions in all.</summary>
        /// <exception cref="ArgumentOutOfRangeException">The slop is negative.</exception>
        public Builder SetSlop(int slop)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(slop);
            _slop = slop;
            return this;
        }

        /// <summary>Adds a term right after the one added last.</summary>
        public Builder Add(Term term) => Add(term, _positions.Count == 0 ? 0 : _positions[^1] + 1);

        /// <summary>Adds a term at a place.</summary>
        /// <param name="term">The term; all terms of a phrase are of one field.</param>
        /// <param name="position">Its place, at least that of the term added last.</param>
        /// <exception cref="ArgumentException">The term is of another field, or the place lies before the last one.</exception>
        public Builder Add(Term term, int position)
        {
            ArgumentNullException.ThrowIfNull(term);
            ArgumentOutOfRangeException.ThrowIfNegative(position);
            if (_terms.Count > 0 && !string.Equals(term.Field, _terms[0].Field, StringComparison.Ordinal))
            {
                throw new ArgumentException($"all terms of a phrase must be of field {_terms[0].Field}", nameof(term));
            }

            if (_positions.Count > 0 && position < _positions[^1])
            {
                throw new ArgumentException("the terms of a phrase must be added in the order of their places", nameof(position));
            }

            _terms.Add(term);
            _positions.Add(position);
            return this;
        }

        /// <summary>The phrase.</summary>
        public PhraseQuery Build() => new([.. _terms], [.. _positions], _slop);
    }
}
