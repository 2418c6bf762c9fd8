namespace ScoSearch.Lucene.Search;

/// <summary>Documents with a term in any of several fields. Not thread-safe.</summary>
/// <remarks>Fields are few: they are looked through one after the other rather than kept in a heap.</remarks>
/// <param name="fields">The fields the term is in, at least one.</param>
/// <param name="weight">boost * idf: no score reaches above it.</param>
internal sealed class CombinedTermScorer(CombinedTermField[] fields, float weight) : Scorer
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost { get; } = fields.Sum(field => field.Postings.Cost);

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        int first = Exhausted;
        foreach (CombinedTermField field in fields)
        {
            int docId = field.Postings.DocId;
            first = Math.Min(first, docId < target ? field.Postings.Advance(target) : docId);
        }

        return _docId = first;
    }

    public override float Score()
    {
        float sum = 0;
        foreach (CombinedTermField field in fields)
        {
            if (field.Postings.DocId == _docId)
            {
                sum = (float)(sum + field.Share(_docId, field.Postings.Freq));
            }
        }

        return Saturate(sum);
    }

    public override int AdvanceShallow(int target)
    {
        int upTo = Exhausted;
        foreach (CombinedTermField field in fields)
        {
            if (field.Postings.DocId <= target)
            {
                upTo = Math.Min(upTo, field.Postings.AdvanceShallow(target));
            }
            else if (field.Postings.DocId != Exhausted)
            {
                upTo = Math.Min(upTo, field.Postings.DocId - 1);
            }
        }

        return upTo;
    }

    public override float GetMaxScore(int upTo)
    {
        // Each share is rounded as in a score, and rounding keeps order: a sum of larger shares in the same order is not smaller.
        float sum = 0;
        foreach (CombinedTermField field in fields)
        {
            sum = (float)(sum + field.MaxShare(upTo));
        }

        return sum == 0 ? 0 : float.IsPositiveInfinity(sum) ? weight : Saturate(sum);
    }

    private float Saturate(float sum) => (float)(weight - (float)(weight / (float)(1f + sum)));
}
