using System.Runtime.CompilerServices;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Score bounds of one postings list from its impacts, kept per level until the level moves on. Not thread-safe.</summary>
internal sealed class ImpactBounds(PostingsEnum postings, Bm25Scorer bm25)
{
    // Of the format.
    private const int LevelLimit = 10;

    // A bound holds while its level ends at the same document.
    private Levels _levels;
    private int _blockUpTo = -1;

    /// <summary>Moves to the block of <paramref name="target"/> and returns its last doc id (inclusive).</summary>
    public int AdvanceShallow(int target)
    {
        if (target > _blockUpTo)
        {
            _blockUpTo = target == DocIdCursor.Exhausted ? target : postings.AdvanceShallow(target);
        }

        return _blockUpTo;
    }

    /// <summary>Bound from the last shallow target to <paramref name="upTo"/> (inclusive).</summary>
    public float GetMaxScore(int upTo)
    {
        if (postings.DocId == DocIdCursor.Exhausted)
        {
            return 0;
        }

        int levels = LevelCount;
        for (int level = 0; level < levels; level++)
        {
            if (postings.GetImpactDocIdUpTo(level) >= upTo)
            {
                return GetLevelMax(level);
            }
        }

        return bm25.MaxScore;
    }

    /// <summary>Last doc id (inclusive) of the longest range, from the last shallow target, whose bound is below; -1 when the block itself can compete.</summary>
    public int FindNonCompetitiveUpTo(float minScore)
    {
        int upTo = -1;
        int levels = LevelCount;
        for (int level = 0; level < levels && GetLevelMax(level) < minScore; level++)
        {
            upTo = postings.GetImpactDocIdUpTo(level);
        }

        return upTo;
    }

    private int LevelCount
    {
        get
        {
            if (_blockUpTo < 0)
            {
                AdvanceShallow(Math.Max(postings.DocId, 0));
            }

            return Math.Min(postings.ImpactLevelCount, LevelLimit);
        }
    }

    private float GetLevelMax(int level)
    {
        int upTo = postings.GetImpactDocIdUpTo(level);
        ref Level known = ref _levels[level];
        if (!known.IsKnown || known.UpTo != upTo)
        {
            float max = 0;
            foreach (Impact impact in postings.GetImpacts(level))
            {
                max = Math.Max(max, bm25.Score(impact.Freq, impact.Norm));
            }

            known = new Level(upTo, max, IsKnown: true);
        }

        return known.Max;
    }

    [InlineArray(LevelLimit)]
    private struct Levels
    {
        private Level _first;
    }

    private readonly record struct Level(int UpTo, float Max, bool IsKnown);
}
