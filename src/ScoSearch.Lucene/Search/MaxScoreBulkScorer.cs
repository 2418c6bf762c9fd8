using System.Numerics;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Scores a disjunction window by window with block-max MAXSCORE. Not thread-safe.</summary>
/// <remarks>
/// In each window (a range of documents over which the bounds of the impacts hold) the clauses are split: as many as possible whose
/// bounds together stay below the score that competes are non-essential, for a document that matches only those cannot compete.
/// The essential clauses are added up, a batch of postings at a time, in an array of doubles with a bit set of matches; their
/// documents are the candidates. The non-essential clauses are then looked up for the candidates alone, the one with the
/// largest bound first, and candidates that cannot reach the score any more are dropped before each. While nothing competes yet
/// all clauses are essential, which is plain exhaustive scoring in windows.
/// Example: bounds 1, 2 and 5, minimum 4: {1, 2} are non-essential, only documents of the third are looked at.
/// Sources: Turtle and Flood, "Query evaluation: strategies and optimizations" (1995); Ding and Suel, "Faster top-k document
/// retrieval using block-max indexes" (2011). Sums are doubles of float scores, cast once; no order of additions is relied on.
/// </remarks>
internal sealed class MaxScoreBulkScorer : BulkScorer
{
    private const int WindowSize = BatchBuffers.Size;
    private const int BatchSize = 128;

    // Windows are made longer while each yields fewer candidates than this for each clause.
    private const int WantedCandidates = 32;

    private readonly Scorer[] _filters;
    private readonly Scorer? _excluded;
    private readonly bool _needsScores;

    // Invariant: clauses [0.._firstEssential) are non-essential; _boundSums[i] is the sum of the bounds of clauses [0..i].
    private readonly Clause[] _clauses;
    private readonly Clause[] _sorted;
    private readonly double[] _boundSums;
    private int _firstEssential;

    private int _minWindowSize = 1;
    private long _windows;
    private long _candidates;

    // Scratch, taken for the time of a call. Invariant between windows: _sums and _bits are zero.
    private double[] _sums = [];
    private readonly ulong[] _bits = new ulong[WindowSize / 64];
    private int[] _docIds = [];
    private double[] _docSums = [];
    private float[] _scores = [];

    public MaxScoreBulkScorer(Scorer[] scorers, Scorer[] filters, Scorer? excluded, bool needsScores)
    {
        _clauses = Array.ConvertAll(scorers, scorer => new Clause(scorer));
        _sorted = new Clause[scorers.Length];
        _boundSums = new double[scorers.Length];
        _filters = filters;
        _excluded = excluded;
        _needsScores = needsScores;
    }

    public override int Score(LeafCollector collector, LiveDocs? live, int min, int max)
    {
        BatchBuffers buffers = BatchBuffers.Take();
        _sums = buffers.WindowSums;
        _docIds = buffers.DocIds;
        _docSums = buffers.DocSums;
        _scores = buffers.Scores;
        int next = ScoreRange(collector, live, min, max);
        buffers.Return();
        return next;
    }

    private int ScoreRange(LeafCollector collector, LiveDocs? live, int min, int max)
    {
        int windowMin = min;
        while (windowMin < max)
        {
            float minScore = _needsScores ? collector.MinCompetitiveScore : 0;
            int windowMax = max;
            if (minScore > 0)
            {
                windowMax = FindWindowMax(windowMin, max);
                UpdateBounds(windowMin, windowMax);
                if (!Partition(minScore))
                {
                    windowMin = windowMax;
                    continue;
                }
            }
            else
            {
                _firstEssential = 0;
            }

            windowMin = ScoreWindow(collector, live, windowMin, windowMax, minScore);
        }

        return windowMin;
    }

    // Returns where the next window begins: at least windowMax, or less when bounds must be taken anew.
    private int ScoreWindow(LeafCollector collector, LiveDocs? live, int windowMin, int windowMax, float minScore)
    {
        _windows++;
        int docId = AdvanceEssentials(windowMin);
        while (docId < windowMax)
        {
            int count = _firstEssential == _clauses.Length - 1
                ? CopySingle(windowMax)
                : AddUp(docId, (int)Math.Min(windowMax, docId + (long)WindowSize), minScore);
            Finish(collector, live, count, minScore);
            docId = AdvanceEssentials(docId);
            if (_needsScores && collector.MinCompetitiveScore > minScore)
            {
                if (minScore <= 0)
                {
                    return docId;
                }

                minScore = collector.MinCompetitiveScore;
                if (!Partition(minScore))
                {
                    return windowMax;
                }

                docId = AdvanceEssentials(docId);
            }
        }

        return minScore > 0 ? windowMax : docId;
    }

    // The essential clauses alone decide where bounds change; behind the others only few documents are looked up.
    private int FindWindowMax(int windowMin, int max)
    {
        if (_windows > 0)
        {
            bool isSparse = _candidates < _windows * WantedCandidates * _clauses.Length;
            _minWindowSize = isSparse ? Math.Min(2 * _minWindowSize, WindowSize) : 1;
        }

        long windowMax = max;
        for (int i = Math.Min(_firstEssential, _clauses.Length - 1); i < _clauses.Length; i++)
        {
            Scorer scorer = _clauses[i].Scorer;
            if (scorer.DocId < windowMax)
            {
                windowMax = Math.Min(windowMax, scorer.AdvanceShallow(Math.Max(scorer.DocId, windowMin)) + 1L);
            }
        }

        return (int)Math.Min(max, Math.Max(windowMax, windowMin + (long)_minWindowSize));
    }

