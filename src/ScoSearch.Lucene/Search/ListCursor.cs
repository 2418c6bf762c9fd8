using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents from a sorted array. Not thread-safe.</summary>
internal sealed class ListCursor(int[] docIds, int count) : DocIdCursor
{
    private int _index = -1;
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => count;

    public override int NextDoc() => _docId = ++_index < count ? docIds[_index] : Exhausted;

    public override int Advance(int target)
    {
        int from = Math.Min(_index + 1, count);
        int found = Array.BinarySearch(docIds, from, count - from, target);
        _index = (found >= 0 ? found : ~found) - 1;
        return NextDoc();
    }
}
