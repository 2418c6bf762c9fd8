using System.Collections.Concurrent;
using ScoSearch.Core.Columns;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Querying;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Core.Reading;

/// <summary>What all questions to one snapshot share: its reader, and what is worked out from it once. Thread-safe.</summary>
internal sealed class IndexSnapshot
{
    // For paragraphs a second occurrence says little and length says less than for whole documents: measured on the shared
    // retrieval sets, where these values beat BM25's usual ones (1.2, 0.75) on each.
    // A query of the greatest length has a word and a bigram a character at most.
    private static readonly IndexSearcherOptions Options = new()
    {
        Similarity = new Bm25Similarity(0.22f, 0.55f) { LengthExponent = 0.7f },
        MaxClauseCount = 4 * SearchRequest.MaxQueryLength,
        MaxPatternTerms = QueryLimits.PatternTerms,
        MaxAutomatonStates = QueryLimits.AutomatonStates,
    };

    private readonly ConcurrentDictionary<string, Lazy<GlobalOrdinals>> _ordinals = new(StringComparer.Ordinal);
    private readonly Lazy<DocumentCatalog> _catalog;

    public IndexSnapshot(IndexReader reader, ParagraphAnalysis analysis)
    {
        Reader = reader;
        Analysis = analysis;
        Built = IndexCommitData.ReadTime((reader as DirectoryReader)?.CommitUserData) is DateTimeOffset time
            ? DateOnly.FromDateTime(time.UtcDateTime)
            : null;
        Searcher = new IndexSearcher(reader, Options);
        Store = new ParagraphStore(Searcher);
        _catalog = new Lazy<DocumentCatalog>(() => DocumentCatalog.Read(reader, OrdinalsOf(ParagraphFields.Document)));
    }

    public IndexReader Reader { get; }

    /// <summary>The day the commit was made; null when it does not say.</summary>
    public DateOnly? Built { get; }

    public ParagraphAnalysis Analysis { get; }

    public IndexSearcher Searcher { get; }

    public ParagraphStore Store { get; }

    /// <summary>The documents; read when first asked for.</summary>
    public DocumentCatalog Catalog => _catalog.Value;

    /// <summary>Numbers of a column's values; read when first asked for.</summary>
    public GlobalOrdinals OrdinalsOf(string field) => _ordinals.GetOrAdd(
        field, static (name, reader) => new Lazy<GlobalOrdinals>(() => GlobalOrdinals.Read(reader, name)), Reader).Value;
}
