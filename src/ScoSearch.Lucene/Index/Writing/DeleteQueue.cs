namespace ScoSearch.Lucene.Index.Writing;

/// <summary>Numbers all changes of a writer and collects the deletions among them. Thread-safe.</summary>
internal sealed class DeleteQueue
{
    private readonly Lock _lock = new();
    private BufferedDeletes _current = new();
    private long _sequence;

    public bool IsEmpty
    {
        get
        {
            lock (_lock)
            {
                return _current.IsEmpty;
            }
        }
    }

    public long RamBytes
    {
        get
        {
            lock (_lock)
            {
                return _current.RamBytes;
            }
        }
    }

    /// <summary>Number of the last change.</summary>
    public long LastSequence
    {
        get
        {
            lock (_lock)
            {
                return _sequence;
            }
        }
    }

    /// <summary>Numbers a change, in one step with the deletions that are part of it.</summary>
    /// <param name="terms">Deletions by term that come with it; may be empty.</param>
    public long Next(ReadOnlySpan<Term> terms)
    {
        lock (_lock)
        {
            long sequence = ++_sequence;
            foreach (Term term in terms)
            {
                _current.Add(term, sequence);
            }

            return sequence;
        }
    }

    /// <summary>Numbers a deletion by query.</summary>
    public long Next(IDocIdMatcher matcher)
    {
        lock (_lock)
        {
            long sequence = ++_sequence;
            _current.Add(matcher, sequence);
            return sequence;
        }
    }

    /// <summary>Takes the deletions collected so far and starts anew.</summary>
    public BufferedDeletes Freeze()
    {
        lock (_lock)
        {
            BufferedDeletes frozen = _current;
            _current = new BufferedDeletes();
            return frozen;
        }
    }
}
