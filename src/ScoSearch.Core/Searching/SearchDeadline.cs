namespace ScoSearch.Core.Searching;

/// <summary>When a search must end: by its time-out, with what was found, or by its caller, with nothing. Not thread-safe.</summary>
internal sealed class SearchDeadline : IDisposable
{
    private readonly CancellationTokenSource? _timer;

    /// <param name="timeout">Time from now; null for no limit.</param>
    /// <param name="clock">Measures it.</param>
    /// <param name="cancellation">The caller's.</param>
    public SearchDeadline(TimeSpan? timeout, TimeProvider clock, CancellationToken cancellation)
    {
        Cancellation = cancellation;
        _timer = timeout is { } time ? new CancellationTokenSource(time, clock) : null;
    }

    /// <summary>The caller wants no answer any more.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Time is up.</summary>
    public CancellationToken TimeUp => _timer?.Token ?? default;

    /// <summary>Whether time is up.</summary>
    public bool IsOver => _timer?.IsCancellationRequested == true;

    /// <inheritdoc/>
    public void Dispose() => _timer?.Dispose();
}
