namespace ScoSearch.Lucene.Search;

/// <summary>Settings of one search. Immutable; safe to share between threads.</summary>
public sealed record SearchOptions
{
    /// <summary>Default of <see cref="TotalHitsThreshold"/>.</summary>
    public const int DefaultTotalHitsThreshold = 1000;

    /// <summary>The defaults.</summary>
    public static SearchOptions Default { get; } = new();

    /// <summary>Hits are counted exactly up to here (or up to the number asked for, when that is more), at least 0; the default is 1,000; <see cref="int.MaxValue"/> counts all.</summary>
    public int TotalHitsThreshold { get; init; } = DefaultTotalHitsThreshold;

    /// <summary>Order of the hits; null for falling score, then rising doc id.</summary>
    public Sort? Sort { get; init; }

    /// <summary>Only hits after this one in the order of the search are wanted: the last hit of the page before, from the same reader and order.</summary>
    public ScoreDoc? After { get; init; }

    /// <summary>Whether hits sorted by something else carry their scores; false by default.</summary>
    public bool ComputeScores { get; init; }

    /// <summary>
    /// Ends the search early when it is cancelled: what was found until then is returned, and the count is a lower bound.
    /// Checked per range of some thousand documents, and while terms of prefixes, patterns and ranges are gathered. Unlike the cancellation of a call, it does not throw.
    /// </summary>
    public CancellationToken Deadline { get; init; }

    /// <summary>Stop after that many matches in all, counted as they come; null for no limit. The hits found until then are returned.</summary>
    public int? TerminateAfter { get; init; }
}
