using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Scores one term a block at a time, leaving out blocks (and whole levels of blocks) whose impacts cannot compete.</summary>
internal sealed class TermBulkScorer(TermScorer scorer, bool needsScores) : BulkScorer
{
    private const int BatchSize = 128;

    public override int Score(LeafCollector collector, LiveDocs? live, int min, int max)
    {
        int docId = scorer.DocId < min ? scorer.Advance(min) : scorer.DocId;
        if (docId >= max)
        {
            return docId;
        }

        BatchBuffers buffers = BatchBuffers.Take();
        while (docId < max)
        {
            int end = max;
            float minScore = collector.MinCompetitiveScore;
            if (minScore > 0)
            {
                int upTo = scorer.Bounds.AdvanceShallow(docId);
                int skipTo = scorer.Bounds.FindNonCompetitiveUpTo(minScore);
                if (skipTo >= 0)
                {
                    docId = skipTo >= max - 1 ? SkipOut(skipTo) : scorer.Advance(skipTo + 1);
                    continue;
                }

                end = (int)Math.Min(max, upTo + 1L);
            }

            int count = scorer.CopyBatch(
                end, buffers.DocIds.AsSpan(0, BatchSize), needsScores ? buffers.Scores.AsSpan(0, BatchSize) : []);
            Candidates.Collect(collector, live, buffers.DocIds, buffers.Scores, count, needsScores);
            docId = scorer.DocId;
        }

        buffers.Return();
        return docId;
    }

    // The rest of the range cannot compete: the cursor stays behind until a later range wants it.
    private static int SkipOut(int skipTo) => skipTo == DocIdCursor.Exhausted ? skipTo : skipTo + 1;
}
