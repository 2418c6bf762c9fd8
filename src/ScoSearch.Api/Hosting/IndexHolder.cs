using ScoSearch.Core;

namespace ScoSearch.Api.Hosting;

/// <summary>Holds the open index of the service. Thread-safe.</summary>
internal sealed class IndexHolder : IDisposable
{
    private ScoSearchIndex? _index;

    /// <summary>True once an index is open.</summary>
    public bool IsReady => Volatile.Read(ref _index) is not null;

    /// <summary>The open index, or null while there is none.</summary>
    public ScoSearchIndex? Current => Volatile.Read(ref _index);

    /// <summary>Puts an index in place; the one before is closed once its searches are finished.</summary>
    public void Replace(ScoSearchIndex index) => Interlocked.Exchange(ref _index, index)?.Dispose();

    /// <inheritdoc/>
    public void Dispose() => Interlocked.Exchange(ref _index, null)?.Dispose();
}
