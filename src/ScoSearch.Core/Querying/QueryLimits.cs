using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Querying;

/// <summary>How large queries and filters may be. Explained in docs/query-language.md.</summary>
internal static class QueryLimits
{
    /// <summary>Longest query or filter, in UTF-16 units.</summary>
    public const int Length = SearchRequest.MaxQueryLength;

    /// <summary>Most words, phrases, patterns and conditions of one query or filter.</summary>
    public const int Clauses = SearchRequest.MaxClauseLimit;

    /// <summary>Most values of one list of a filter, and of all lists together.</summary>
    public const int ListValues = 256;

    /// <summary>Most parentheses inside one another.</summary>
    public const int Nesting = 32;

    /// <summary>Most characters the words of a phrase may be moved.</summary>
    public const int Slop = 100;

    /// <summary>Most characters changed in a fuzzy word.</summary>
    public const int Edits = 2;

    /// <summary>Largest boost.</summary>
    public const float Boost = 1000;

    /// <summary>Longest pattern, regular expression or fuzzy word, in UTF-16 units.</summary>
    public const int PatternLength = 256;

    /// <summary>Most terms that one wildcard pattern or regular expression stands for, in one segment.</summary>
    public const int PatternTerms = 20_000;

    /// <summary>Most terms that one fuzzy word stands for; the nearest ones count.</summary>
    public const int FuzzyTerms = 50;

    /// <summary>Most states of the automaton of a pattern.</summary>
    public const int AutomatonStates = 2000;
}
