namespace ScoSearch.Lucene.Search;

/// <summary>A query is larger than a limit of the searcher allows; it says which limit and how large that is.</summary>
public sealed class QueryTooComplexException : ArgumentException
{
    /// <summary>Creates the error without details.</summary>
    public QueryTooComplexException() : this("the query is too complex")
    {
    }

    /// <summary>Creates the error with a message.</summary>
    public QueryTooComplexException(string message) : base(message)
    {
    }

    /// <summary>Creates the error with a message and a cause.</summary>
    public QueryTooComplexException(string message, Exception innerException) : base(message, innerException)
    {
    }

    internal QueryTooComplexException(QueryLimit limit, int maximum)
        : base(FormattableString.Invariant($"the query exceeds the limit of {maximum} {Describe(limit)}"))
    {
        Limit = limit;
        Maximum = maximum;
    }

    /// <summary>Which limit.</summary>
    public QueryLimit Limit { get; }

    /// <summary>The largest number allowed.</summary>
    public int Maximum { get; }

    private static string Describe(QueryLimit limit) => limit switch
    {
        QueryLimit.Clauses => "clauses in one query",
        QueryLimit.Nesting => "queries inside one another",
        QueryLimit.AutomatonStates => "automaton states for one pattern",
        _ => "terms for one prefix, pattern or range",
    };
}
