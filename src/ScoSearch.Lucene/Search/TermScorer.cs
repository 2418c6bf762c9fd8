using System.Buffers;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Scores one term's postings. Not thread-safe.</summary>
internal sealed class TermScorer : Scorer
{
    private readonly PostingsEnum _postings;
    private readonly LeafBm25 _leaf;
    private ImpactBounds? _bounds;

    public TermScorer(PostingsEnum postings, LeafBm25 leaf)
    {
        _postings = postings;
        _leaf = leaf;
    }

    public override int DocId => _postings.DocId;

    public override long Cost => _postings.Cost;

    public int Freq => _postings.Freq;

    public LeafBm25 LeafScores => _leaf;

    /// <summary>Bounds; made when first asked for, as exhaustive searches do without.</summary>
    public ImpactBounds Bounds => _bounds ??= new ImpactBounds(_postings, _leaf.Scorer);

    public override int NextDoc() => _postings.NextDoc();

    public override int Advance(int target) => _postings.Advance(target);

    public override float Score() => _leaf.Score(_postings.DocId, _postings.Freq);

    public override int AdvanceShallow(int target) => Bounds.AdvanceShallow(target);

    public override float GetMaxScore(int upTo) => Bounds.GetMaxScore(upTo);

    public override int CopyBatch(int endDocId, Span<int> docIds, Span<float> scores)
    {
        if (scores.IsEmpty)
        {
            return _postings.CopyBlock(endDocId, docIds, []);
        }

        int[] freqs = ArrayPool<int>.Shared.Rent(docIds.Length);
        try
        {
            int count = _postings.CopyBlock(endDocId, docIds, freqs.AsSpan(0, docIds.Length));
            _leaf.Score(docIds[..count], freqs.AsSpan(0, count), scores);
            return count;
        }
        finally
        {
            ArrayPool<int>.Shared.Return(freqs);
        }
    }

    // The same as the base methods with one virtual call a document less; the postings are sealed types in practice.
    public override int Intersect(Span<int> docIds, Span<double> sums, bool addScores)
    {
        int kept = 0;
        int at = _postings.DocId;
        for (int i = 0; i < docIds.Length; i++)
        {
            int docId = docIds[i];
            if (at < docId)
            {
                at = _postings.Advance(docId);
            }

            if (at == docId)
            {
                docIds[kept] = docId;
                sums[kept++] = addScores ? sums[i] + _leaf.Score(docId, _postings.Freq) : sums[i];
            }
        }

        return kept;
    }

    public override void AddScores(ReadOnlySpan<int> docIds, Span<double> sums)
    {
        int at = _postings.DocId;
        for (int i = 0; i < docIds.Length; i++)
        {
            int docId = docIds[i];
            if (at < docId)
            {
                at = _postings.Advance(docId);
            }

            if (at == docId)
            {
                sums[i] += _leaf.Score(docId, _postings.Freq);
            }
        }
    }
}
