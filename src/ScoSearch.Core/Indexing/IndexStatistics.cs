using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Indexing;

/// <summary>Size and origin of an index. Immutable.</summary>
public sealed record IndexStatistics
{
    /// <summary>Number of documents.</summary>
    public required int Documents { get; init; }

    /// <summary>Number of paragraphs, noise included.</summary>
    public required int Paragraphs { get; init; }

    /// <summary>Number of segments.</summary>
    public required int Segments { get; init; }

    /// <summary>Paragraphs that were deleted but still take space.</summary>
    public required int DeletedParagraphs { get; init; }

    /// <summary>Size of all files, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Number of the commit.</summary>
    public required long Generation { get; init; }

    /// <summary>Version of the fields, or null when ScoSearch did not make the index.</summary>
    public required string? Schema { get; init; }

    /// <summary>Version of ScoSearch that made the commit, or null.</summary>
    public required string? ProductVersion { get; init; }

    /// <summary>Fingerprint of the dictionaries the index was built with, or null.</summary>
    public required string? Dictionary { get; init; }

    /// <summary>Reads the statistics of the last commit. Whatever dictionaries it was built with.</summary>
    /// <param name="indexPath">Folder of the index.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    /// <remarks>Cost: a few columns of all paragraphs.</remarks>
    public static IndexStatistics Read(string indexPath)
    {
        using FSDirectory directory = IndexFolder.Open(indexPath);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        IReadOnlyDictionary<string, string> data = reader.CommitUserData;
        string? words = data.GetValueOrDefault(IndexCommitData.WordsKey);
        string? synonyms = data.GetValueOrDefault(IndexCommitData.SynonymsKey);
        return new IndexStatistics
        {
            Documents = IndexContents.Read(reader).Documents.Count,
            Paragraphs = reader.NumDocs,
            Segments = reader.Leaves.Count,
            DeletedParagraphs = reader.MaxDoc - reader.NumDocs,
            Bytes = directory.ListAll().Sum(directory.FileLength),
            Generation = reader.Generation,
            Schema = data.GetValueOrDefault(IndexCommitData.SchemaKey),
            ProductVersion = data.GetValueOrDefault(IndexCommitData.ProductKey),
            Dictionary = words is null ? null : $"{words}-{synonyms}",
        };
    }
}
