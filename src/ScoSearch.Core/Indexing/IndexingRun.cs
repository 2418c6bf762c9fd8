using System.Diagnostics;
using ScoSearch.Core.Documents;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Indexing;

/// <summary>One indexing run: takes prepared documents in order, writes them, and keeps count. Not thread-safe; used once.</summary>
/// <param name="writer">Where to write, or null for a dry run.</param>
/// <param name="contents">What the index holds before.</param>
/// <param name="units">All inputs.</param>
internal sealed class IndexingRun(IndexWriter? writer, IndexContents contents, IReadOnlyList<IndexingUnit> units)
{
    // Paragraphs added to the writer in one call; bounds what it must hold together.
    private const int BatchSize = 1000;

    private readonly long _started = Stopwatch.GetTimestamp();
    private readonly long _bytesTotal = units.Sum(u => u.LengthInBytes);
    private readonly List<IndexingChange> _changes = [];
    private readonly HashSet<string> _fileIds = [.. units.Where(u => u.FileId is not null).Select(u => u.Id)];

    // Which input a document id belongs to in this run.
    private readonly Dictionary<string, string> _ownerOf = new(StringComparer.Ordinal);
    private int _documents;
    private int _paragraphs;
    private int _unchanged;
    private int _removed;
    private int _unitsDone;
    private long _bytesDone;
    private int _documentsOfUnit;

    /// <summary>Inputs that failed.</summary>
    public List<IndexingFailure> Failed { get; } = [];

    /// <summary>Whether the index differs from before.</summary>
    public bool HasChanges => _documents > 0 || _removed > 0;

    /// <summary>Whether any document is, or stays, in the index by this run.</summary>
    public bool FoundAnything => _documents > 0 || _unchanged > 0;

    /// <summary>Takes all prepared documents.</summary>
    public void Take(
        IEnumerable<PreparedDocument> documents, IProgress<IndexingProgress>? progress, CancellationToken cancellation)
    {
        ReadUnit? current = null;
        int written = 0;
        foreach (PreparedDocument document in documents)
        {
            cancellation.ThrowIfCancellationRequested();
            if (document.IsFirst)
            {
                FinishUnit(current, written);
                current = document.Read;
                written = 0;
                BeginUnit(current);
            }

            progress?.Report(ProgressWithin(current!));
            written += Take(document);
            _documentsOfUnit++;
        }

        FinishUnit(current, written);
        progress?.Report(ProgressWithin(null));
    }

    /// <summary>Removes the documents of files that are no longer among the inputs.</summary>
    public void Prune()
    {
        foreach (string file in contents.Files.Order(StringComparer.Ordinal))
        {
            if (!_fileIds.Contains(file))
            {
                foreach (string id in contents.DocumentsOf(file))
                {
                    Remove(id);
                }
            }
        }
    }

    /// <summary>What the run did.</summary>
    public IndexingSummary Summarize() => new()
    {
        Documents = _documents,
        Paragraphs = _paragraphs,
        Unchanged = _unchanged,
        Removed = _removed,
        Failed = Failed,
        Changes = [.. _changes.OrderBy(c => c.DocumentId, StringComparer.Ordinal)],
        Seconds = Stopwatch.GetElapsedTime(_started).TotalSeconds,
    };

    private IndexingProgress ProgressWithin(ReadUnit? unit)
    {
        long within = unit is null ? 0 : unit.Unit.LengthInBytes * _documentsOfUnit / Math.Max(1, unit.Texts.Count);
        return new IndexingProgress(
            _unitsDone, units.Count, _bytesDone + within, _bytesTotal, _paragraphs, unit?.Unit.Name);
    }

    private void BeginUnit(ReadUnit read)
    {
        _documentsOfUnit = 0;
        if (read.Failure is IndexingFailure failure)
        {
            Failed.Add(failure);
        }
        else if (read.IsUnchanged)
        {
            IReadOnlyList<string> documents = read.Unit.FileId is string file ? contents.DocumentsOf(file) : [read.Unit.Id];
            _unchanged += documents.Count;
            foreach (string id in documents)
            {
                _ownerOf.TryAdd(id, read.Unit.Id);
            }
        }
    }

    // Whatever a changed file held before and holds no longer goes. A file that failed keeps its last good state.
    private void FinishUnit(ReadUnit? read, int written)
    {
        if (read is null)
        {
            return;
        }

        _unitsDone++;
        _bytesDone += read.Unit.LengthInBytes;
        if (read.Failure is not null || read.IsUnchanged)
        {
            return;
        }

        if (written == 0 && !Failed.Exists(f => f.Path == read.Unit.Name))
        {
            Failed.Add(new IndexingFailure(read.Unit.Name, "there is no text in it", DocumentReadError.NoText));
        }

        foreach (string id in contents.DocumentsOf(read.Unit.FileId ?? ""))
        {
            if (!_ownerOf.ContainsKey(id))
            {
                Remove(id);
            }
        }
    }

    private int Take(PreparedDocument document)
    {
        if (document.Failure is IndexingFailure failure)
        {
            // The document's last good state stays.
            _ownerOf.TryAdd(document.Id!, document.Read.Unit.Id);
            Failed.Add(failure);
            return 0;
        }

        if (document.Id is not string id || document.Paragraphs.Count == 0 || !TryClaim(id, document.Read.Unit))
        {
            return 0;
        }

        bool isKnown = contents.Documents.ContainsKey(id);
        if (writer is null)
        {
            IndexingChangeKind kind = isKnown ? IndexingChangeKind.Changed : IndexingChangeKind.Added;
            _changes.Add(new IndexingChange(kind, id, document.Paragraphs.Count));
        }
        else
        {
            Write(id, document.Paragraphs, isKnown);
        }

        _documents++;
        _paragraphs += document.Paragraphs.Count;
        return document.Paragraphs.Count;
    }

    private bool TryClaim(string id, IndexingUnit unit)
    {
        string? elsewhere = contents.Documents.GetValueOrDefault(id)?.FileId;
        bool taken = elsewhere is not null && elsewhere != unit.Id && _fileIds.Contains(elsewhere);
        if (!taken && _ownerOf.TryAdd(id, unit.Id))
        {
            return true;
        }

        Failed.Add(new IndexingFailure(
            unit.Name, $"its document id '{id}' is taken by '{(taken ? elsewhere : _ownerOf[id])}'"));
        return false;
    }

    private void Write(string id, List<Document> paragraphs, bool isKnown)
    {
        if (isKnown)
        {
            writer!.DeleteDocuments(new Term(ParagraphFields.Document, id));
        }

        for (int start = 0; start < paragraphs.Count; start += BatchSize)
        {
            writer!.AddDocuments(paragraphs.GetRange(start, Math.Min(BatchSize, paragraphs.Count - start)));
        }
    }

    private void Remove(string id)
    {
        _removed++;
        if (writer is null)
        {
            _changes.Add(new IndexingChange(IndexingChangeKind.Removed, id, contents.Documents[id].Paragraphs));
        }
        else
        {
            writer.DeleteDocuments(new Term(ParagraphFields.Document, id));
        }
    }
}
