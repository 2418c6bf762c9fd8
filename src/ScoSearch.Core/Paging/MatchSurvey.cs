using ScoSearch.Core.Facets;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Paging;

/// <summary>Sees every match once and hands it to whoever counts, groups or sorts. Not thread-safe.</summary>
/// <param name="facets">Facets to count.</param>
/// <param name="groups">Groups matches by document; null when they are not collapsed.</param>
/// <param name="sorted">Sorts matches; null when they are not sorted by value.</param>
/// <param name="minScore">Matches with a lower final score do not count.</param>
/// <param name="rescored">Final scores, by index-wide doc id, where they are not those of the query.</param>
/// <param name="timeUp">Ends the survey early.</param>
internal sealed class MatchSurvey(
    IReadOnlyList<FacetColumn> facets,
    DocumentGroups? groups,
    SortedHits? sorted,
    float minScore,
    IReadOnlyDictionary<int, float> rescored,
    CancellationToken timeUp) : Collector
{
    /// <summary>Number of matches that count.</summary>
    public long Total { get; private set; }

    /// <inheritdoc/>
    public override ScoreMode ScoreMode => NeedsScores ? ScoreMode.Complete : ScoreMode.CompleteNoScores;

    /// <inheritdoc/>
    public override bool MustStop => timeUp.IsCancellationRequested;

    private bool NeedsScores => groups is not null || sorted is not null || minScore > 0;

    /// <inheritdoc/>
    public override LeafCollector GetLeafCollector(LeafReaderContext leaf)
    {
        groups?.SetLeaf(leaf);
        sorted?.SetLeaf(leaf);
        foreach (FacetColumn facet in facets)
        {
            facet.SetLeaf(leaf);
        }

        return NeedsScores ? new ScoredLeaf(this, leaf.DocBase) : new CountingLeaf(this);
    }

    private void Count(ReadOnlySpan<int> docIds)
    {
        Total += docIds.Length;
        foreach (FacetColumn facet in facets)
        {
            facet.Count(docIds);
        }
    }

    private sealed class CountingLeaf(MatchSurvey owner) : LeafCollector
    {
        public override void Collect(int docId, float score) => owner.Count([docId]);

        public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores) => owner.Count(docIds);
    }

    private sealed class ScoredLeaf(MatchSurvey owner, int docBase) : LeafCollector
    {
        public override void Collect(int docId, float score)
        {
            float final = owner.GetFinalScore(docBase + docId, score);
            if (final >= owner.MinScore)
            {
                owner.Count([docId]);
                owner.Place(docId, final);
            }
        }
    }

    private float MinScore => minScore;

    private float GetFinalScore(int docId, float score) => rescored.TryGetValue(docId, out float final) ? final : score;

    private void Place(int docId, float score)
    {
        groups?.Add(docId, score);
        sorted?.Add(docId, score);
    }
}
