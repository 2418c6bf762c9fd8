using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>An index in memory, built the simplest way from lists of documents; the slow twin of the real readers.</summary>
public sealed class NaiveIndexReader : IndexReader
{
    private readonly List<LeafReaderContext> _leaves = [];

    /// <param name="segments">Documents of each segment.</param>
    /// <param name="blockSize">Documents under one impact entry; small numbers make pruning happen in small indexes.</param>
    public NaiveIndexReader(IEnumerable<IReadOnlyList<NaiveDocument>> segments, int blockSize = 128)
    {
        foreach (IReadOnlyList<NaiveDocument> documents in segments)
        {
            NaiveLeafReader leaf = new(documents, blockSize);
            _leaves.Add(new LeafReaderContext(leaf, _leaves.Count, MaxDoc));
            MaxDoc += leaf.MaxDoc;
            NumDocs += leaf.NumDocs;
        }
    }

    public bool IsClosed { get; private set; }

    public override IReadOnlyList<LeafReaderContext> Leaves => _leaves;

    public override int MaxDoc { get; }

    public override int NumDocs { get; }

    protected override void Close() => IsClosed = true;
}
