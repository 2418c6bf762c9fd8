using ScoSearch.Core.Indexing;
using ScoSearch.Ingestion;

namespace ScoSearch.Api.Hosting;

/// <summary>Builds the index over the service's corpus.</summary>
internal static class CorpusIndexing
{
    /// <summary>Indexes every document below the corpus folder, new and changed ones only when there is an index already.</summary>
    public static IndexingSummary Build(DataFolder folder, CancellationToken cancellation)
    {
        using Indexer indexer = new(folder.Index, new IndexerOptions { Readers = IngestionReaders.Default });
        return indexer.Run(new IndexingRequest { Paths = [folder.Corpus] }, progress: null, cancellation);
    }
}
