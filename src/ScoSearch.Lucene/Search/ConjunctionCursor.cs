using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents that all of several cursors contain; the one of least cost leads. Not thread-safe.</summary>
internal sealed class ConjunctionCursor : DocIdCursor
{
    private readonly DocIdCursor _lead;
    private readonly DocIdCursor[] _others;

    /// <param name="cursors">At least one, all before their first document.</param>
    public ConjunctionCursor(IEnumerable<DocIdCursor> cursors)
    {
        DocIdCursor[] byCost = [.. cursors.OrderBy(cursor => cursor.Cost)];
        _lead = byCost[0];
        _others = byCost[1..];
    }

    public override int DocId => _lead.DocId;

    public override long Cost => _lead.Cost;

    public override int NextDoc() => Align(_lead.NextDoc());

    public override int Advance(int target) => Align(_lead.Advance(target));

    private int Align(int docId)
    {
        if (_others.Length == 1)
        {
            return AlignPair(docId);
        }

        int i = 0;
        while (i < _others.Length && docId != Exhausted)
        {
            DocIdCursor other = _others[i];
            int at = other.DocId < docId ? other.Advance(docId) : other.DocId;
            if (at == docId)
            {
                i++;
            }
            else
            {
                docId = at == Exhausted ? _lead.Advance(Exhausted) : _lead.Advance(at);
                i = 0;
            }
        }

        return docId;
    }

    // The same for two, which phrases mostly are.
    private int AlignPair(int docId)
    {
        DocIdCursor other = _others[0];
        while (docId != Exhausted)
        {
            int at = other.DocId;
            if (at < docId)
            {
                at = other.Advance(docId);
            }

            if (at == docId)
            {
                break;
            }

            docId = _lead.Advance(at);
        }

        return docId;
    }
}
