using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches terms by a regular expression in Apache Lucene's syntax, which must match the whole term. Immutable.</summary>
/// <remarks>
/// Operators: | &amp; ? * + {n} {n,} {n,m} ~ (complement) . [ ] [^ ] # (nothing) @ (any string) "text" ( ) &lt;n-m&gt; (decimal number) \ (next
/// character as itself).
/// </remarks>
public sealed class RegexpQuery : MultiTermQuery
{
    /// <summary>Creates the query.</summary>
    /// <exception cref="FormatException">The expression is not well-formed; the message names the position.</exception>
    /// <exception cref="QueryTooComplexException">The expression is longer than 1,000 characters or too deeply nested.</exception>
    public RegexpQuery(Term expression) : base((expression ?? throw new ArgumentNullException(nameof(expression))).Field)
    {
        Expression = expression;
        RegexpParser.Parse(expression.Text, new RegexpFactory());
    }

    /// <summary>The expression.</summary>
    public Term Expression { get; }

    /// <inheritdoc/>
    public override bool Equals(Query? other) => other is RegexpQuery query && Expression.Equals(query.Expression);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(typeof(RegexpQuery), Expression);

    /// <inheritdoc/>
    public override string ToString() => $"{Field}:/{Expression.Text}/";

    internal override int GetMaxTerms(IndexSearcherOptions options) =>
        Math.Min(options.MaxPatternTerms, options.MaxTermExpansions);

    internal override TermFilter Select(Terms terms, IndexSearcherOptions options)
    {
        RegexpFactory factory = new();
        RegexpNode expression = RegexpParser.Parse(Expression.Text, factory);
        return AutomatonTermFilter.Create(terms, factory, expression, options.MaxAutomatonStates);
    }
}
