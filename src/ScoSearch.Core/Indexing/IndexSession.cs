using System.Text;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Indexing;

/// <summary>The writer of one index and what it builds upon. Not thread-safe: <see cref="Indexer"/> guards it.</summary>
/// <param name="path">Folder of the index; need not exist.</param>
/// <param name="analysis">What the index must have been built with.</param>
/// <param name="options">Memory for paragraphs that are not written yet, and the clock.</param>
internal sealed class IndexSession(string path, ParagraphAnalysis analysis, IndexerOptions options) : IDisposable
{
    private FSDirectory? _directory;
    private IndexWriter? _writer;

    // The last commit looked at; renewed when there is a later one, so that small changes do not open the index anew.
    private DirectoryReader? _commit;

    /// <summary>Folder of the index.</summary>
    public string Path => path;

    /// <summary>The writer; takes the write lock.</summary>
    /// <param name="rebuild">Whether to begin with nothing; readers see the old index until the commit.</param>
    public IndexWriter OpenWriter(bool rebuild)
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
            ReadCommit();
        }

        _directory ??= FSDirectory.Open(path);
        IndexWriterConfig config = new(analysis.ForIndexing)
        {
            OpenMode = rebuild ? OpenMode.Create : OpenMode.CreateOrAppend,
            RamBufferSizeMB = options.RamBufferSizeInMegabytes,
            CommitOnClose = false,
        };
        _writer = new IndexWriter(_directory, config);
        return _writer;
    }

    /// <summary>Commits what was written.</summary>
    public void Commit(IndexWriter writer)
    {
        writer.SetCommitUserData(IndexCommitData.Create(analysis, options.Clock.GetUtcNow()));
        writer.Commit();
    }

    /// <summary>Waits for merges that changes began, and commits them.</summary>
    /// <returns>Whether there was anything to commit.</returns>
    public bool Settle()
    {
        if (_writer is not { IsOpen: true } writer)
        {
            return false;
        }

        writer.WaitForMerges();
        if (!writer.HasUncommittedChanges)
        {
            return false;
        }

        Commit(writer);
        return true;
    }

    /// <summary>All documents of the last commit. Cost: three columns of all paragraphs.</summary>
    public IndexContents ReadContents() => ReadCommit() is DirectoryReader reader ? IndexContents.Read(reader) : IndexContents.Empty;

    /// <summary>Whether the last commit has a document. Cost: one term a segment.</summary>
    public bool Holds(Term document)
    {
        byte[] term = Encoding.UTF8.GetBytes(document.Text);
        return ReadCommit()?.Leaves.Any(leaf => Holds(leaf.Reader, document.Field, term)) == true;
    }

    /// <summary>Throws away what was not committed and gives the index free.</summary>
    public void GiveUp()
    {
        _writer?.Rollback();
        _writer = null;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _writer?.Dispose();
        _writer = null;
        _commit?.Dispose();
        _commit = null;
    }

    private static bool Holds(LeafReader segment, string field, byte[] term)
    {
        if (segment.GetTerms(field) is not Terms terms || terms.Find(term) is not TermState state)
        {
            return false;
        }

        PostingsEnum postings = terms.GetPostings(state, PostingsFlags.Docs);
        while (postings.NextDoc() is int doc && doc != DocIdCursor.Exhausted)
        {
            if (segment.LiveDocs?.IsLive(doc) != false)
            {
                return true;
            }
        }

        return false;
    }

    private DirectoryReader? ReadCommit()
    {
        if (!System.IO.Directory.Exists(path))
        {
            return null;
        }

        DirectoryReader reader;
        try
        {
            reader = _commit is null
                ? DirectoryReader.Open(_directory ??= FSDirectory.Open(path))
                : DirectoryReader.OpenIfChanged(_commit) ?? _commit;
        }
        catch (IndexNotFoundException)
        {
            return null;
        }

        if (reader != _commit)
        {
            _commit?.Dispose();
            _commit = reader;
        }

        IndexCommitData.Check(reader.CommitUserData, analysis, path);
        return reader;
    }
}
