using System.Collections.Concurrent;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>What queries need to know to bind themselves to an index: one search of one searcher. Thread-safe.</summary>
internal sealed class SearchContext(
    IndexReader reader,
    IndexSearcherOptions options,
    ConcurrentDictionary<string, FieldStatistics> fields,
    SearchScratch? scratch,
    Func<bool>? mustStop,
    CancellationToken cancellation)
{
    /// <summary>
    /// Buffers that are used again from segment to segment; null when cursors must outlive their segment's turn or several
    /// threads share the context. The one part that is not thread-safe.
    /// </summary>
    public SearchScratch? Scratch { get; } = scratch;

    public IndexReader Reader { get; } = reader;

    public IndexSearcherOptions Options { get; } = options;

    public CancellationToken Cancellation { get; } = cancellation;

    /// <summary>
    /// Whether the search shall end with what was found so far; asked where binding a query to an index takes long. What is left
    /// out then is not found: whoever says so must call the result partial.
    /// </summary>
    /// <exception cref="OperationCanceledException">The search was cancelled.</exception>
    public bool MustStop()
    {
        Cancellation.ThrowIfCancellationRequested();
        return mustStop?.Invoke() == true;
    }

    /// <summary>Statistics of a field; null when no segment has a term in it.</summary>
    public FieldStatistics? GetField(string field)
    {
        if (fields.TryGetValue(field, out FieldStatistics? known))
        {
            return known;
        }

        FieldStatistics? found = FieldStatistics.Compute(Reader, field, Options.Similarity);
        return found is null ? null : fields.GetOrAdd(field, found);
    }

    /// <summary>Scores of one term.</summary>
    public static Bm25Scorer CreateScorer(FieldStatistics field, long docFreq, float boost) =>
        new(field.Bm25, boost, Bm25Similarity.Idf(docFreq, field.Collection.DocCount));
}
