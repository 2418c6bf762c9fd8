using System.Diagnostics;
using System.IO;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Indexing;

/// <summary>Builds and updates an index of paragraphs. Thread-safe: one change at a time, others wait.</summary>
/// <remarks>
/// <para>Every call that changes the index ends with one commit: readers see all of it or nothing, and so does whoever
/// opens the index after a crash. A call that fails or is cancelled leaves the last commit.</para>
/// <para>The same inputs give the same content: document ids, paragraph numbers and order do not depend on the number of
/// threads. A document's paragraphs have the ids <c>document#number</c>.</para>
/// <para>The write lock is taken with the first change and kept until <see cref="Dispose"/>; there is one writer an index.</para>
/// </remarks>
public sealed class Indexer : IDisposable
{
    private readonly string _path;
    private readonly IndexerOptions _options;
    private readonly ParagraphAnalysis _analysis;
    private readonly DocumentPreparation _preparation;

    // Guards the writer, and with it the index: held for the length of a change.
    private readonly Lock _changes = new();
    private FSDirectory? _directory;
    private IndexWriter? _writer;
    private bool _disposed;

    /// <summary>Prepares for work on an index. Nothing is created or locked yet.</summary>
    /// <param name="indexPath">Folder of the index; need not exist.</param>
    /// <param name="options">How to work, or null for the defaults.</param>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    /// <exception cref="DictionaryFormatException">A dictionary has lines that cannot be used.</exception>
    /// <exception cref="DocumentReadException">A dictionary cannot be read.</exception>
    public Indexer(string indexPath, IndexerOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(indexPath);
        _options = options ?? new IndexerOptions();
        _options.Validate();
        _path = indexPath;
        _analysis = new ParagraphAnalysis(_options.Dictionaries ?? DictionarySet.LoadBeside(indexPath));
        _preparation = new DocumentPreparation(_options, _analysis);
    }

