using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches terms that begin with some bytes; each document scores the boost. Immutable.</summary>
public sealed class PrefixQuery : MultiTermQuery
{
    /// <summary>Creates the query.</summary>
    public PrefixQuery(Term prefix) : base((prefix ?? throw new ArgumentNullException(nameof(prefix))).Field) => Prefix = prefix;

    /// <summary>The prefix.</summary>
    public Term Prefix { get; }

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is PrefixQuery query && Prefix.Equals(query.Prefix);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(PrefixQuery), Prefix);

    /// <inheritdoc/>
    public override string ToString() => $"{Prefix}*";

    internal override TermFilter Select(Terms terms, IndexSearcherOptions options) =>
        new RangeTermFilter(terms, Prefix.Bytes.ToArray(), term => term.StartsWith(Prefix.Bytes));
}
