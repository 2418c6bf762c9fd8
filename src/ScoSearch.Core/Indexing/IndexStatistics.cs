using ScoSearch.Core.Columns;
using ScoSearch.Core.Reading;
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

    /// <summary>Number of paragraphs by kind; kinds there are none of are left out.</summary>
    public required IReadOnlyDictionary<string, int> ParagraphsByKind { get; init; }

    /// <summary>Number of segments.</summary>
    public required int Segments { get; init; }

    /// <summary>Paragraphs that were deleted but still take space.</summary>
    public required int DeletedParagraphs { get; init; }

    /// <summary>Size of all files of the folder, in bytes.</summary>
    public required long Bytes { get; init; }

    /// <summary>Number of the commit.</summary>
    public required long Generation { get; init; }

    /// <summary>When the commit was made; null when it does not say.</summary>
    public required DateTimeOffset? Built { get; init; }

    /// <summary>Version of the fields, or null when ScoSearch did not make the index.</summary>
    public required string? Schema { get; init; }

    /// <summary>Version of ScoSearch that made the commit, or null.</summary>
    public required string? ProductVersion { get; init; }

    /// <summary>Fingerprint of the dictionaries the index was built with, or null.</summary>
    public required string? Dictionary { get; init; }

    /// <summary>Fingerprint of the user words alone, or null.</summary>
    public required string? Words { get; init; }

    /// <summary>Fingerprint of the synonyms alone, or null.</summary>
    public required string? Synonyms { get; init; }

    /// <summary>Reads the statistics of the last commit. Whatever dictionaries it was built with.</summary>
    /// <param name="indexPath">Folder of the index.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    /// <remarks>Cost: a few columns of all paragraphs.</remarks>
    public static IndexStatistics Read(string indexPath)
    {
        using FSDirectory directory = IndexFolder.Open(indexPath);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        return Create(
            reader, DocumentCatalog.Read(reader, GlobalOrdinals.Read(reader, ParagraphFields.Document)));
    }

    /// <summary>The statistics of an open snapshot.</summary>
    internal static IndexStatistics Create(DirectoryReader reader, DocumentCatalog documents)
    {
        IReadOnlyDictionary<string, string> data = reader.CommitUserData;
        string? words = data.GetValueOrDefault(IndexCommitData.WordsKey);
        string? synonyms = data.GetValueOrDefault(IndexCommitData.SynonymsKey);
        return new IndexStatistics
        {
            Documents = documents.Count,
            Paragraphs = reader.NumDocs,
            ParagraphsByKind = documents.CountByKind(),
            Segments = reader.Leaves.Count,
            DeletedParagraphs = reader.MaxDoc - reader.NumDocs,
            Bytes = SumLengths(reader.Directory),
            Generation = reader.Generation,
            Built = IndexCommitData.ReadTime(data),
            Schema = data.GetValueOrDefault(IndexCommitData.SchemaKey),
            ProductVersion = data.GetValueOrDefault(IndexCommitData.ProductKey),
            Dictionary = words is null ? null : $"{words}-{synonyms}",
            Words = words,
            Synonyms = synonyms,
        };
    }

    // A writer may delete files of an older commit between listing and measuring: they count as gone.
    private static long SumLengths(Lucene.Store.Directory directory)
    {
        long sum = 0;
        foreach (string name in directory.ListAll())
        {
            try
            {
                sum += directory.FileLength(name);
            }
            catch (System.IO.FileNotFoundException)
            {
                continue;
            }
        }

        return sum;
    }
}
