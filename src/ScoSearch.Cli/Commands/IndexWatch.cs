using System.Diagnostics;
using System.IO;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Commands;

/// <summary>Repeats an indexing run whenever files change, until it is cancelled.</summary>
internal sealed class IndexWatch(CommandContext context, Indexer indexer, IndexingRequest request, bool json)
{
    // Editors write a file in several steps (a new file beside it, then a rename over it), and copying a folder takes a
    // while: a run waits until it has been quiet this long ...
    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(400);

    // ... but not longer than this, or a file that is written all the time would keep all others out.
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    // What was last said to have failed; said again only when it changes.
    private IReadOnlyList<IndexingFailure> _failed = [];

    /// <summary>Follows changes.</summary>
    /// <param name="failed">What failed in the run before.</param>
    /// <param name="cancellation">Ends the watching.</param>
    public void Run(IReadOnlyList<IndexingFailure> failed, CancellationToken cancellation)
    {
        _failed = failed;
        using SemaphoreSlim changed = new(0);
        List<FileSystemWatcher> watchers = [];
        try
        {
            watchers.AddRange(request.Paths.Select(FolderOf).Distinct(StringComparer.Ordinal).Select(f => Watch(f, changed)));
            context.Terminal.WriteError(context.Texts.Of("正在跟踪变化，按 Ctrl-C 结束", "following changes; Ctrl-C ends"));

            // What changed between the first run and now has told nobody.
            changed.Release();
            while (true)
            {
                WaitForQuiet(changed, cancellation);
                Update(cancellation);
            }
        }
        catch (OperationCanceledException)
        {
            // The usual end of watching.
        }
        finally
        {
            watchers.ForEach(w => w.Dispose());
        }
    }

    private static void WaitForQuiet(SemaphoreSlim changed, CancellationToken cancellation)
    {
        changed.Wait(cancellation);
        long first = Stopwatch.GetTimestamp();
        while (Stopwatch.GetElapsedTime(first) < LongestWait && changed.Wait(QuietTime, cancellation))
        {
            // One more change; wait for quiet again.
        }
    }

    private void Update(CancellationToken cancellation)
    {
        IndexingSummary summary = indexer.Run(request, null, cancellation);
        bool sameFailures = summary.Failed.SequenceEqual(_failed);
        _failed = summary.Failed;
        if (summary.Documents > 0 || summary.Removed > 0 || !sameFailures)
        {
            IndexReport.Write(context, summary, request, json);
        }
    }

    private static FileSystemWatcher Watch(string folder, SemaphoreSlim changed)
    {
        FileSystemWatcher watcher = new(folder) { IncludeSubdirectories = true };
        watcher.Changed += (_, _) => changed.Release();
        watcher.Created += (_, _) => changed.Release();
        watcher.Deleted += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        watcher.Error += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    // The folder itself, the folder of a file, or the folder before the first wildcard.
    private static string FolderOf(string path)
    {
        string folder = Path.GetFullPath(path);
        while (!Directory.Exists(folder))
        {
            folder = Path.GetDirectoryName(folder) ?? Path.GetPathRoot(folder) ?? "/";
        }

        return folder;
    }
}
