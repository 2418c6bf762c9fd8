namespace ScoSearch.Core.Searching;

/// <summary>How the text of a query is read.</summary>
public enum QuerySyntax
{
    /// <summary>What a person types; every text is a query. Quotation marks make phrases, a minus sign excludes.</summary>
    Simple,

    /// <summary>Operators, fields, wildcards, ranges; a mistake is an error with its position.</summary>
    Lucene,
}
