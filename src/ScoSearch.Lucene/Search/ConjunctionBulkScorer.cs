using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Scores a conjunction, with optional clauses or without, in batches of the rarest clause's documents. Not thread-safe.</summary>
/// <remarks>
/// The rarest clause yields a batch of (document, score); each other clause keeps the documents it has too and adds its score;
/// before each, documents that cannot reach the competitive score with the bounds of the clauses still to come are dropped. Ranges of
/// the rarest clause's blocks whose bounds together cannot compete are left out (block-max AND; Ding and Suel 2011).
/// Required scores are a double sum cast once; an optional score is added to that as a float.
/// </remarks>
internal sealed class ConjunctionBulkScorer : BulkScorer
{
    private const int BatchSize = 128;

    private readonly Scorer[] _required;
    private readonly bool[] _isScoring;
    private readonly int _scoringCount;
    private readonly Scorer? _optional;
    private readonly Scorer? _excluded;
    private readonly bool _needsScores;

    // _remaining[i] bounds what the clauses after i, the optional ones included, can add in the current range.
    private readonly double[] _remaining;
    private readonly float[] _bounds;

    private int[] _docIds = [];
    private double[] _sums = [];
    private float[] _scores = [];

    /// <param name="scoring">Required clauses that score; none with a second step.</param>
    /// <param name="filters">Required clauses that do not; likewise.</param>
    /// <param name="optional">Adds to the score where it matches, or null.</param>
    /// <param name="excluded">Must not match, or null.</param>
    /// <param name="needsScores">Whether scores are wanted at all.</param>
    public ConjunctionBulkScorer(
        Scorer[] scoring, Scorer[] filters, Scorer? optional, Scorer? excluded, bool needsScores)
    {
        (Scorer Scorer, bool IsScoring)[] byCost =
            [.. scoring.Select(s => (s, true)).Concat(filters.Select(s => (s, false))).OrderBy(pair => pair.s.Cost)];
        _required = Array.ConvertAll(byCost, pair => pair.Scorer);
        _isScoring = Array.ConvertAll(byCost, pair => pair.IsScoring && needsScores);
        _scoringCount = scoring.Length;
        _optional = needsScores ? optional : null;
        _excluded = excluded;
        _needsScores = needsScores;
        _remaining = new double[byCost.Length];
        _bounds = new float[byCost.Length];
    }

    public override int Score(LeafCollector collector, LiveDocs? live, int min, int max)
    {
        BatchBuffers buffers = BatchBuffers.Take();
        _docIds = buffers.DocIds;
        _sums = buffers.DocSums;
        _scores = buffers.Scores;
        int next = ScoreRange(collector, live, min, max);
        buffers.Return();
        return next;
    }

    private int ScoreRange(LeafCollector collector, LiveDocs? live, int min, int max)
    {
        Scorer lead = _required[0];
        int docId = Leap(lead.DocId < min ? lead.Advance(min) : lead.DocId);
        while (docId < max)
        {
            int end = max;
            float minScore = _needsScores ? collector.MinCompetitiveScore : 0;
            if (minScore > 0)
            {
                end = (int)Math.Min(max, lead.AdvanceShallow(docId) + 1L);
                if (UpdateBounds(docId, end) < minScore)
                {
                    if (end >= max)
                    {
                        return end;
                    }

                    docId = Leap(lead.Advance(end));
                    continue;
                }
            }

            ScoreBatch(collector, live, end, minScore);
            docId = Leap(lead.DocId);
        }

        return docId;
    }

    // Moves the lead on to where the clause that is farthest stands: nothing before it can match.
    private int Leap(int docId)
    {
        for (int i = 1; i < _required.Length; i++)
        {
            if (_required[i].DocId > docId)
            {
                docId = _required[0].Advance(_required[i].DocId);
            }
        }

        return docId;
    }

    private float UpdateBounds(int docId, int end)
    {
        double sum = 0;
        for (int i = 0; i < _required.Length; i++)
        {
            _bounds[i] = 0;
            if (_isScoring[i] && _required[i].DocId < end)
            {
                _required[i].AdvanceShallow(Math.Max(docId, _required[i].DocId));
                _bounds[i] = _required[i].GetMaxScore(end - 1);
                sum += _bounds[i];
            }
        }

        float optional = OptionalBound(docId, end);
        double remaining = optional;
        for (int i = _required.Length - 1; i >= 0; i--)
        {
            _remaining[i] = remaining;
            remaining += _bounds[i];
        }

        return (float)(ScoreBound.Round(sum, _scoringCount) + optional);
    }

    private float OptionalBound(int docId, int end)
    {
        if (_optional is null || _optional.DocId >= end)
        {
            return 0;
        }

        _optional.AdvanceShallow(Math.Max(docId, _optional.DocId));
        return _optional.GetMaxScore(end - 1);
    }

    private void ScoreBatch(LeafCollector collector, LiveDocs? live, int end, float minScore)
    {
        bool leadScores = _isScoring[0];
        int count = _required[0].CopyBatch(
            end, _docIds.AsSpan(0, BatchSize), leadScores ? _scores.AsSpan(0, BatchSize) : []);
        for (int i = 0; i < count; i++)
        {
            _sums[i] = leadScores ? _scores[i] : 0;
        }

        count = live is null ? count : Candidates.RetainLive(live, _docIds, _sums, count);
        double threshold = Threshold(minScore);
        for (int i = 1; i < _required.Length && count > 0; i++)
        {
            if (minScore > 0)
            {
                count = Candidates.RetainCompetitive(threshold - _remaining[i - 1], _docIds, _sums, count);
            }

            count = _required[i].Intersect(_docIds.AsSpan(0, count), _sums.AsSpan(0, count), _isScoring[i]);
        }

        if (minScore > 0)
        {
            count = Candidates.RetainCompetitive(threshold - _remaining[^1], _docIds, _sums, count);
        }

        count = _excluded is null ? count : Candidates.RemoveMatches(_excluded, _docIds, _sums, count);
        if (count > 0)
        {
            Finish(count);
            collector.Collect(_docIds.AsSpan(0, count), _needsScores ? _scores.AsSpan(0, count) : []);
        }
    }

    // With optional clauses two roundings to float stand between the sums and the score: 2^-22 of slack covers both.
    private double Threshold(float minScore) =>
        _optional is null ? Candidates.Threshold(minScore) : minScore * (1 - (1.0 / (1 << 22)));

    private void Finish(int count)
    {
        TwoPhaseCursor? twoPhase = _optional?.TwoPhase;
        DocIdCursor? cursor = twoPhase?.Approximation ?? _optional;
        for (int i = 0; i < count; i++)
        {
            float score = (float)_sums[i];
            if (cursor is not null)
            {
                int docId = _docIds[i];
                int at = cursor.DocId < docId ? cursor.Advance(docId) : cursor.DocId;
                if (at == docId && (twoPhase is null || twoPhase.Matches()))
                {
                    score = (float)(score + _optional!.Score());
                }
            }

            _scores[i] = score;
        }
    }
}
