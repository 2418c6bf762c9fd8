using System.IO;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Indexing;
using ScoSearch.Core;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;

namespace ScoSearch.Api.Hosting;

/// <summary>Builds the index over the corpus when there is none, then opens it, while the service already answers its probes.</summary>
internal sealed partial class IndexStartup(
    IndexKeeper keeper, IOptions<ServiceOptions> options, IHostApplicationLifetime lifetime, ILogger<IndexStartup> logger)
    : BackgroundService
{
    private const int ShownFailures = 20;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Building is synchronous work; the host must not wait for it.
        await Task.Yield();
        try
        {
            Open(stoppingToken);
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            LogCancelled(logger);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or ArgumentException
            or IndexMismatchException or DictionaryFormatException or DocumentReadException)
        {
            LogFailed(logger, e);
            Environment.ExitCode = 1;
            lifetime.StopApplication();
        }
    }

    private void Open(CancellationToken stopping)
    {
        DataFolder folder = keeper.Folder;
        if (!ScoSearchIndex.Exists(folder.Index))
        {
            Build(folder, stopping);
        }
        else
        {
            try
            {
                keeper.Reload();
            }
            catch (IndexMismatchException e) when (options.Value.RebuildOnMismatch)
            {
                LogMismatch(logger, e.Message);
                Build(folder, stopping);
            }
        }

        LogOpen(logger, folder.Index);
    }

    private void Build(DataFolder folder, CancellationToken stopping)
    {
        LogBuilding(logger, folder.Corpus, folder.Index);
        (IndexingSummary summary, _) = keeper.Rebuild(progress: null, stopping);
        LogBuilt(logger, summary.Documents, summary.Paragraphs, summary.Failed.Count, summary.Seconds);
        foreach (IndexingFailure failure in summary.Failed.Take(ShownFailures))
        {
            LogFailedFile(logger, failure.Path, failure.Reason);
        }

        if (summary.Documents == 0)
        {
            LogEmpty(logger, folder.Corpus);
        }
    }

    [LoggerMessage(LogLevel.Information, "Building the index over {Corpus} in {Index}")]
    private static partial void LogBuilding(ILogger logger, string corpus, string index);

    [LoggerMessage(LogLevel.Information, "Indexed {Documents} documents with {Paragraphs} paragraphs, {Failed} files failed, in {Seconds:0.00} s")]
    private static partial void LogBuilt(ILogger logger, int documents, int paragraphs, int failed, double seconds);

    [LoggerMessage(LogLevel.Warning, "Not indexed: {File}: {Reason}")]
    private static partial void LogFailedFile(ILogger logger, string file, string reason);

    [LoggerMessage(LogLevel.Warning, "The index is empty: there is no document in {Corpus} and none was put over HTTP")]
    private static partial void LogEmpty(ILogger logger, string corpus);

    [LoggerMessage(LogLevel.Warning, "The index is built anew: {Reason}")]
    private static partial void LogMismatch(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Information, "Serving the index {Index}")]
    private static partial void LogOpen(ILogger logger, string index);

    [LoggerMessage(LogLevel.Information, "Stopped before the index was ready")]
    private static partial void LogCancelled(ILogger logger);

    [LoggerMessage(LogLevel.Critical, "The index cannot be opened")]
    private static partial void LogFailed(ILogger logger, Exception cause);
}
