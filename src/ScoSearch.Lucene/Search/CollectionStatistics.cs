namespace ScoSearch.Lucene.Search;

/// <summary>Sums over all segments for one field, deleted documents included. Immutable.</summary>
/// <param name="DocCount">Documents with at least one term in the field; at least 1.</param>
/// <param name="SumTotalTermFreq">Number of tokens.</param>
/// <param name="SumDocFreq">Number of postings.</param>
internal sealed record CollectionStatistics(long DocCount, long SumTotalTermFreq, long SumDocFreq);
