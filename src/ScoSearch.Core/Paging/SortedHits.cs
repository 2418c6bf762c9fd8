using ScoSearch.Core.Columns;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Paging;

/// <summary>Keeps the first matching paragraphs by date or by document. Not thread-safe.</summary>
/// <remarks>
/// By date, then by document id, then by paragraph number: an order that does not depend on how the index came to be.
/// </remarks>
internal sealed class SortedHits
{
    private readonly GlobalOrdinals _documents;
    private readonly GlobalOrdinals? _dates;
    private readonly SearchSort _sort;
    private readonly int _count;
    private readonly SortedHit? _after;

    // The last of those kept is at the head.
    private readonly PriorityQueue<SortedHit, SortedHit> _first = new(Comparer<SortedHit>.Create((a, b) => b.CompareTo(a)));

    private LeafReaderContext? _leaf;
    private SortedDocValues? _documentValues;
    private SortedDocValues? _dateValues;
    private NumericDocValues? _numberValues;

    /// <param name="documents">Numbers of the document ids.</param>
    /// <param name="dates">Numbers of the dates; null when they do not count.</param>
    /// <param name="sort">The order; not by score.</param>
    /// <param name="count">How many to keep.</param>
    /// <param name="after">Only what comes after this paragraph (index-wide doc id) is wanted; null for all.</param>
    /// <param name="reader">The snapshot.</param>
    public SortedHits(
        GlobalOrdinals documents, GlobalOrdinals? dates, SearchSort sort, int count, int? after, IndexReader reader)
    {
        _documents = documents;
        _dates = dates;
        _sort = sort;
        _count = count;
        if (after is int docId)
        {
            SetLeaf(reader.FindLeaf(docId));
            _after = Read(docId - _leaf!.DocBase, 0);
        }
    }

    /// <summary>Begins a segment.</summary>
    public void SetLeaf(LeafReaderContext leaf)
    {
        _leaf = leaf;
        _documentValues = leaf.Reader.GetSortedDocValues(ParagraphFields.Document);
        _dateValues = _dates is null ? null : leaf.Reader.GetSortedDocValues(ParagraphFields.Date);
        _numberValues = leaf.Reader.GetNumericDocValues(ParagraphFields.Number);
    }

    /// <summary>Takes a match of the segment; matches come by rising doc id.</summary>
    /// <param name="docId">Local to the segment.</param>
    /// <param name="score">Its final score.</param>
    public void Add(int docId, float score)
    {
        SortedHit hit = Read(docId, score);
        if (_after is SortedHit after && hit.CompareTo(after) <= 0)
        {
            return;
        }

        if (_first.Count < _count)
        {
            _first.Enqueue(hit, hit);
        }
        else if (_count > 0 && hit.CompareTo(_first.Peek()) < 0)
        {
            _first.EnqueueDequeue(hit, hit);
        }
    }

    /// <summary>The hits in order; empties the list.</summary>
    public IReadOnlyList<ScoreDoc> Drain()
    {
        ScoreDoc[] hits = new ScoreDoc[_first.Count];
        for (int i = hits.Length - 1; i >= 0; i--)
        {
            SortedHit hit = _first.Dequeue();
            hits[i] = new ScoreDoc(hit.Doc, hit.Score);
        }

        return hits;
    }

    private SortedHit Read(int docId, float score) => new(
        DateKeys.Read(_sort, _dates, _dateValues, _leaf!, docId),
        _documentValues?.AdvanceExact(docId) == true ? _documents.OfSegment(_leaf!)[_documentValues.OrdValue] : -1,
        _numberValues?.AdvanceExact(docId) == true ? _numberValues.LongValue : 0,
        _leaf!.DocBase + docId,
        score);
}
