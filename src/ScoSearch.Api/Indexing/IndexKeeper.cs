using System.IO;
using Microsoft.Extensions.Options;
using ScoSearch.Api.Hosting;
using ScoSearch.Api.Telemetry;
using ScoSearch.Core;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Ingestion;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Api.Indexing;

/// <summary>Changes the index and puts each new state in place of the one that is searched. Thread-safe: one change at a time.</summary>
/// <remarks>
/// The index is locked against other writers while changes come in, and given free a while after the last one, so that the
/// command line can work on it too.
/// </remarks>
internal sealed partial class IndexKeeper : IDisposable
{
    private static readonly TimeSpan IdleTime = TimeSpan.FromSeconds(10);

    private readonly IndexHolder _holder;
    private readonly ServiceMetrics _metrics;
    private readonly ILogger<IndexKeeper> _logger;
    private readonly Lazy<DataFolder> _folder;
    private readonly Timer _idle;

    // Guards the two fields below and the upload store: held for the length of a change.
    private readonly Lock _changes = new();
    private Indexer? _indexer;
    private DictionarySet? _dictionaries;
    private bool _disposed;

    public IndexKeeper(IndexHolder holder, IOptions<ServiceOptions> options, ServiceMetrics metrics, ILogger<IndexKeeper> logger)
    {
        _holder = holder;
        _metrics = metrics;
        _logger = logger;
        _folder = new Lazy<DataFolder>(() => DataFolder.Find(options.Value));
        _idle = new Timer(_ => CloseIdle());
    }

    /// <summary>Where everything is.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no data folder.</exception>
    public DataFolder Folder => _folder.Value;

    /// <summary>Opens the latest state of the index, with the dictionaries as they are now.</summary>
    /// <returns>Its generation.</returns>
    public long Reload()
    {
        lock (_changes)
        {
            _dictionaries = LoadDictionaries();
            return OpenLocked();
        }
    }

    /// <summary>Builds the index anew from the corpus and what came over HTTP, with the dictionaries as they are now.</summary>
    /// <param name="progress">Told after each file.</param>
    /// <param name="cancellation">Ends it early; the index stays as it was.</param>
    public (IndexingSummary Summary, long Generation) Rebuild(
        IProgress<IndexingProgress>? progress, CancellationToken cancellation)
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            CloseLocked();
            _dictionaries = LoadDictionaries();
            List<string> damaged = [];
            List<(UploadDescription Description, SourceDocument? Document)> uploads = new UploadStore(Folder.Uploads).ReadAll(damaged);
            IndexingRequest request = new()
            {
                Paths = System.IO.Directory.Exists(Folder.Corpus) ? [Folder.Corpus] : [],
                Documents = [.. uploads.Select(upload => upload.Document).OfType<SourceDocument>()],
                Except = uploads.Select(upload => upload.Description.Id).ToHashSet(StringComparer.Ordinal),
                Rebuild = true,
                AllowEmpty = true,
            };
            try
            {
                IndexingSummary summary = IndexerLocked().Run(request, progress, cancellation);
                _metrics.Indexed(summary.Paragraphs);
                return (
                    summary with { Failed = [.. summary.Failed, .. damaged.Select(name => new IndexingFailure(name, "the upload is damaged"))] },
                    OpenLocked());
            }
            finally
            {
                CloseLocked();
            }
        }
    }

    /// <summary>Adds or replaces a document; it is kept for rebuilds, and can be found when the call returns.</summary>
    /// <exception cref="DocumentReadException">The document cannot be read, or there is no text in it.</exception>
    public DocumentChange Put(UploadDescription description, byte[] content, CancellationToken cancellation)
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            bool existed = Holds(description.Id);
            IndexingSummary summary = IndexerLocked().Put(UploadStore.ToDocument(description, content), cancellation);
            new UploadStore(Folder.Uploads).Put(description, content);
            _metrics.Indexed(summary.Paragraphs);
            _idle.Change(IdleTime, Timeout.InfiniteTimeSpan);
            return new DocumentChange
            {
                Id = description.Id,
                Result = existed ? "replaced" : "created",
                Documents = summary.Documents,
                Paragraphs = summary.Paragraphs,
                Generation = RefreshLocked(),
            };
        }
    }

    /// <summary>Takes a document out; null when there is none.</summary>
    public DocumentChange? Delete(string id)
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!IndexerLocked().Delete(id))
            {
                return null;
            }

            new UploadStore(Folder.Uploads).Delete(id, IsInCorpus(id));
            _idle.Change(IdleTime, Timeout.InfiniteTimeSpan);
            return new DocumentChange { Id = id, Result = "deleted", Documents = 1, Paragraphs = 0, Generation = RefreshLocked() };
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_changes)
        {
            _disposed = true;
            CloseLocked();
        }

        _idle.Dispose();
    }

    private DictionarySet LoadDictionaries() =>
        System.IO.Directory.Exists(Folder.Dictionaries) ? DictionarySet.Load(Folder.Dictionaries) : DictionarySet.Empty;

    private Indexer IndexerLocked() => _indexer ??= new Indexer(
        Folder.Index,
        new IndexerOptions { Readers = IngestionReaders.Default, Dictionaries = _dictionaries ??= LoadDictionaries() });

    private long OpenLocked()
    {
        ScoSearchIndex index = ScoSearchIndex.Open(Folder.Index, _dictionaries ??= LoadDictionaries());
        long generation = index.Generation;
        index.Warm();
        _holder.Replace(index);
        return generation;
    }

    // Shares with the state before what did not change.
    private long RefreshLocked()
    {
        using IndexLease? lease = _holder.TryBorrow();
        if (lease is null)
        {
            return OpenLocked();
        }

        if (lease.Index.Refresh() is { } index)
        {
            _holder.Replace(index);
        }

        return _holder.Generation;
    }

    private bool Holds(string id)
    {
        using IndexLease? lease = _holder.TryBorrow();
        return lease?.Index.GetDocument(id) is not null;
    }

    // A rebuild names a document of a file by the file's path below the corpus. The id came from a client, so it is compared
    // with the names that are there and never made into a path.
    private bool IsInCorpus(string id) =>
        System.IO.Directory.Exists(Folder.Corpus)
        && System.IO.Directory.EnumerateFiles(Folder.Corpus, "*", SearchOption.AllDirectories)
            .Any(file => Path.GetRelativePath(Folder.Corpus, file).Replace('\\', '/') == id);

    private void CloseIdle()
    {
        lock (_changes)
        {
            try
            {
                if (_indexer?.Settle() == true)
                {
                    RefreshLocked();
                }
            }
            catch (Exception e) when (e is IOException or MergeException)
            {
                // The commit before is whole and goes on being searched; the next change tries again.
                LogNotSettled(_logger, e);
            }

            CloseLocked();
        }
    }

    private void CloseLocked()
    {
        _indexer?.Dispose();
        _indexer = null;
    }

    [LoggerMessage(LogLevel.Warning, "Merges after small changes were given up; the next change tries again")]
    private static partial void LogNotSettled(ILogger logger, Exception cause);
}
