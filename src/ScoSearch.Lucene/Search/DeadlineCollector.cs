using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Passes matches on until a deadline. Not thread-safe.</summary>
internal sealed class DeadlineCollector(Collector inner, CancellationToken deadline) : Collector
{
    public override ScoreMode ScoreMode => inner.ScoreMode;

    public override bool MustStop => deadline.IsCancellationRequested || inner.MustStop;

    public override LeafCollector? GetLeafCollector(LeafReaderContext leaf) => inner.GetLeafCollector(leaf);
}
