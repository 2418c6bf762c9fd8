namespace ScoSearch.Lucene.Search;

/// <summary>The best terms found for a fuzzy query: those with the largest boosts, of equal ones the lesser terms. Not thread-safe.</summary>
/// <remarks>
/// A term that once was too bad, or was pushed out, can never be among the best later, whatever the order in which segments are
/// walked; so the terms kept at the end have been seen in every segment that has them.
/// </remarks>
/// <param name="capacity">Most terms kept, at least 1.</param>
/// <param name="leafCount">Segments of the index.</param>
internal sealed class FuzzyCandidates(int capacity, int leafCount)
{
    // Invariant: rising terms; _worst is the index of the worst candidate whenever the list is full.
    private readonly List<FuzzyCandidate> _sorted = [];
    private int _worst;

    /// <summary>The terms kept, rising.</summary>
    public IReadOnlyList<FuzzyCandidate> Sorted => _sorted;

    /// <summary>The candidate that the next better one pushes out; null while there is room.</summary>
    public FuzzyCandidate? Worst => _sorted.Count < capacity ? null : _sorted[_worst];

    /// <summary>Adds the term, unless it is there already, or all that are kept are better.</summary>
    /// <returns>The candidate, or null when the term is not among the best.</returns>
    public FuzzyCandidate? Offer(ReadOnlySpan<byte> term, float boost)
    {
        if (Worst is { } worst && (boost < worst.Boost || (boost == worst.Boost && term.SequenceCompareTo(worst.Term) > 0)))
        {
            return null;
        }

        int at = Find(term, out bool found);
        if (found)
        {
            return _sorted[at];
        }

        FuzzyCandidate candidate = new(term.ToArray(), boost, leafCount);
        if (_sorted.Count == capacity)
        {
            _sorted.RemoveAt(_worst);
            at -= _worst < at ? 1 : 0;
        }

        _sorted.Insert(at, candidate);
        if (_sorted.Count == capacity)
        {
            FindWorst();
        }

        return candidate;
    }

    private int Find(ReadOnlySpan<byte> term, out bool found)
    {
        int low = 0;
        int high = _sorted.Count - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            int order = _sorted[middle].Term.SequenceCompareTo(term);
            if (order == 0)
            {
                found = true;
                return middle;
            }

            (low, high) = order < 0 ? (middle + 1, high) : (low, middle - 1);
        }

        found = false;
        return low;
    }

    // Of equal boosts the greatest term is the worst, which is the last.
    private void FindWorst()
    {
        _worst = 0;
        for (int i = 1; i < _sorted.Count; i++)
        {
            _worst = _sorted[i].Boost <= _sorted[_worst].Boost ? i : _worst;
        }
    }
}
