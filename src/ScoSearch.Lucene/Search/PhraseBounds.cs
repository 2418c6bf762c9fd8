using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Score bounds of an exact phrase from the impacts of its terms. Not thread-safe.</summary>
/// <remarks>
/// A phrase of frequency f needs every term at least f times in the document. For each f that occurs, ascending, the norm of such a
/// document is, for each term, at least that of the term's first pair with frequency f or more; the largest of these holds.
/// (Index format notes, section 16.5.) Blocks are those of the rarest term.
/// </remarks>
internal sealed class PhraseBounds(PhraseSlot[] slots, Bm25Scorer bm25)
{
    private readonly PostingsEnum[] _postings = [.. slots.Select(slot => slot.Postings).OrderBy(postings => postings.Cost)];
    private readonly int[] _next = new int[slots.Length];
    private readonly int[] _levels = new int[slots.Length];

    public int AdvanceShallow(int target)
    {
        int upTo = DocIdCursor.Exhausted;
        for (int i = _postings.Length - 1; i >= 0; i--)
        {
            upTo = _postings[i].AdvanceShallow(Math.Max(target, _postings[i].DocId));
        }

        return upTo;
    }

    public float GetMaxScore(int upTo)
    {
        for (int i = 0; i < _postings.Length; i++)
        {
            int level = FindLevel(_postings[i], upTo);
            if (level < 0)
            {
                return bm25.MaxScore;
            }

            _levels[i] = level;
            _next[i] = 0;
        }

        return Merge();
    }

    private static int FindLevel(PostingsEnum postings, int upTo)
    {
        int levels = postings.ImpactLevelCount;
        for (int level = 0; level < levels; level++)
        {
            if (postings.GetImpactDocIdUpTo(level) >= upTo)
            {
                return level;
            }
        }

        return -1;
    }

    private float Merge()
    {
        float max = 0;
        int freq = 0;
        while (true)
        {
            // The smallest frequency above the last one at which some list has a pair.
            int nextFreq = int.MaxValue;
            bool anyLeft = false;
            for (int i = 0; i < _postings.Length; i++)
            {
                ReadOnlySpan<Impact> impacts = _postings[i].GetImpacts(_levels[i]);
                while (_next[i] < impacts.Length && impacts[_next[i]].Freq <= freq)
                {
                    _next[i]++;
                }

                if (_next[i] == impacts.Length)
                {
                    return max;
                }

                anyLeft = true;
                nextFreq = Math.Min(nextFreq, impacts[_next[i]].Freq);
            }

            if (!anyLeft)
            {
                return max;
            }

            freq = nextFreq;
            ulong norm = 0;
            for (int i = 0; i < _postings.Length; i++)
            {
                norm = Math.Max(norm, (ulong)_postings[i].GetImpacts(_levels[i])[_next[i]].Norm);
            }

            max = Math.Max(max, bm25.Score(freq, unchecked((long)norm)));
        }
    }
}
