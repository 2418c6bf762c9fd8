using System.IO;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Cli.Commands;

/// <summary>Repeats an indexing run whenever files change, until it is cancelled.</summary>
internal sealed class IndexWatch(CommandContext context, Indexer indexer, IndexingRequest request, bool json)
{
    // Editors write a file in several steps, and copying a folder takes a while: a run waits until it has been quiet this long.
    private static readonly TimeSpan QuietTime = TimeSpan.FromMilliseconds(400);

    public void Run(CancellationToken cancellation)
    {
        using SemaphoreSlim changed = new(0);
        List<FileSystemWatcher> watchers = [.. request.Paths.Select(FolderOf).Distinct().Select(f => Watch(f, changed))];
        try
        {
            context.Terminal.WriteError(context.Texts.Of("正在跟踪变化，按 Ctrl-C 结束", "following changes; Ctrl-C ends"));
            while (true)
            {
                changed.Wait(cancellation);
                while (changed.Wait(QuietTime, cancellation))
                {
                    // One more change; wait for quiet again.
                }

                IndexingSummary summary = indexer.Run(request, null, cancellation);
                if (summary.Documents > 0 || summary.Removed > 0 || summary.Failed.Count > 0)
                {
                    IndexReport.Write(context, summary, request, json);
                }
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
