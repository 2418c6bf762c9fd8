using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents with any of several terms, scored by the sum of their boosted frequencies. Not thread-safe.</summary>
/// <remarks>
/// A float sum of three or more products depends on the order of the additions. The reference keeps its cursors in a
/// binary heap by document and adds from the back of a walk over it; which term sits where depends on all documents
/// passed before. So the heap is kept here in the same way, and where the order can change a sum no bounds are given:
/// leaving documents out would change it.
/// </remarks>
internal sealed class SynonymScorer : Scorer
{
    // Boosts that are multiples of 1/256 give products that add up exactly while frequencies stay below 65,536.
    private const float ExactSteps = 256;

    // Above every score, and finite, so that a clause that counts 0 times still counts 0.
    private const float NoBound = 1e30f;

    private readonly PostingsEnum[] _postings;
    private readonly float[] _boosts;
    private readonly LeafBm25 _leaf;
    private readonly bool _dependsOnOrder;

    // Indexes of _postings; no cursor stands before that of its parent, (i - 1) / 2. At first in the order of the terms.
    private readonly int[] _heap;
    private int _docId = -1;

    public SynonymScorer(PostingsEnum[] postings, float[] boosts, LeafBm25 leaf)
    {
        _postings = postings;
        _boosts = boosts;
        _leaf = leaf;
        _heap = [.. Enumerable.Range(0, postings.Length)];
        _dependsOnOrder = postings.Length > 2 && boosts.Any(boost => boost * ExactSteps % 1 != 0);
        Cost = postings.Sum(p => p.Cost);
    }

    public override int DocId => _docId;

    public override long Cost { get; }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        PostingsEnum top = _postings[_heap[0]];
        while (top.DocId < target)
        {
            top.Advance(target);
            SiftDown();
            top = _postings[_heap[0]];
        }

        return _docId = top.DocId;
    }

    /// <summary>Float sum of the boosted frequencies of the terms in the current document.</summary>
    public float Freq() => AddFrom(0, 0);

    // Right before left before the node itself.
    private float AddFrom(int node, float sum)
    {
        if (node >= _heap.Length || _postings[_heap[node]].DocId != _docId)
        {
            return sum;
        }

        int left = (2 * node) + 1;
        sum = AddFrom(left, AddFrom(left + 1, sum));
        int term = _heap[node];
        return (float)(sum + (float)(_boosts[term] * _postings[term].Freq));
    }

    // Of two children in the same document the left one moves up, and nothing moves past an equal.
    private void SiftDown()
    {
        int moved = _heap[0];
        int docId = _postings[moved].DocId;
        int node = 0;
        while (true)
        {
            int child = (2 * node) + 1;
            if (child + 1 < _heap.Length && DocIdAt(child + 1) < DocIdAt(child))
            {
                child++;
            }

            if (child >= _heap.Length || DocIdAt(child) >= docId)
            {
                break;
            }

            _heap[node] = _heap[child];
            node = child;
        }

        _heap[node] = moved;
    }

    private int DocIdAt(int node) => _postings[_heap[node]].DocId;

    public override float Score() => _leaf.Score(_docId, Freq());

    public override int AdvanceShallow(int target)
    {
        if (_dependsOnOrder)
        {
            return Exhausted;
        }

        int upTo = Exhausted;
        foreach (PostingsEnum postings in _postings)
        {
            if (postings.DocId <= target)
            {
                upTo = Math.Min(upTo, postings.AdvanceShallow(target));
            }
            else if (postings.DocId != Exhausted)
            {
                upTo = Math.Min(upTo, postings.DocId - 1);
            }
        }

        return upTo;
    }

    public override float GetMaxScore(int upTo)
    {
        if (_dependsOnOrder)
        {
            return NoBound;
        }

        // All terms at their largest frequency in a document of the smallest norm: no document in the range is better.
        double freq = 0;
        ulong norm = ulong.MaxValue;
        for (int i = 0; i < _postings.Length; i++)
        {
            if (_postings[i].DocId > upTo)
            {
                continue;
            }

            ReadOnlySpan<Impact> impacts = FindImpacts(_postings[i], upTo);
            if (impacts.IsEmpty)
            {
                return _leaf.Scorer.MaxScore;
            }

            freq += (double)_boosts[i] * impacts[^1].Freq;
            norm = Math.Min(norm, (ulong)impacts[0].Norm);
        }

        // Float additions of the frequencies may round up a little more than the double ones.
        return freq == 0 ? 0 : _leaf.Scorer.Score((float)(freq * (1 + 1e-6)), unchecked((long)norm));
    }

    private static ReadOnlySpan<Impact> FindImpacts(PostingsEnum postings, int upTo)
    {
        int levels = postings.ImpactLevelCount;
        for (int level = 0; level < levels; level++)
        {
            if (postings.GetImpactDocIdUpTo(level) >= upTo)
            {
                return postings.GetImpacts(level);
            }
        }

        return [];
    }
}
