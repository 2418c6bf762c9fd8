using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Paging;

/// <summary>The matching paragraphs of one document. Not thread-safe.</summary>
/// <param name="document">Number of the document.</param>
internal sealed class DocumentGroup(int document)
{
    // Best first; never longer than the limit given to Add.
    private readonly List<ScoreDoc> _hits = new(1);

    public int Document => document;

    /// <summary>Number of matching paragraphs.</summary>
    public int Matches { get; private set; }

    /// <summary>The earliest date key among them.</summary>
    public int DateKey { get; private set; } = int.MaxValue;

    /// <summary>The best of them.</summary>
    public IReadOnlyList<ScoreDoc> Hits => _hits;

    public void Add(ScoreDoc hit, int dateKey, int limit)
    {
        Matches++;
        DateKey = Math.Min(DateKey, dateKey);
        int at = _hits.Count;
        while (at > 0 && DocumentGroups.CompareHits(hit, _hits[at - 1]) < 0)
        {
            at--;
        }

        if (at < limit)
        {
            if (_hits.Count == limit)
            {
                _hits.RemoveAt(limit - 1);
            }

            _hits.Insert(at, hit);
        }
    }
}
