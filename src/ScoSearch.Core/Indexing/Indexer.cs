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
    private readonly IndexerOptions _options;
    private readonly DocumentPreparation _preparation;

    // Guards the session, and with it the index: held for the length of a change.
    private readonly Lock _changes = new();
    private readonly IndexSession _session;
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
        ParagraphAnalysis analysis = new(_options.Dictionaries ?? DictionarySet.LoadBeside(indexPath));
        _preparation = new DocumentPreparation(_options, analysis);
        _session = new IndexSession(indexPath, analysis, _options);
    }

    /// <summary>Indexes files and documents: adds what is new, replaces what changed, leaves what is the same.</summary>
    /// <param name="request">What to do.</param>
    /// <param name="progress">Told after each document, on the calling thread.</param>
    /// <param name="cancellation">Ends the run early; the index stays as it was.</param>
    /// <returns>What was done, with the files that failed: one bad file never stops a run.</returns>
    /// <exception cref="IndexMismatchException">The index was built otherwise and the run is no rebuild.</exception>
    /// <exception cref="LockObtainFailedException">Somebody else writes to the index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged and the run is no rebuild.</exception>
    /// <exception cref="IOException">The index cannot be written; it stays as it was.</exception>
    /// <exception cref="OperationCanceledException">The run was cancelled; the index stays as it was.</exception>
    /// <remarks>
    /// When nothing at all can be read, a rebuild leaves the old index in place; where there is none, <see cref="IndexingRequest.AllowEmpty"/> decides. A file that fails keeps what the index
    /// holds of it.
    /// </remarks>
    public IndexingSummary Run(
        IndexingRequest request, IProgress<IndexingProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        List<IndexingFailure> missing = [];
        List<IndexingUnit> units =
        [
            .. DocumentFiles.Find(request.Paths, _options.Readers, missing)
                .Where(f => !request.Except.Contains(f.Id))
                .Select(f => new IndexingUnit(f.Id, f.Path, null, f.LengthInBytes)),
            .. request.Documents.OrderBy(d => d.Id, StringComparer.Ordinal)
                .Select(d => new IndexingUnit(d.Id, null, d, d.Content.Length)),
        ];
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            IndexContents contents = request.Rebuild ? IndexContents.Empty : _session.ReadContents();
            IndexWriter? writer = request.DryRun ? null : _session.OpenWriter(request.Rebuild);
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
                    Finish(writer, run, request, cancellation);
                }
            }
            catch
            {
                _session.GiveUp();
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
    /// <remarks>Cost: that of the document and of one commit; what else the index holds is not read.</remarks>
    /// <inheritdoc cref="Run"/>
    public IndexingSummary Put(SourceDocument document, CancellationToken cancellation = default) =>
        Put([document], cancellation);

    /// <summary>Adds or replaces documents with one commit: readers see all of them or none.</summary>
    /// <param name="documents">The documents; of several with one id the last stays.</param>
    /// <param name="cancellation">Ends the call early; the index stays as it was.</param>
    /// <exception cref="DocumentReadException">A document cannot be read, or there is no text in it; nothing is changed.</exception>
    /// <inheritdoc cref="Put(SourceDocument, CancellationToken)"/>
    public IndexingSummary Put(IReadOnlyCollection<SourceDocument> documents, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(documents);
        long started = Stopwatch.GetTimestamp();
        List<PreparedDocument> prepared = [.. documents.SelectMany(d => _preparation.Prepare(d, cancellation))];
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

    /// <summary>Adds or replaces the document in a file; unlike those of <see cref="Run"/>, it is never pruned.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="id">Id of the document, or null for the path.</param>
    /// <param name="cancellation">Ends the call early; the index stays as it was.</param>
    /// <inheritdoc cref="Put(SourceDocument, CancellationToken)"/>
    public IndexingSummary PutFile(string path, string? id = null, CancellationToken cancellation = default) =>
        Put(SourceDocument.FromFile(path, _options.Reading, id), cancellation);

    /// <summary>Adds or replaces the document in a stream.</summary>
    /// <param name="id">Id of the document; not empty.</param>
    /// <param name="stream">The stream, read to its end; stays open.</param>
    /// <param name="fileName">A name whose extension may name the format, or null.</param>
    /// <param name="metadata">Metadata that is known, or null.</param>
    /// <param name="cancellation">Ends the call early; the index stays as it was.</param>
    /// <inheritdoc cref="Put(SourceDocument, CancellationToken)"/>
    public IndexingSummary PutStream(
        string id,
        Stream stream,
        string? fileName = null,
        DocumentMetadata? metadata = null,
        CancellationToken cancellation = default) =>
        Put(SourceDocument.FromStream(id, stream, _options.Reading, fileName, metadata), cancellation);

    /// <summary>Removes one document.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <returns>Whether it was there.</returns>
    /// <remarks>Cost: one term a segment, and one commit.</remarks>
    /// <inheritdoc cref="Run"/>
    public bool Delete(string documentId)
    {
        ArgumentException.ThrowIfNullOrEmpty(documentId);
        Term term = new(ParagraphFields.Document, documentId);
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (!_session.Holds(term))
            {
                return false;
            }

            Change(writer => writer.DeleteDocuments(term));
            return true;
        }
    }

    /// <summary>
    /// Waits for merges of segments that small changes began in the background, and commits them. Whoever makes many small
    /// changes calls it now and then, at the latest before <see cref="Dispose"/>, which gives unfinished merges up.
    /// </summary>
    /// <returns>Whether there is a new commit.</returns>
    /// <exception cref="IOException">The index cannot be written; it stays as it was.</exception>
    public bool Settle()
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return _session.Settle();
        }
    }

    /// <summary>Gives the index free for other writers.</summary>
    public void Dispose()
    {
        lock (_changes)
        {
            _disposed = true;
            _session.Dispose();
        }
    }

    private void Change(Action<IndexWriter> change)
    {
        lock (_changes)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            try
            {
                IndexWriter writer = _session.OpenWriter(rebuild: false);
                change(writer);
                _session.Commit(writer);
            }
            catch
            {
                _session.GiveUp();
                throw;
            }
        }
    }

    private void Finish(IndexWriter writer, IndexingRun run, IndexingRequest request, CancellationToken cancellation)
    {
        bool hasNothing = request.Rebuild ? !run.FoundAnything : !run.HasChanges;
        if (hasNothing && (!request.AllowEmpty || ScoSearchIndex.Exists(_session.Path)))
        {
            // Nothing to say: the last commit stays, and a rebuild that found nothing destroys nothing.
            _session.GiveUp();
            return;
        }

        cancellation.ThrowIfCancellationRequested();
        writer.WaitForMerges();
        _session.Commit(writer);
    }
}
