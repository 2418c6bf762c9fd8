namespace ScoSearch.Core.Suggesting;

/// <summary>Keeps the entries with the highest weights, each once. Not thread-safe; used once.</summary>
internal sealed class BestEntries(int limit)
{
    private readonly PriorityQueue<int, (float Weight, int Reversed)> _worstFirst = new();
    private readonly HashSet<int> _kept = [];

    /// <summary>Number of entries kept.</summary>
    public int Count => _worstFirst.Count;

    /// <summary>Takes an entry if it is among the best so far; of equal ones the one with the lower number is better.</summary>
    public void Offer(int entry, float weight)
    {
        (float, int) rank = (weight, -entry);
        if (_worstFirst.Count == limit)
        {
            _worstFirst.TryPeek(out _, out (float Weight, int Reversed) worst);
            if (rank.CompareTo(worst) <= 0)
            {
                return;
            }
        }

        if (!_kept.Add(entry))
        {
            return;
        }

        if (_worstFirst.Count == limit)
        {
            _kept.Remove(_worstFirst.EnqueueDequeue(entry, rank));
        }
        else
        {
            _worstFirst.Enqueue(entry, rank);
        }
    }

    /// <summary>The entries, best first; afterwards there are none.</summary>
    public int[] Take()
    {
        int[] best = new int[_worstFirst.Count];
        for (int i = best.Length - 1; i >= 0; i--)
        {
            best[i] = _worstFirst.Dequeue();
        }

        return best;
    }
}
