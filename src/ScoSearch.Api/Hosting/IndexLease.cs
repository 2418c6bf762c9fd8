using ScoSearch.Core;

namespace ScoSearch.Api.Hosting;

/// <summary>A borrowed index; disposing gives it back. Not thread-safe.</summary>
internal sealed class IndexLease(IndexHolder.Snapshot snapshot) : IDisposable
{
    private bool _returned;

    /// <summary>The index; usable until the lease is disposed.</summary>
    public ScoSearchIndex Index => snapshot.Index;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_returned)
        {
            _returned = true;
            snapshot.RemoveUser();
        }
    }
}
