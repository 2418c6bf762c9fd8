using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Gives the matches of another bulk scorer one score, and stops when that cannot compete. Not thread-safe.</summary>
internal sealed class ConstantBulkScorer(BulkScorer inner, float score) : BulkScorer
{
    // Ranges short enough that little is done in vain once the collector has had enough.
    private const int RangeSize = 8192;

    public override int Score(LeafCollector collector, LiveDocs? live, int min, int max)
    {
        ConstantLeafCollector wrapped = new(collector, score);
        int docId = min;
        while (docId < max)
        {
            if (collector.MinCompetitiveScore > score)
            {
                return DocIdCursor.Exhausted;
            }

            docId = inner.Score(wrapped, live, docId, (int)Math.Min(max, docId + (long)RangeSize));
        }

        return docId;
    }

    private sealed class ConstantLeafCollector(LeafCollector collector, float score) : LeafCollector
    {
        private float[] _scores = [];

        public override void Collect(int docId, float ignored)
        {
            if (collector.MinCompetitiveScore <= score)
            {
                collector.Collect(docId, score);
            }
        }

        public override void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
        {
            if (_scores.Length < docIds.Length)
            {
                _scores = new float[docIds.Length];
                Array.Fill(_scores, score);
            }

            collector.Collect(docIds, _scores.AsSpan(0, docIds.Length));
        }
    }
}
