namespace ScoSearch.Lucene.Search;

/// <summary>What the slices of one parallel search tell each other: matches counted and the score that competes. Thread-safe.</summary>
/// <param name="threshold">Matches counted exactly.</param>
internal sealed class SharedMinScore(int threshold)
{
    // The bits of a float that is not negative order like the float.
    private int _bits;
    private long _matches;

    /// <summary>The largest score that a slice with a full queue has as its worst; ties with it may still compete in other slices.</summary>
    public float Value => BitConverter.Int32BitsToSingle(Volatile.Read(ref _bits));

    public bool IsThresholdReached => Interlocked.Read(ref _matches) > threshold;

    public void Add(int matches, float worstScore)
    {
        Interlocked.Add(ref _matches, matches);
        int bits = BitConverter.SingleToInt32Bits(worstScore);
        int seen = Volatile.Read(ref _bits);
        while (bits > seen)
        {
            int before = Interlocked.CompareExchange(ref _bits, bits, seen);
            if (before == seen)
            {
                return;
            }

            seen = before;
        }
    }
}
