using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>One place of a phrase: its term's postings and a cursor over the positions in the current document. Not thread-safe.</summary>
/// <remarks><see cref="Position"/> is the position minus the place in the phrase: the same number for all slots of an exact match.</remarks>
internal sealed class PhraseSlot(int number, int offset, PostingsEnum postings)
{
    private int _left;

    /// <summary>Ordinal of the slot in the phrase.</summary>
    public int Number { get; } = number;

    /// <summary>Place in the phrase.</summary>
    public int Offset { get; } = offset;

    public PostingsEnum Postings { get; } = postings;

    /// <summary>Where the phrase would begin if this slot's current occurrence were part of it.</summary>
    public int Position { get; private set; }

    /// <summary>Goes before the first position of the postings' current document.</summary>
    public void Reset() => _left = Postings.Freq;

    /// <summary>Moves to the next position.</summary>
    /// <returns>False when there is none.</returns>
    public bool MoveNext()
    {
        if (_left == 0)
        {
            return false;
        }

        _left--;
        Position = Postings.NextPosition() - Offset;
        return true;
    }

    /// <summary>The span of the current occurrence.</summary>
    public (int Position, int StartOffset, int EndOffset) Current =>
        (Position + Offset, Postings.StartOffset, Postings.EndOffset);
}
