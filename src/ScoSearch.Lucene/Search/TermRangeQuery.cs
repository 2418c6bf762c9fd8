using System.Text;
using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches terms between two others in byte order; each document scores the boost. Immutable.</summary>
public sealed class TermRangeQuery : MultiTermQuery
{
    private readonly byte[]? _lower;
    private readonly byte[]? _upper;

    /// <summary>Creates the query.</summary>
    /// <param name="field">The field.</param>
    /// <param name="lower">Least term; null for no bound.</param>
    /// <param name="upper">Largest term; null for no bound.</param>
    /// <param name="includesLower">Whether the least term itself is meant.</param>
    /// <param name="includesUpper">Whether the largest term itself is meant.</param>
    public TermRangeQuery(string field, string? lower, string? upper, bool includesLower = true, bool includesUpper = true)
        : base(field)
    {
        _lower = lower is null ? null : Encoding.UTF8.GetBytes(lower);
        _upper = upper is null ? null : Encoding.UTF8.GetBytes(upper);
        Lower = lower;
        Upper = upper;
        IncludesLower = includesLower || lower is null;
        IncludesUpper = includesUpper || upper is null;
    }

    /// <summary>Least term, or null.</summary>
    public string? Lower { get; }

    /// <summary>Largest term, or null.</summary>
    public string? Upper { get; }

    /// <summary>Whether the least term itself is meant.</summary>
    public bool IncludesLower { get; }

    /// <summary>Whether the largest term itself is meant.</summary>
    public bool IncludesUpper { get; }

    /// <inheritdoc/>
    public override bool Equals(Query? other) =>
        other is TermRangeQuery query && Field == query.Field && Lower == query.Lower && Upper == query.Upper
        && IncludesLower == query.IncludesLower && IncludesUpper == query.IncludesUpper;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(TermRangeQuery), Field, Lower, Upper, IncludesLower, IncludesUpper);

    /// <inheritdoc/>
    public override string ToString() =>
        $"{Field}:{(IncludesLower ? '[' : '{')}{Lower ?? "*"} TO {Upper ?? "*"}{(IncludesUpper ? ']' : '}')}";

    internal override TermFilter Select(Terms terms, IndexSearcherOptions options)
    {
        // The term right after one is that term with a zero byte behind it.
        byte[] first = _lower is null ? [] : IncludesLower ? _lower : [.. _lower, 0];
        return new RangeTermFilter(terms, first, IsBelowUpper);
    }

    private bool IsBelowUpper(ReadOnlySpan<byte> term)
    {
        int order = _upper is null ? -1 : term.SequenceCompareTo(_upper);
        return order < 0 || (order == 0 && IncludesUpper);
    }
}
