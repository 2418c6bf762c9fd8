using ScoSearch.Core;

namespace ScoSearch.Api.Hosting;

/// <summary>Holds the open index of the service and lends it out. Thread-safe.</summary>
/// <remarks>
/// Whoever borrows a snapshot keeps it until it gives it back, whatever is put in its place meanwhile: an answer comes from
/// one state of the index, and no request fails because the index changed.
/// </remarks>
internal sealed class IndexHolder : IDisposable
{
    private Snapshot? _current;

    /// <summary>True once an index is open.</summary>
    public bool IsReady => Volatile.Read(ref _current) is not null;

    /// <summary>Generation of the open index; -1 while there is none.</summary>
    public long Generation => Volatile.Read(ref _current)?.Generation ?? -1;

    /// <summary>Borrows the index; null while there is none. Give it back by disposing the lease.</summary>
    public IndexLease? TryBorrow()
    {
        while (Volatile.Read(ref _current) is { } snapshot)
        {
            // A snapshot that was replaced and given back by all in this moment cannot be borrowed: take the next one.
            if (snapshot.TryAddUser())
            {
                return new IndexLease(snapshot);
            }
        }

        return null;
    }

    /// <summary>Puts an index in place; the one before is closed once all have given it back.</summary>
    public void Replace(ScoSearchIndex index) => Interlocked.Exchange(ref _current, new Snapshot(index))?.RemoveUser();

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _current, null)?.RemoveUser();

    /// <summary>An index with the number of those who use it; the holder itself is one of them.</summary>
    internal sealed class Snapshot(ScoSearchIndex index)
    {
        private int _users = 1;

        public ScoSearchIndex Index => index;

        // Read once: a snapshot that is being replaced may be closed by the time somebody asks.
        public long Generation { get; } = index.Generation;

        public bool TryAddUser()
        {
            int users = Volatile.Read(ref _users);
            while (users > 0)
            {
                int seen = Interlocked.CompareExchange(ref _users, users + 1, users);
                if (seen == users)
                {
                    return true;
                }

                users = seen;
            }

            return false;
        }

        public void RemoveUser()
        {
            if (Interlocked.Decrement(ref _users) == 0)
            {
                index.Dispose();
            }
        }
    }
}
