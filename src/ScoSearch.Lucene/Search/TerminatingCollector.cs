using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Passes matches on until there have been enough. Not thread-safe.</summary>
internal sealed class TerminatingCollector(Collector inner, int limit) : Collector
{
    private int _left = limit;

    /// <summary>True when the limit was reached, so that matches may have been left out.</summary>
    public bool HasTerminated => _left == 0;

    public override ScoreMode ScoreMode => inner.ScoreMode;

    public override LeafCollector? GetLeafCollector(LeafReaderContext leaf) =>
        _left > 0 && inner.GetLeafCollector(leaf) is { } collector ? new Leaf(this, collector) : null;

    private sealed class Leaf(TerminatingCollector owner, LeafCollector inner) : LeafCollector
    {
        public override float MinCompetitiveScore =>
            owner._left == 0 ? float.PositiveInfinity : inner.MinCompetitiveScore;

        public override void Collect(int docId, float score)
        {
            if (owner._left > 0)
            {
                owner._left--;
                inner.Collect(docId, score);
            }
        }

        public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
        {
            int count = Math.Min(owner._left, docIds.Length);
            if (count > 0)
            {
                owner._left -= count;
                inner.Collect(docIds[..count], scores.IsEmpty ? [] : scores[..count]);
            }
        }
    }
}