    private void UpdateBounds(int windowMin, int windowMax)
    {
        foreach (Clause clause in _clauses)
        {
            Scorer scorer = clause.Scorer;
            if (scorer.DocId >= windowMax)
            {
                clause.Bound = 0;
                continue;
            }

            scorer.AdvanceShallow(Math.Max(scorer.DocId, windowMin));
            clause.Bound = scorer.GetMaxScore(windowMax - 1);
        }
    }

    // Clauses with a small bound for many documents are to be non-essential first. False when all of them are.
    private bool Partition(float minScore)
    {
        double threshold = Candidates.Threshold(minScore);
        Array.Sort(_clauses, static (left, right) => left.BoundPerCost.CompareTo(right.BoundPerCost));
        int essentials = _clauses.Length;
        _firstEssential = 0;
        double sum = 0;
        foreach (Clause clause in _clauses)
        {
            if (sum + clause.Bound < threshold)
            {
                sum += clause.Bound;
                _boundSums[_firstEssential] = sum;
                _sorted[_firstEssential++] = clause;
            }
            else
            {
                _sorted[--essentials] = clause;
            }
        }

        Array.Copy(_sorted, _clauses, _clauses.Length);
        return _firstEssential < _clauses.Length;
    }

    private int AdvanceEssentials(int target)
    {
        int first = DocIdCursor.Exhausted;
        for (int i = _firstEssential; i < _clauses.Length; i++)
        {
            Scorer scorer = _clauses[i].Scorer;
            first = Math.Min(first, scorer.DocId < target ? scorer.Advance(target) : scorer.DocId);
        }

        return first;
    }

    private int CopySingle(int end)
    {
        Span<float> scores = _needsScores ? _scores.AsSpan(0, BatchSize) : [];
        int count = _clauses[_firstEssential].Scorer.CopyBatch(end, _docIds.AsSpan(0, BatchSize), scores);
        for (int i = 0; i < count; i++)
        {
            _docSums[i] = _needsScores ? _scores[i] : 0;
        }

        return count;
    }

    // Adds up the essential clauses from start to before end and gathers the documents that may still compete.
    private int AddUp(int start, int end, float minScore)
    {
        for (int i = _firstEssential; i < _clauses.Length; i++)
        {
            AddUp(_clauses[i].Scorer, start, end);
        }

        double nonEssential = _firstEssential == 0 ? 0 : _boundSums[_firstEssential - 1];
        double needed = Candidates.Threshold(minScore) - nonEssential;
        int count = 0;
        int words = (end - start + 63) >> 6;
        for (int word = 0; word < words; word++)
        {
            ulong bits = _bits[word];
            _bits[word] = 0;
            while (bits != 0)
            {
                int index = (word << 6) + BitOperations.TrailingZeroCount(bits);
                bits &= bits - 1;
                double sum = _sums[index];
                _sums[index] = 0;
                _docIds[count] = start + index;
                _docSums[count] = sum;
                count += sum >= needed ? 1 : 0;
            }
        }

        return count;
    }

    private void AddUp(Scorer scorer, int start, int end)
    {
        double[] sums = _sums;
        Span<int> docIds = _docIds.AsSpan(0, BatchSize);
        Span<float> scores = _needsScores ? _scores.AsSpan(0, BatchSize) : [];
        while (scorer.DocId < end)
        {
            int count = scorer.CopyBatch(end, docIds, scores);
            for (int i = 0; i < count; i++)
            {
                int index = docIds[i] - start;
                _bits[index >> 6] |= 1UL << index;
                if (_needsScores)
                {
                    sums[index] += scores[i];
                }
            }
        }
    }

    private void Finish(LeafCollector collector, LiveDocs? live, int count, float minScore)
    {
        _candidates += count;
        count = live is null ? count : Candidates.RetainLive(live, _docIds, _docSums, count);
        foreach (Scorer filter in _filters)
        {
            count = filter.Intersect(_docIds.AsSpan(0, count), _docSums.AsSpan(0, count), addScores: false);
        }

        if (minScore > 0)
        {
            double threshold = Candidates.Threshold(minScore);
            for (int i = _firstEssential - 1; i >= 0 && count > 0; i--)
            {
                count = Candidates.RetainCompetitive(threshold - _boundSums[i], _docIds, _docSums, count);
                _clauses[i].Scorer.AddScores(_docIds.AsSpan(0, count), _docSums.AsSpan(0, count));
            }

            count = Candidates.RetainCompetitive(threshold, _docIds, _docSums, count);
        }

        count = _excluded is null ? count : Candidates.RemoveMatches(_excluded, _docIds, _docSums, count);
        if (count == 0)
        {
            return;
        }

        if (_needsScores)
        {
            for (int i = 0; i < count; i++)
            {
                _scores[i] = (float)_docSums[i];
            }
        }

        collector.Collect(_docIds.AsSpan(0, count), _needsScores ? _scores.AsSpan(0, count) : []);
    }

    private sealed class Clause(Scorer scorer)
    {
        private readonly double _cost = Math.Max(1, scorer.Cost);

        public Scorer Scorer { get; } = scorer;

        /// <summary>Largest score in the current window.</summary>
        public float Bound { get; set; }

        public double BoundPerCost => Bound / _cost;
    }
}
