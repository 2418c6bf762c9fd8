using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches terms by a pattern: * stands for any string, ? for any code point, \ takes the next character as itself. Immutable.</summary>
public sealed class WildcardQuery : MultiTermQuery
{
    /// <summary>Creates the query.</summary>
    /// <exception cref="QueryTooComplexException">The pattern is longer than 1,000 characters.</exception>
    public WildcardQuery(Term pattern) : base((pattern ?? throw new ArgumentNullException(nameof(pattern))).Field)
    {
        Pattern = pattern;
        WildcardParser.Parse(pattern.Text, new RegexpFactory());
    }

    /// <summary>The pattern.</summary>
    public Term Pattern { get; }

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is WildcardQuery query && Pattern.Equals(query.Pattern);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(WildcardQuery), Pattern);

    /// <inheritdoc/>
    public override string ToString() => Pattern.ToString();

    internal override int GetMaxTerms(IndexSearcherOptions options) =>
        Math.Min(options.MaxPatternTerms, options.MaxTermExpansions);

    internal override TermFilter Select(Terms terms, IndexSearcherOptions options)
    {
        RegexpFactory factory = new();
        RegexpNode expression = WildcardParser.Parse(Pattern.Text, factory);
        return AutomatonTermFilter.Create(terms, factory, expression, options.MaxAutomatonStates);
    }
}
