using System.IO;
using ScoSearch.Core.Documents;
using Directory = System.IO.Directory;

namespace ScoSearch.Core.Indexing;

/// <summary>Finds the files that paths, folders and patterns stand for. Thread-safe.</summary>
/// <remarks>
/// <para>A file stands for itself, whatever its name; its id is its name. A folder stands for all files below it whose
/// extension a reader knows; ids are relative to it. A pattern with <c>*</c>, <c>?</c> or <c>**</c> stands for the files it
/// matches; ids are relative to the folder before the first wildcard.</para>
/// <para>Hidden files and folders, metadata files (<c>NAME.meta.json</c>), lock files of word processors (<c>~$NAME</c>) and
/// linked folders are passed over, unless a path names them.</para>
/// </remarks>
public static class DocumentFiles
{
    /// <summary>Finds files.</summary>
    /// <param name="paths">Files, folders and patterns.</param>
    /// <param name="readers">Readers that say which extensions are known, or null for the default ones.</param>
    /// <param name="failures">Takes paths that stand for nothing.</param>
    /// <returns>The files by rising id, in ordinal order; each id once.</returns>
    public static IReadOnlyList<DocumentFile> Find(
        IEnumerable<string> paths, DocumentReaders? readers, ICollection<IndexingFailure> failures)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(failures);
        HashSet<string> extensions = (readers ?? DocumentReaders.Default).Readers
            .SelectMany(r => r.Extensions).ToHashSet(StringComparer.OrdinalIgnoreCase);
        SortedDictionary<string, DocumentFile> found = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            int before = failures.Count;
            int added = 0;
            foreach (DocumentFile file in FindOne(path, extensions, failures))
            {
                added++;
                if (!found.TryAdd(file.Id, file) && !IsSame(found[file.Id].Path, file.Path))
                {
                    failures.Add(new IndexingFailure(
                        file.Path, $"its id '{file.Id}' is taken by '{found[file.Id].Path}'; index a common folder instead"));
                }
            }

            if (added == 0 && failures.Count == before && !Directory.Exists(path))
            {
                failures.Add(new IndexingFailure(path, "no such file", DocumentReadError.NotFound));
            }
        }

        return [.. found.Values];
    }

    private static List<DocumentFile> FindOne(
        string path, HashSet<string> extensions, ICollection<IndexingFailure> failures)
    {
        if (string.IsNullOrWhiteSpace(path))
        {
            return [];
        }

        if (File.Exists(path))
        {
            return [new DocumentFile(Path.GetFileName(path), path, new FileInfo(path).Length)];
        }

        if (Directory.Exists(path))
        {
            return Below(path, file => extensions.Contains(Path.GetExtension(file)), failures);
        }

        return GlobPattern.TryParse(path, out GlobPattern? pattern) && Directory.Exists(pattern.Root)
            ? Below(pattern.Root, pattern.IsMatch, failures)
            : [];
    }

    private static List<DocumentFile> Below(
        string root, Func<string, bool> isWanted, ICollection<IndexingFailure> failures)
    {
        List<DocumentFile> files = [];
        Stack<string> folders = new([root]);
        while (folders.TryPop(out string? folder))
        {
            try
            {
                foreach (FileSystemInfo entry in Entries(folder))
                {
                    if (entry is DirectoryInfo)
                    {
                        // A linked folder may lead back to where we are.
                        if (entry.LinkTarget is null)
                        {
                            folders.Push(entry.FullName);
                        }

                        continue;
                    }

                    string relative = Path.GetRelativePath(root, entry.FullName).Replace('\\', '/');
                    if (!IsPassedOver(entry.Name) && isWanted(relative))
                    {
                        files.Add(new DocumentFile(relative, Path.Combine(root, relative), LengthOf(entry)));
                    }
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                failures.Add(new IndexingFailure(
                    folder, "the folder cannot be read: " + e.Message, DocumentReadError.Unreadable));
            }
        }

        return files;
    }

    // A file may be gone by now; reading it says so.
    private static long LengthOf(FileSystemInfo entry) => entry is FileInfo { Exists: true } file ? file.Length : 0;

    private static IEnumerable<FileSystemInfo> Entries(string folder) =>
        new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions
        {
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System,
            IgnoreInaccessible = false,
            MatchType = MatchType.Simple,
        });

    private static bool IsPassedOver(string name) =>
        name.StartsWith('.') || name.StartsWith("~$", StringComparison.Ordinal)
        || name.EndsWith(".meta.json", StringComparison.OrdinalIgnoreCase);

    private static bool IsSame(string a, string b) =>
        string.Equals(Path.GetFullPath(a), Path.GetFullPath(b), StringComparison.Ordinal);
}
