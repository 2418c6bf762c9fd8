using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Index.Checking;

/// <summary>Collects what the checks of one segment find. Used by one thread.</summary>
/// <param name="segment">Name of the segment, or null.</param>
/// <param name="problems">Receives the problems.</param>
/// <param name="cancellation">Ends the check.</param>
internal sealed class CheckLog(string? segment, List<IndexProblem> problems, CancellationToken cancellation)
{
    // One damaged block can show in every document after it; the first problems of a part tell enough.
    private const int MaxProblemsPerPart = 10;

    private string _part = "";
    private int _inPart;

    /// <summary>Runs one check; whatever it throws is a problem of that part.</summary>
    /// <returns>False when it threw.</returns>
    public bool Run(string part, Action check)
    {
        cancellation.ThrowIfCancellationRequested();
        _part = part;
        _inPart = 0;
        try
        {
            check();
            return true;
        }
        catch (CorruptIndexException e)
        {
            problems.Add(new IndexProblem(segment, part, e.File, e.Offset, e.Message));
        }
        catch (Exception e) when (e is not OperationCanceledException and not OutOfMemoryException)
        {
            // Damaged bytes that a decoder did not recognise as such: what matters here is where they are.
            problems.Add(new IndexProblem(segment, part, null, -1, $"{e.GetType().Name}: {e.Message}"));
        }

        return false;
    }

    /// <summary>Reports a problem of the current part unless a condition holds.</summary>
    public void Require(bool holds, Func<string> message)
    {
        if (!holds && _inPart++ < MaxProblemsPerPart)
        {
            problems.Add(new IndexProblem(segment, _part, null, -1, message()));
        }
    }

    /// <summary>Ends the check when the caller wants so.</summary>
    public void ThrowIfCancelled() => cancellation.ThrowIfCancellationRequested();
}
