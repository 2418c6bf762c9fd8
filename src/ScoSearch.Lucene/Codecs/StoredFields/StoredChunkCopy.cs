using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>A compressed chunk on its way to another segment.</summary>
/// <param name="DocumentCount">Number of documents in it.</param>
/// <param name="Rest">Everything after the first doc id.</param>
internal readonly record struct StoredChunkCopy(int DocumentCount, IndexInput Rest);
