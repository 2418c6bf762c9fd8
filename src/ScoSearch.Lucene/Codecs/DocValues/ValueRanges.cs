using ScoSearch.Lucene.Packed;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Cursor over documents with several values: which numbers the current document's values have. Not thread-safe.</summary>
internal sealed class ValueRanges(DocSetCursor documents, DirectMonotonicReader? addresses, long valueCount)
{
    private long _next;

    /// <summary>The current document.</summary>
    public int DocId => documents.DocId;

    /// <summary>Number of documents.</summary>
    public long Cost => documents.Cost;

    /// <summary>Number of values of the current document, at least 1.</summary>
    public int Count { get; private set; }

    /// <summary>Number of the current document's next value.</summary>
    public long NextIndex() => _next++;

    public int NextDoc() => Load(documents.NextDoc());

    public int Advance(int target) => Load(documents.Advance(target));

    public bool AdvanceExact(int target)
    {
        if (!documents.AdvanceExact(target))
        {
            Count = 0;
            return false;
        }

        LoadRange();
        return true;
    }

    private int Load(int docId)
    {
        if (docId != Index.DocIdCursor.Exhausted)
        {
            LoadRange();
        }

        return docId;
    }

    private void LoadRange()
    {
        long rank = documents.Rank;
        if (addresses is null)
        {
            _next = rank;
            Count = 1;
            return;
        }

        _next = addresses[rank];
        long end = addresses[rank + 1];
        if (_next < 0 || end <= _next || end > valueCount || end - _next > int.MaxValue)
        {
            throw addresses.Corrupt(rank, $"a range of values below {valueCount}", $"{_next} to {end}");
        }

        Count = (int)(end - _next);
    }
}
