using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Indexing;

/// <summary>Opens index folders for reading; unlike the engine, does not create what is missing.</summary>
internal static class IndexFolder
{
    /// <exception cref="IndexNotFoundException">There is no such folder.</exception>
    public static FSDirectory Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return System.IO.Directory.Exists(path)
            ? FSDirectory.Open(path)
            : throw new IndexNotFoundException($"no folder '{path}'");
    }
}
