using System.IO;
using System.IO.Enumeration;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion;

/// <summary>Finds the files that paths, folders and patterns name.</summary>
public static class DocumentFiles
{
    /// <summary>The path that stands for standard input.</summary>
    public const string StandardInput = "-";

    /// <summary>Lists files in ordinal order of their paths, each once.</summary>
    /// <param name="paths">
    /// Files, folders (with all subfolders; only files with a known extension, nothing hidden), patterns with <c>*</c>,
    /// <c>?</c> and <c>**</c> (any number of folders), or <c>-</c>. A file named outright is listed even if missing, so
    /// that reading it reports the error.
    /// </param>
    /// <param name="readers">Readers whose extensions count in folders.</param>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths, DocumentReaders readers)
    {
        ArgumentNullException.ThrowIfNull(paths);
        ArgumentNullException.ThrowIfNull(readers);
        HashSet<string> extensions = [.. readers.Readers.SelectMany(r => r.Extensions)];
        List<string> found = [];
        HashSet<string> seen = new(StringComparer.Ordinal);
        foreach (string path in paths)
        {
            IEnumerable<string> files = path == StandardInput ? [path]
                : Directory.Exists(path) ? InFolder(path).Where(f => IsDocument(f, extensions))
                : !File.Exists(path) && path.AsSpan().ContainsAny("*?") ? ByPattern(path)
                : [path];
            found.AddRange(files.Where(seen.Add));
        }

        return found;
    }

    private static bool IsDocument(string file, HashSet<string> extensions) =>
        extensions.Contains(Path.GetExtension(file).ToLowerInvariant())
        && !file.EndsWith(".meta.json", StringComparison.OrdinalIgnoreCase)
        && !Path.GetFileName(file).StartsWith("~$", StringComparison.Ordinal); // Word's lock files

    private static string[] InFolder(string folder)
    {
        EnumerationOptions options = new()
        {
            RecurseSubdirectories = true,
            IgnoreInaccessible = true,
            AttributesToSkip = FileAttributes.Hidden | FileAttributes.System | FileAttributes.ReparsePoint,
        };
        string[] files = Directory.GetFiles(folder, "*", options);
        Array.Sort(files, StringComparer.Ordinal);
        return files;
    }

    private static IEnumerable<string> ByPattern(string pattern)
    {
        string normal = pattern.Replace('\\', '/');
        int wildcard = normal.AsSpan().IndexOfAny('*', '?');
        int slash = normal.LastIndexOf('/', wildcard);
        string root = slash < 0 ? "." : slash == 0 ? "/" : normal[..slash];
        string rest = normal[(slash + 1)..];
        if (!Directory.Exists(root))
        {
            return [];
        }

        return InFolder(root).Where(f => Matches(Path.GetRelativePath(root, f).Replace('\\', '/').Split('/'), rest.Split('/')))
            .Select(f => slash < 0 ? Path.GetRelativePath(".", f) : f);
    }

    private static bool Matches(ReadOnlySpan<string> path, ReadOnlySpan<string> pattern)
    {
        if (pattern.Length == 0 || path.Length == 0)
        {
            return pattern.Length == 0 && path.Length == 0;
        }

        if (pattern[0] == "**")
        {
            for (int skip = 0; skip <= path.Length; skip++)
            {
                if (Matches(path[skip..], pattern[1..]))
                {
                    return true;
                }
            }

            return false;
        }

        return FileSystemName.MatchesSimpleExpression(pattern[0], path[0], ignoreCase: false) && Matches(path[1..], pattern[1..]);
    }
}
