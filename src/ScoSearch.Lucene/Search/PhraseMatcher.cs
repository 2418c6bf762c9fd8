namespace ScoSearch.Lucene.Search;

/// <summary>Finds the occurrences of a phrase in a document that has all its terms. Not thread-safe.</summary>
internal abstract class PhraseMatcher(PhraseSlot[] slots)
{
    protected PhraseSlot[] Slots { get; } = slots;

    /// <summary>Rough number of operations for one document.</summary>
    public float MatchCost { get; } = 128f * slots.Length;

    /// <summary>Bound for the phrase frequency in the current document, from the terms' frequencies alone.</summary>
    public abstract float MaxFreq { get; }

    /// <summary>Weight of the current match in the phrase frequency.</summary>
    public abstract float MatchWeight { get; }

    /// <summary>Whether the document that all slots' postings stand on has a match. Instead of <see cref="Reset"/> and
    /// <see cref="MoveNext"/>.</summary>
    public virtual bool Matches()
    {
        Reset();
        return MoveNext();
    }

    /// <summary>Sum of the weights of all matches of a document, after <see cref="Matches"/>.</summary>
    public virtual float Frequency()
    {
        float frequency = MatchWeight;
        while (MoveNext())
        {
            frequency += MatchWeight;
        }

        return frequency;
    }

    /// <summary>Begins with the document that all slots' postings stand on.</summary>
    public abstract void Reset();

    /// <summary>Moves to the next match in the document.</summary>
    public abstract bool MoveNext();

    /// <summary>The positions and offsets the current match covers.</summary>
    public virtual (int StartPosition, int EndPosition, int StartOffset, int EndOffset) GetSpan()
    {
        (int startPosition, int startOffset, int endOffset) = Slots[0].Current;
        int endPosition = startPosition;
        foreach (PhraseSlot slot in Slots)
        {
            (int position, int start, int end) = slot.Current;
            startPosition = Math.Min(startPosition, position);
            endPosition = Math.Max(endPosition, position);
            startOffset = Math.Min(startOffset, start);
            endOffset = Math.Max(endOffset, end);
        }

        return (startPosition, endPosition, startOffset, endOffset);
    }
}
