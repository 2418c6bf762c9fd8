using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index.Inverting;
using ScoSearch.Lucene.Index.Writing;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Index;

/// <summary>Adds documents to an index, replaces and deletes them, and commits. Thread-safe; there is one writer per
/// index at a time.</summary>
/// <remarks>
/// <para>Documents are collected in memory, one growing segment per indexing thread, and written when the buffer is
/// full; background threads merge segments.
/// Nothing of that is visible to <see cref="DirectoryReader.Open(Directory)"/> before <see cref="Commit"/>, which is
/// atomic and durable: after a crash the last commit is there, whole.
/// <see cref="GetReader"/> sees everything at once.</para>
/// <para>All changes have one order. A deletion concerns the documents added before it; an update deletes and adds in
/// one step.</para>
/// <para>A document that is refused (<see cref="ArgumentException"/>, or whatever its token stream throws) leaves no
/// trace but an unused doc id. When writing to the
/// directory fails, the writer closes itself and gives up everything since the last commit; later calls say why. A
/// failed merge is reported by the next call, once.</para>
/// <para>Lock order: commit lock, flush lock, gate, state lock.</para>
/// </remarks>
public sealed partial class IndexWriter : IDisposable
{
    // Held while a commit is prepared and finished.
    private readonly Lock _commitLock = new();

    // Held while all in-memory segments are flushed together.
    private readonly Lock _flushLock = new();

    // Shared: a thread adds documents or registers deletions. Exclusive: all in-memory segments and deletions are taken
    // out at one point of the order of changes.
    private readonly ReaderWriterLockSlim _gate = new();

    // Guards the segment list, the file deleter, merges and the fields below up to the readonly ones. Waited on and
    // pulsed.
    private readonly object _state = new();
    private readonly List<SegmentState> _segments = [];
    private IReadOnlyDictionary<string, string> _userData;
    private long _generation;
    private long _version;
    private long _counter;
    private long _changes;
    private long _committedChanges;
    private bool _flushInProgress;

    private readonly IndexWriterConfig _config;
    private readonly LockValidatingDirectory _directory;
    private readonly IndexLock _writeLock;
    private readonly IndexFileDeleter _deleter;
    private readonly FieldNumbers _fieldNumbers = new();
    private readonly BlockCache _blocks;
    private readonly DeleteQueue _deletes = new();
    private readonly DocumentsWriter _documents;
    private readonly int _createdMajor;
    private long _documentCount;
    private long _flushedSequence;

