using System.IO;

namespace ScoSearch.Api.Hosting;

/// <summary>Where the service finds its corpus, dictionaries, uploads and index. Immutable.</summary>
/// <param name="Corpus">Folder of documents.</param>
/// <param name="Dictionaries">Folder of user words and synonyms.</param>
/// <param name="Uploads">Folder of documents that came over HTTP.</param>
/// <param name="Index">Folder of the index.</param>
internal sealed record DataFolder(string Corpus, string Dictionaries, string Uploads, string Index)
{
    /// <summary>Resolves the configured paths; a relative one is looked for in the current folder and the folders above it,
    /// so that the service starts the same from the repository's root and from the project's folder.</summary>
    /// <exception cref="DirectoryNotFoundException">There is no such folder.</exception>
    public static DataFolder Find(ServiceOptions options)
    {
        string data = Locate(options.DataPath);
        return new DataFolder(
            Path.Combine(data, "corpus"),
            Path.Combine(data, "dictionaries"),
            Path.Combine(data, "uploads"),
            options.IndexPath ?? Path.Combine(data, "index"));
    }

    private static string Locate(string path)
    {
        if (Path.IsPathFullyQualified(path))
        {
            return Directory.Exists(path) ? path : throw new DirectoryNotFoundException($"There is no folder {path}.");
        }

        for (DirectoryInfo? folder = new(Directory.GetCurrentDirectory()); folder is not null; folder = folder.Parent)
        {
            string candidate = Path.Combine(folder.FullName, path);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        throw new DirectoryNotFoundException($"There is no folder {path} in {Directory.GetCurrentDirectory()} or above it.");
    }
}