    /// <summary>Indexes files and documents: adds what is new, replaces what changed, leaves what is the same.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="progress">Told after each file, on the calling thread.</param>
    /// <param name="cancellation">Ends the run early; the index stays as it was.</param>
    /// <returns>What was done, with the files that failed: one bad file never stops a run.</returns>
    /// <exception cref="IndexMismatchException">The index was built otherwise and the run is no rebuild.</exception>
    /// <exception cref="LockObtainFailedException">Somebody else writes to the index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged and the run is no rebuild.</exception>
    /// <exception cref="IOException">The index cannot be written; it stays as it was.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the index stays as it was.</exception>
    /// <remarks>
    /// When nothing at all can be read, a rebuild leaves the old index in place. A file that fails keeps what the index
    /// holds of it.
    /// </remarks>
    public IndexingSummary Run(
        IndexingRequest request, IProgress<IndexingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<IndexingFailure> missing = [];
        List<IndexingUnit> units =
        [
            .. DocumentFiles.Find(request.Paths, _options.Readers, missing).Select(f => new IndexingUnit(f.Id, f.Path, null)),
            .. request.Documents.OrderBy(d => d.Id, StringComparer.Ordinal).Select(d => new IndexingUnit(d.Id, null, d)),
        ];
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            IndexContents contents = request.Rebuild ? IndexContents.Empty : ReadContents();
            IndexWriter? writer = request.DryRun ? null : OpenWriter(request.Rebuild);
            IndexingRun run = new(writer, contents, units);
            run.Failed.AddRange(missing);
            try
            {
                run.Take(_preparation.Run(units, contents, cancellation), progress, cancellation);
                if (request.Prune)
                {
                    run.Prune();
                }

                if (writer is not null)
                {
                    Finish(writer, run, request.Rebuild, cancellation);
                }
            }
            catch
            {
                GiveUp();
                throw;
            }

            return run.Summarize();
        }
    }

    /// <summary>Adds or replaces one document; afterwards it can be found.</summary>
    /// <param name="document">The document. Several come out of JSON lines.</param>
    /// <param name="cancellation">Ends the call early; the index stays as it was.</param>
    /// <returns>What was done.</returns>
    /// <exception cref="DocumentReadException">The document cannot be read, or there is no text in it.</exception>
    /// <inheritdoc cref="Run"/>
    public IndexingSummary Put(SourceDocument document, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(document);
        long started = Stopwatch.GetTimestamp();
        IndexingUnit unit = new(document.Id, null, document);
        ReadUnit read = new(
            unit,
            new DocumentOrigin(null, DocumentOrigin.HashOf(document)),
            _options.Readers.Read(document, _options.Reading, cancellation));
        List<PreparedDocument> prepared =
            [.. read.Texts.Select((t, i) => _preparation.Prepare(read, t, i == 0)).Where(p => p.Paragraphs.Count > 0)];
        if (prepared.Count == 0)
        {
            throw new DocumentReadException(DocumentReadError.Malformed, document.Id, "there is no text in it");
        }

        cancellation.ThrowIfCancellationRequested();
        Change(writer =>
        {
            foreach (PreparedDocument one in prepared)
            {
                writer.UpdateDocuments(new Term(ParagraphFields.Document, one.Id!), one.Paragraphs);
            }
        });
        return new IndexingSummary
        {
            Documents = prepared.Count,
            Paragraphs = prepared.Sum(p => p.Paragraphs.Count),
            Failed = [],
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    /// <summary>Removes one document.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <returns>Whether it was there.</returns>
    /// <inheritdoc cref="Run"/>
    public bool Delete(string documentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        Term term = new(ParagraphFields.Document, documentId);
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!Holds(term))
            {
                return false;
            }

            Change(writer => writer.DeleteDocuments(term));
            return true;
        }
    }

    /// <summary>Gives the index free for other writers.</summary>
    public void Dispose()
    {
        lock (_changes)
        {
            _disposed = true;
            _writer?.Dispose();
            _writer = null;
        }
    }

    private void Change(Action<IndexWriter> change)
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                IndexWriter writer = OpenWriter(rebuild: false);
                change(writer);
                writer.SetCommitUserData(IndexCommitData.Create(_analysis));
                writer.Commit();
            }
            catch
            {
                GiveUp();
                throw;
            }
        }
    }

    private void Finish(IndexWriter writer, IndexingRun run, bool rebuild, CancellationToken cancellation)
    {
        if (rebuild ? !run.FoundAnything : !run.HasChanges)
        {
            // Nothing to say: the last commit stays, and a rebuild that found nothing destroys nothing.
            GiveUp();
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        writer.SetCommitUserData(IndexCommitData.Create(_analysis));
        writer.WaitForMerges();
        writer.Commit();
    }

    private bool Holds(Term term)
    {
        if (ReadCommit() is not DirectoryReader reader)
        {
            return false;
        }

        using (reader)
        {
            return IndexContents.Read(reader).Documents.ContainsKey(term.Text);
        }
    }

    private IndexContents ReadContents()
    {
        if (ReadCommit() is not DirectoryReader reader)
        {
            return IndexContents.Empty;
        }

        using (reader)
        {
            return IndexContents.Read(reader);
        }
    }

    private DirectoryReader? ReadCommit()
    {
        if (!System.IO.Directory.Exists(_path))
        {
            return null;
        }

        DirectoryReader reader;
        try
        {
            reader = DirectoryReader.Open(_directory ??= FSDirectory.Open(_path));
        }
        catch (IndexNotFoundException)
        {
            return null;
        }

        try
        {
            IndexCommitData.Check(reader.CommitUserData, _analysis, _path);
            return reader;
        }
        catch
        {
            reader.Dispose();
            throw;
        }
    }

    private IndexWriter OpenWriter(bool rebuild)
    {
        if (rebuild)
        {
            GiveUp();
        }

        if (_writer is { IsOpen: true })
        {
            return _writer;
        }

        if (!rebuild)
        {
            ReadCommit()?.Dispose();
        }

        _directory ??= FSDirectory.Open(_path);
        IndexWriterConfig config = new(_analysis.ForIndexing)
        {
            OpenMode = rebuild ? OpenMode.Create : OpenMode.CreateOrAppend,
            RamBufferSizeMB = _options.RamBufferSizeInMegabytes,
            CommitOnClose = false,
        };
        _writer = new IndexWriter(_directory, config);
        return _writer;
    }

    private void GiveUp()
    {
        _writer?.Rollback();
        _writer = null;
    }
}
