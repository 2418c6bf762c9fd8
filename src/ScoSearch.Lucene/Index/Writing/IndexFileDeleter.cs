using System.IO;
using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Index.Writing;

/// <summary>Counts who needs each file of an index and deletes those nobody needs. Guarded by the writer's state
/// lock.</summary>
/// <remarks>
/// Referrers are the commits that are kept (the last one; an older one until the next commit), a commit being prepared,
/// and the writer's current list of segments.
/// A file that cannot be deleted is remembered and tried again: that is no error (an open file on Windows).
/// </remarks>
internal sealed class IndexFileDeleter(Directory directory)
{
    private readonly Dictionary<string, int> _references = new(StringComparer.Ordinal);
    private readonly HashSet<string> _undeleted = new(StringComparer.Ordinal);
    private List<IReadOnlyCollection<string>> _commits = [];
    private IReadOnlyCollection<string> _current = [];

    /// <summary>Counts the files of all commits found, and deletes what belongs to none.</summary>
    /// <param name="current">The commit that the writer continues, or null.</param>
    public void Open(SegmentInfos? current)
    {
        string[] files = directory.ListAll();
        foreach (string file in files)
        {
            if (IndexFileNames.TryParseCommit(file, out long generation))
            {
                SegmentInfos? commit = generation == current?.Generation ? current : TryRead(file);
                if (commit is not null)
                {
                    IReadOnlyCollection<string> needed = commit.GetFiles(includeCommit: true);
                    AddReferences(needed);
                    _commits.Add(needed);
                }
            }
        }

        Delete(files.Where(file => IndexFileNames.IsIndexFile(file) && !_references.ContainsKey(file)));
        if (current is not null)
        {
            KeepOnly(current.GetFiles(includeCommit: true));
        }
    }

    /// <summary>Sets the files of the writer's current list of segments.</summary>
    public void SetCurrent(IReadOnlyCollection<string> files)
    {
        AddReferences(files);
        IReadOnlyCollection<string> before = _current;
        _current = files;
        Release(before);
    }

    /// <summary>Makes a new commit the only one kept.</summary>
    public void KeepOnly(IReadOnlyCollection<string> commitFiles)
    {
        AddReferences(commitFiles);
        List<IReadOnlyCollection<string>> old = _commits;
        _commits = [commitFiles];
        foreach (IReadOnlyCollection<string> files in old)
        {
            Release(files);
        }
    }

    /// <summary>Protects files.</summary>
    public void AddReferences(IReadOnlyCollection<string> files)
    {
        foreach (string file in files)
        {
            _references[file] = _references.GetValueOrDefault(file) + 1;
        }
    }

    /// <summary>Gives protection back; files that nobody needs any more are deleted.</summary>
    public void Release(IReadOnlyCollection<string> files)
    {
        List<string> unused = [];
        foreach (string file in files)
        {
            int left = _references[file] - 1;
            if (left > 0)
            {
                _references[file] = left;
            }
            else
            {
                _references.Remove(file);
                unused.Add(file);
            }
        }

        Delete(unused);
    }

    /// <summary>Deletes every index file that no commit and no current list refers to.</summary>
    public void DeleteUnreferenced() =>
        Delete(directory.ListAll().Where(file => IndexFileNames.IsIndexFile(file) && !_references.ContainsKey(file)));

    private SegmentInfos? TryRead(string file)
    {
        try
        {
            return SegmentInfosFormat.Read(directory, file);
        }
        catch (Exception e) when (e is CorruptIndexException or IndexFormatVersionException or FileNotFoundException)
        {
            // Not the commit that the writer continues: an unreadable leftover, which is deleted with the unreferenced
            // files.
            return null;
        }
    }

    private void Delete(IEnumerable<string> files)
    {
        // Commits first, so that no commit ever refers to a missing file.
        foreach (
            string file in files.Concat(_undeleted).Distinct().OrderBy(
                file => IndexFileNames.TryParseCommit(file, out _) ? 0 : 1).ToArray())
        {
            try
            {
                directory.DeleteFile(file);
                _undeleted.Remove(file);
            }
            catch (FileNotFoundException)
            {
                _undeleted.Remove(file);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                // Tried again with the next deletion; the next writer finds it in any case.
                _undeleted.Add(file);
            }
        }
    }
}
