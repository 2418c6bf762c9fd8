using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents with any of several terms, scored by the sum of their boosted frequencies. Not thread-safe.</summary>
/// <remarks>Synonyms are few: the cursors are looked through one after the other rather than kept in a heap.</remarks>
internal sealed class SynonymScorer : Scorer
{
    private readonly PostingsEnum[] _postings;
    private readonly float[] _boosts;
    private readonly LeafBm25 _leaf;
    private int _docId = -1;

    public SynonymScorer(PostingsEnum[] postings, float[] boosts, LeafBm25 leaf)
    {
        _postings = postings;
        _boosts = boosts;
        _leaf = leaf;
        Cost = postings.Sum(p => p.Cost);
    }

    public override int DocId => _docId;

    public override long Cost { get; }

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        int first = Exhausted;
        foreach (PostingsEnum postings in _postings)
        {
            first = Math.Min(first, postings.DocId < target ? postings.Advance(target) : postings.DocId);
        }

        return _docId = first;
    }

    /// <summary>Float sum over the terms in the current document, in term order.</summary>
    public float Freq()
    {
        float freq = 0;
        for (int i = 0; i < _postings.Length; i++)
        {
            if (_postings[i].DocId == _docId)
            {
                freq = (float)(freq + (float)(_boosts[i] * _postings[i].Freq));
            }
        }

        return freq;
    }

    public override float Score() => _leaf.Score(_docId, Freq());

    public override int AdvanceShallow(int target)
    {
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
