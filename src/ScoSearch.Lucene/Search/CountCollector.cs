using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Counts matches. Not thread-safe.</summary>
internal sealed class CountCollector : Collector
{
    public long Count { get; private set; }

    public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

    public override LeafCollector GetLeafCollector(LeafReaderContext leaf) => new Leaf(this);

    private sealed class Leaf(CountCollector owner) : LeafCollector
    {
        public override void Collect(int docId, float score) => owner.Count++;

        public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores) => owner.Count += docIds.Length;
    }
}
