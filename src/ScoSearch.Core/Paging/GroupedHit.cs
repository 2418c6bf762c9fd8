using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Paging;

/// <summary>A hit of a collapsed answer. Immutable.</summary>
/// <param name="Hit">The paragraph.</param>
/// <param name="More">Further matching paragraphs of its document that are not shown.</param>
internal readonly record struct GroupedHit(ScoreDoc Hit, long More);
