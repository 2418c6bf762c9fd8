namespace ScoSearch.Lucene.Index;

/// <summary>Forward-only cursor over doc ids of one segment, in increasing order.</summary>
/// <remarks>
/// Starts before the first document (<see cref="DocId"/> is -1); after the last one <see cref="DocId"/> is
/// <see cref="Exhausted"/> and stays there. Not thread-safe: one cursor belongs to one search thread.
/// </remarks>
public abstract class DocIdCursor
{
    /// <summary>Compares greater than every doc id, so merge loops need no separate end test.</summary>
    public const int Exhausted = int.MaxValue;

    /// <summary>The current doc id, local to the segment.</summary>
    public abstract int DocId { get; }

    /// <summary>Upper bound of the number of documents still to come, for ordering cursors by cost.</summary>
    public abstract long Cost { get; }

    /// <summary>Moves to the next document.</summary>
    /// <returns>The new <see cref="DocId"/>.</returns>
    public abstract int NextDoc();

    /// <summary>Moves to the first doc id not less than <paramref name="target"/>.</summary>
    /// <param name="target">Greater than <see cref="DocId"/>.</param>
    /// <returns>The new <see cref="DocId"/>.</returns>
    public abstract int Advance(int target);
}
