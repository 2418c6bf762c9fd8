using ScoSearch.Core.Indexing;
using ScoSearch.Core.Suggesting;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Variants;

/// <summary>What is made from the words of a snapshot when it is first asked for, and kept as long as the snapshot. Thread-safe.</summary>
internal sealed class SnapshotVariants(IndexReader reader, ParagraphAnalysis analysis)
{
    // Guards the making: the first who asks makes it, others wait. One who gives up leaves nothing half made.
    private readonly Lock _making = new();
    private Suggester? _suggester;

    /// <summary>Completes what is typed; made by the first call.</summary>
    /// <exception cref="OperationCanceledException">The making was cancelled.</exception>
    public Suggester GetSuggester(CancellationToken cancellation)
    {
        if (Volatile.Read(ref _suggester) is { } made)
        {
            return made;
        }

        lock (_making)
        {
            return _suggester ??= new Suggester(Vocabulary.Read(reader, analysis, cancellation));
        }
    }
}
