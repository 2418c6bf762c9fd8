using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>One segment as an index of its own. Thread-safe; does not own the segment.</summary>
internal sealed class SingleLeafReader(LeafReader leaf) : IndexReader
{
    private readonly LeafReaderContext[] _leaves = [new LeafReaderContext(leaf, 0, 0)];

    public override IReadOnlyList<LeafReaderContext> Leaves => _leaves;

    public override int MaxDoc => leaf.MaxDoc;

    public override int NumDocs => leaf.NumDocs;

    protected override void Close()
    {
    }
}
