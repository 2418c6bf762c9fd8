namespace ScoSearch.Core.Searching;

/// <summary>When a search must end: by its time-out, with what was found, or by its caller, with nothing. Not thread-safe.</summary>
internal sealed class SearchDeadline : IDisposable
{
    private readonly CancellationTokenSource? _timer;
    private readonly CancellationTokenSource? _either;

    /// <param name="timeout">Time from now; null for no limit.</param>
    /// <param name="cancellation">The caller's.</param>
    public SearchDeadline(TimeSpan? timeout, CancellationToken cancellation)
    {
        Cancellation = cancellation;
        Either = cancellation;
        if (timeout is { } time)
        {
            _timer = new CancellationTokenSource(time);
            _either = CancellationTokenSource.CreateLinkedTokenSource(_timer.Token, cancellation);
            Either = _either.Token;
        }
    }

    /// <summary>The caller wants no answer any more.</summary>
    public CancellationToken Cancellation { get; }

    /// <summary>Time is up.</summary>
    public CancellationToken TimeUp => _timer?.Token ?? default;

    /// <summary>One or the other: for work that cannot give part of its result.</summary>
    public CancellationToken Either { get; }

    /// <summary>Whether time is up.</summary>
    public bool IsOver => _timer?.IsCancellationRequested == true;

    /// <inheritdoc/>
    public void Dispose()
    {
        _either?.Dispose();
        _timer?.Dispose();
    }
}
