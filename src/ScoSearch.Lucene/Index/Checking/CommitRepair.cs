using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Index.Checking;

/// <summary>Goes back from damaged commits of an index to the newest sound one. Stateless.</summary>
/// <remarks>
/// A writer keeps only its last commit, so there is usually no other to go back to; an older one stays where the last commit could
/// not be finished or its predecessor could not be deleted.
/// </remarks>
public static class CommitRepair
{
    /// <summary>Put in front of the name of a commit that was set aside.</summary>
    public const string AsidePrefix = "damaged_";

    /// <summary>Finds the newest commit without damage.</summary>
    /// <param name="directory">Where the index is; nothing is changed.</param>
    /// <param name="cancellation">Ends the check early.</param>
    /// <returns>Its generation and those of the newer, damaged ones; a generation of -1 when there is no sound commit.</returns>
    /// <exception cref="IndexNotFoundException">There is no commit at all.</exception>
    public static (long Sound, IReadOnlyList<long> Damaged) Find(Directory directory, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(directory);
        List<long> generations = [];
        foreach (string name in directory.ListAll())
        {
            if (IndexFileNames.TryParseCommit(name, out long generation))
            {
                generations.Add(generation);
            }
        }

        if (generations.Count == 0)
        {
            throw new IndexNotFoundException($"There is no commit in {directory}.");
        }

        List<long> damaged = [];
        foreach (long generation in generations.OrderDescending())
        {
            if (IndexChecker.CheckCommit(directory, generation, cancellation).IsSound)
            {
                return (generation, damaged);
            }

            damaged.Add(generation);
        }

        return (-1, damaged);
    }

    /// <summary>Sets damaged commits aside, so that the newest of the others is the last one. Nothing is deleted.</summary>
    /// <param name="directory">Where the index is.</param>
    /// <param name="damaged">Generations of the commits.</param>
    /// <returns>The new names of their files.</returns>
    /// <exception cref="LockObtainFailedException">Somebody writes to the index.</exception>
    /// <exception cref="System.IO.IOException">A file cannot be renamed.</exception>
    public static IReadOnlyList<string> SetAside(Directory directory, IEnumerable<long> damaged)
    {
        ArgumentNullException.ThrowIfNull(directory);
        ArgumentNullException.ThrowIfNull(damaged);
        using IndexLock writeLock = directory.ObtainLock(IndexFileNames.WriteLock);
        List<string> aside = [];
        foreach (long generation in damaged)
        {
            string name = IndexFileNames.Commit(generation);
            directory.Rename(name, AsidePrefix + name);
            aside.Add(AsidePrefix + name);
        }

        directory.SyncMetadata();
        return aside;
    }
}
