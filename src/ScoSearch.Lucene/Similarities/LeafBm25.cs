using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Similarities;

/// <summary>A <see cref="Bm25Scorer"/> with the norms of one segment. Not thread-safe: it may move a norms cursor, forwards only.</summary>
internal sealed class LeafBm25
{
    // A field without norms scores as if each were 1.
    private const long NoNorm = 1;

    private readonly FieldNorms? _norms;
    private readonly bool _isDense;
    private NumericDocValues? _cursor;

    public LeafBm25(Bm25Scorer scorer, FieldNorms? norms)
    {
        Scorer = scorer;
        _norms = norms;
        _isDense = norms is not null && !norms.Dense.IsEmpty;
    }

    public Bm25Scorer Scorer { get; }

    public float Score(int docId, float freq) => Scorer.Score(freq, NormOf(docId));

    public void Score(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, Span<float> scores)
    {
        if (_isDense)
        {
            Scorer.Score(docIds, freqs, _norms!.Dense, scores);
            return;
        }

        for (int i = 0; i < docIds.Length; i++)
        {
            scores[i] = Scorer.Score(freqs[i], NormOf(docIds[i]));
        }
    }

    public long NormOf(int docId)
    {
        if (_isDense)
        {
            return _norms!.Dense[docId];
        }

        if (_norms is null)
        {
            return NoNorm;
        }

        _cursor ??= _norms.GetCursor();
        return _cursor.AdvanceExact(docId) ? _cursor.LongValue : NoNorm;
    }
}