    /// <summary>Opens or creates an index for writing.</summary>
    /// <param name="directory">Where the index is; stays the caller's and must outlive the writer.</param>
    /// <param name="config">How to work.</param>
    /// <exception cref="LockObtainFailedException">Another writer works on the index, in this process or
    /// another.</exception>
    /// <exception cref="IndexNotFoundException"><see cref="OpenMode.Append"/> without an index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    public IndexWriter(Directory directory, IndexWriterConfig config)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(config);
        config.Validate();
        _config = config;
        _blocks = new BlockCache((int)Math.Max(16, config.RamBufferSizeMB * 1024 * 1024 / BytePool.BlockSize));
        _documents = new DocumentsWriter(config, _deletes, CreateBuilder);
        _writeLock = directory.ObtainLock(IndexFileNames.WriteLock);
        bool opened = false;
        try
        {
            _directory = new LockValidatingDirectory(directory, _writeLock);
            _deleter = new IndexFileDeleter(_directory);
            string[] files = _directory.ListAll();
            SegmentInfos? last = ReadLast(files);
            bool append = last is not null && config.OpenMode != OpenMode.Create;
            _userData = append ? last!.UserData : new Dictionary<string, string>();
            _createdMajor = append ? last!.CreatedMajor : LuceneVersion.Current.Major;
            _version = last?.Version ?? 0;
            _counter = Math.Max(last?.Counter ?? 0, HighestCounter(files) + 1);
            _generation = Math.Max(0, HighestGeneration(files));
            _deleter.Open(last);
            if (append)
            {
                OpenSegments(last!, files);
            }
            else
            {
                MarkChangedLocked();
            }

            opened = true;
        }
        finally
        {
            if (!opened)
            {
                _writeLock.Dispose();
            }
        }
    }

    /// <summary>True until the writer is disposed, rolled back or has failed.</summary>
    public bool IsOpen => Volatile.Read(ref _closed) == 0;

    /// <summary>Number of documents, deleted ones and those in memory included. Documents of refused additions count
    /// until they are merged away.</summary>
    public int MaxDoc
    {
        get
        {
            lock (_state)
            {
                return _segments.Sum(segment => segment.MaxDoc) + _documents.BufferedDocuments;
            }
        }
    }

    /// <summary>Bytes of memory that documents and deletions take that are not written yet.</summary>
    public long RamBytesUsed => _documents.RamBytes;

    /// <summary>True when there is something to commit.</summary>
    public bool HasUncommittedChanges
    {
        get
        {
            lock (_state)
            {
                return _changes != _committedChanges || _deletes.LastSequence != Volatile.Read(ref _flushedSequence);
            }
        }
    }

    /// <summary>Adds a document.</summary>
    /// <returns>The change's place in the order of all changes of this writer.</returns>
    /// <exception cref="ArgumentException">The document contradicts what the index has for a field, or has a term above
    /// 32766 bytes.</exception>
    /// <exception cref="ObjectDisposedException">The writer is closed; the cause, if it failed, is the inner
    /// exception.</exception>
    public long AddDocument(Document document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return Update([document], []);
    }

    /// <summary>Adds documents that get neighbouring doc ids and become visible together. When one is refused, none is
    /// added.</summary>
    /// <inheritdoc cref="AddDocument"/>
    public long AddDocuments(IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(documents);
        return Update(documents, []);
    }

    /// <summary>Deletes all documents with a term and adds one, in one step.</summary>
    /// <inheritdoc cref="AddDocument"/>
    public long UpdateDocument(Term term, Document document)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(document);
        return Update([document], [term]);
    }

    /// <summary>Deletes all documents with a term and adds several, in one step.</summary>
    /// <inheritdoc cref="AddDocuments"/>
    public long UpdateDocuments(Term term, IReadOnlyList<Document> documents)
    {
        ArgumentNullException.ThrowIfNull(term);
        ArgumentNullException.ThrowIfNull(documents);
        return Update(documents, [term]);
    }

    /// <summary>Deletes all documents that have one of the terms.</summary>
    /// <returns>The change's place in the order of all changes of this writer.</returns>
    /// <exception cref="ObjectDisposedException">The writer is closed.</exception>
    public long DeleteDocuments(params IReadOnlyList<Term> terms)
    {
        ArgumentNullException.ThrowIfNull(terms);
        Term[] copy = [.. terms];
        foreach (Term term in copy)
        {
            ArgumentNullException.ThrowIfNull(term, nameof(terms));
        }

        return RegisterDeletes(() => _deletes.Next(copy));
    }

    /// <summary>Deletes all documents that a query matches.</summary>
    /// <param name="matcher">Called later, when the deletions are applied, from any thread.</param>
    /// <inheritdoc cref="DeleteDocuments(IReadOnlyList{Term})"/>
    public long DeleteDocuments(IDocIdMatcher matcher)
    {
        ArgumentNullException.ThrowIfNull(matcher);
        return RegisterDeletes(() => _deletes.Next(matcher));
    }

    private static long HighestCounter(string[] files)
    {
        long highest = -1;
        foreach (string file in files)
        {
            if (!file.EndsWith(".tmp", StringComparison.Ordinal) && IndexFileNames.TryParseSegmentCounter(file, out long counter))
            {
                highest = Math.Max(highest, counter);
            }
        }

        return highest;
    }

    private static long HighestGeneration(string[] files)
    {
        long highest = 0;
        foreach (string file in files)
        {
            if (IndexFileNames.TryParseCommit(file, out long generation) || IndexFileNames.TryParsePendingCommit(file, out generation))
            {
                highest = Math.Max(highest, generation);
            }
        }

        return highest;
    }

    private SegmentInfos? ReadLast(string[] files)
    {
        long latest = SegmentInfosFormat.LatestGeneration(files);
        if (latest < 0)
        {
            return _config.OpenMode == OpenMode.Append
                ? throw new IndexNotFoundException(
                    $"There is no index in {_directory}, and the writer was told to append to one.")
                : null;
        }

        try
        {
            return SegmentInfosFormat.Read(_directory, IndexFileNames.Commit(latest));
        }
        catch (System.IO.IOException) when (_config.OpenMode == OpenMode.Create)
        {
            // The index is replaced anyway; that it cannot be read is no reason to refuse.
            return null;
        }
    }

    private void OpenSegments(SegmentInfos last, string[] files)
    {
        foreach (SegmentCommitInfo info in last.Segments)
        {
            long generation = Math.Max(0, info.DeletionGeneration);
            foreach (string file in files)
            {
                if (file.StartsWith(info.Name, StringComparison.Ordinal) && IndexFileNames.SegmentNameOf(file) == info.Name)
                {
                    generation = Math.Max(generation, IndexFileNames.ParseFileGeneration(file));
                }
            }

            SegmentState state = new(
                info, LiveDocsFormat.Read(_directory, info), hasUnwrittenDeletes: false, generation + 1);
            _fieldNumbers.Register(state.GetReader().FieldInfos);
            _segments.Add(state);
            _documentCount += info.MaxDoc;
        }

        _deleter.SetCurrent(last.GetFiles(includeCommit: false));
    }

    private SegmentBuilder CreateBuilder() => new(NextSegmentName(), _directory, _config, _fieldNumbers, _blocks);

    private string NextSegmentName()
    {
        lock (_state)
        {
            _version++;
            return IndexFileNames.SegmentName(_counter++);
        }
    }

    private void MarkChangedLocked()
    {
        _changes++;
        _version++;
    }
}
