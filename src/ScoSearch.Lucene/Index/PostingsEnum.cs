namespace ScoSearch.Lucene.Index;

/// <summary>Cursor over one term's postings list: doc ids, frequencies, positions, offsets, payloads, and score
/// bounds.</summary>
/// <remarks>
/// What was not asked for by <see cref="PostingsFlags"/> or is not in the index reads as: frequency 1, position -1,
/// offsets -1, empty payload.
/// Deleted documents are included. Not thread-safe.
/// </remarks>
public abstract class PostingsEnum : DocIdCursor
{
    /// <summary>Number of occurrences in the current document, at least 1.</summary>
    public abstract int Freq { get; }

    /// <summary>Start offset of the current position in UTF-16 units, or -1.</summary>
    public abstract int StartOffset { get; }

    /// <summary>End offset of the current position in UTF-16 units, or -1.</summary>
    public abstract int EndOffset { get; }

    /// <summary>Payload of the current position; valid until the cursor moves.</summary>
    public abstract ReadOnlySpan<byte> Payload { get; }

    /// <summary>Number of score-bound levels that <see cref="GetImpacts"/> offers for the place of the last
    /// <see cref="AdvanceShallow"/>; at least 1.</summary>
    public abstract int ImpactLevelCount { get; }

    /// <summary>Moves to the next occurrence in the current document; to be called at most <see cref="Freq"/>
    /// times.</summary>
    /// <returns>The position, or -1 when positions are not available.</returns>
    public abstract int NextPosition();

    /// <summary>Moves the score bounds, not the cursor, to the block that would contain <paramref name="target"/>.
    /// Never moves back.</summary>
    /// <param name="target">At least the current doc id and at least every earlier shallow target.</param>
    /// <returns>Last doc id of that block (inclusive): the bounds of level 0 hold up to it;
    /// <see cref="DocIdCursor.Exhausted"/> for the last, open block.</returns>
    public abstract int AdvanceShallow(int target);

    /// <summary>Last doc id (inclusive) that the bounds of the level cover.</summary>
    /// <param name="level">From 0 (one block) to <see cref="ImpactLevelCount"/> - 1; each covers at least as much as
    /// the one below.</param>
    public abstract int GetImpactDocIdUpTo(int level);

    /// <summary>Bounds of the level, strictly increasing in frequency and (unsigned) norm; (int.MaxValue, 1) where
    /// nothing is known. Valid until the next shallow move.</summary>
    public abstract ReadOnlySpan<Impact> GetImpacts(int level);

    /// <summary>Copies postings from the current document on, as long as they lie below
    /// <paramref name="endDocId"/>.</summary>
    /// <param name="endDocId">First doc id not to copy.</param>
    /// <param name="docIds">Receives doc ids; its length bounds the number copied.</param>
    /// <param name="freqs">Receives frequencies, as long as <paramref name="docIds"/>; empty when they are not
    /// wanted.</param>
    /// <returns>Number of postings copied; afterwards the cursor stands on the first one not copied (0 copied: it has
    /// not moved).</returns>
    /// <remarks>The cursor must stand on a document (not -1). Made for scoring in bulk: no virtual call per posting.
    /// Positions cannot be read afterwards for copied documents.</remarks>
    public abstract int CopyBlock(int endDocId, Span<int> docIds, Span<int> freqs);

    /// <summary>Reads all positions of the current document at once, instead of <see cref="NextPosition"/>; to be called
    /// at most once for a document.</summary>
    /// <param name="positions">Has room for as many, rounded up to a multiple of eight; what is behind them does not
    /// count.</param>
    /// <param name="count"><see cref="Freq"/>.</param>
    internal virtual void CopyPositions(Span<int> positions, int count)
    {
        for (int i = 0; i < count; i++)
        {
            positions[i] = NextPosition();
        }
    }
}
