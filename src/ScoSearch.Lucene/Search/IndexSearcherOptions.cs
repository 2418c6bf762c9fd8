using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Settings of an <see cref="IndexSearcher"/>. Immutable; safe to share between threads.</summary>
public sealed record IndexSearcherOptions
{
    /// <summary>Formula for scores; the default is BM25 with k1 = 1.2 and b = 0.75.</summary>
    public Bm25Similarity Similarity { get; init; } = Bm25Similarity.Default;

    /// <summary>Most clauses that one boolean, disjunction-max or synonym query may have, at least 1; the default is 1,024.</summary>
    public int MaxClauseCount { get; init; } = 1024;

    /// <summary>Most queries that may stand inside one another, from 1 to 1,000; the default is 100.</summary>
    public int MaxNestingDepth { get; init; } = 100;

    /// <summary>Most terms that one prefix, pattern or range may stand for in a segment, at least 1; the default is 1,000,000.</summary>
    public int MaxTermExpansions { get; init; } = 1_000_000;

    /// <summary>
    /// Most terms that one wildcard pattern or regular expression may stand for in a segment, at least 1; the default is 1,000,000. It
    /// does not bound prefixes and ranges, whose terms lie together; <see cref="MaxTermExpansions"/> bounds them all.
    /// </summary>
    public int MaxPatternTerms { get; init; } = 1_000_000;

    /// <summary>Most states of the automaton of one pattern, at least 1 and at most 16,000; the default is 10,000.</summary>
    public int MaxAutomatonStates { get; init; } = 10_000;

    /// <summary>How many segments one search works on at a time, at least 1; the default is 1.</summary>
    public int MaxDegreeOfParallelism { get; init; } = 1;

    /// <summary>Where segments are searched when more than one is at a time; the default scheduler unless given.</summary>
    public TaskScheduler TaskScheduler { get; init; } = TaskScheduler.Default;

    /// <summary>Scores every match, one document at a time; what the pruned and batched ways are compared with.</summary>
    internal bool Exhaustive { get; init; }

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxClauseCount, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxNestingDepth, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxNestingDepth, 1000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxTermExpansions, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxPatternTerms, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxAutomatonStates, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(MaxAutomatonStates, 16_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(MaxDegreeOfParallelism, 1);
    }
}
