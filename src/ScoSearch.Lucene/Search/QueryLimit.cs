namespace ScoSearch.Lucene.Search;

/// <summary>Which limit a <see cref="QueryTooComplexException"/> speaks of.</summary>
public enum QueryLimit
{
    /// <summary>Number of clauses of one boolean, disjunction-max or synonym query.</summary>
    Clauses,

    /// <summary>Queries inside queries.</summary>
    Nesting,

    /// <summary>States of the automaton of a pattern.</summary>
    AutomatonStates,

    /// <summary>Terms that a prefix, pattern or range stands for.</summary>
    Expansions,
}
