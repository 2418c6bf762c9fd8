using ScoSearch.Core.Columns;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Paging;

/// <summary>Groups matching paragraphs by document and keeps the best of each. Not thread-safe.</summary>
/// <remarks>
/// Documents come in the order of the request: by their best score, by their newest or oldest matching paragraph, or by
/// id. Within a document the best paragraph comes first, whatever the order of documents.
/// </remarks>
internal sealed class DocumentGroups
{
    private readonly GlobalOrdinals _documents;
    private readonly GlobalOrdinals? _dates;
    private readonly SearchSort _sort;
    private readonly int _limit;
    private readonly Dictionary<int, DocumentGroup> _groups = [];

    private LeafReaderContext? _leaf;
    private SortedDocValues? _documentValues;
    private SortedDocValues? _dateValues;

    /// <param name="documents">Numbers of the document ids.</param>
    /// <param name="dates">Numbers of the dates; null when they do not count.</param>
    /// <param name="sort">Order of the documents.</param>
    /// <param name="limit">Paragraphs to keep of each.</param>
    public DocumentGroups(GlobalOrdinals documents, GlobalOrdinals? dates, SearchSort sort, int limit)
    {
        _documents = documents;
        _dates = dates;
        _sort = sort;
        _limit = limit;
    }

    /// <summary>Number of documents.</summary>
    public int Count => _groups.Count;

    /// <summary>Begins a segment.</summary>
    public void SetLeaf(LeafReaderContext leaf)
    {
        _leaf = leaf;
        _documentValues = leaf.Reader.GetSortedDocValues(ParagraphFields.Document);
        _dateValues = _dates is null ? null : leaf.Reader.GetSortedDocValues(ParagraphFields.Date);
    }

    /// <summary>Takes a match of the segment; matches come by rising doc id.</summary>
    /// <param name="docId">Local to the segment.</param>
    /// <param name="score">Its final score.</param>
    public void Add(int docId, float score)
    {
        if (_documentValues?.AdvanceExact(docId) != true)
        {
            return;
        }

        int document = _documents.OfSegment(_leaf!)[_documentValues.OrdValue];
        if (!_groups.TryGetValue(document, out DocumentGroup? group))
        {
            _groups.Add(document, group = new DocumentGroup(document));
        }

        group.Add(
            new ScoreDoc(_leaf!.DocBase + docId, score),
            DateKeys.Read(_sort, _dates, _dateValues, _leaf, docId),
            _limit);
    }

    /// <summary>The first hits: document after document, the best of each.</summary>
    /// <param name="count">How many hits at most.</param>
    public IReadOnlyList<GroupedHit> First(int count)
    {
        // Every document has at least one hit, so that more documents than hits are never needed.
        PriorityQueue<DocumentGroup, DocumentGroup> first = new(Comparer<DocumentGroup>.Create((a, b) => Compare(b, a)));
        foreach (DocumentGroup group in _groups.Values)
        {
            if (first.Count < count)
            {
                first.Enqueue(group, group);
            }
            else if (count > 0 && Compare(group, first.Peek()) < 0)
            {
                first.EnqueueDequeue(group, group);
            }
        }

        DocumentGroup[] ordered = new DocumentGroup[first.Count];
        for (int i = ordered.Length - 1; i >= 0; i--)
        {
            ordered[i] = first.Dequeue();
        }

        return [.. ordered.SelectMany(group => group.Hits.Select(hit => new GroupedHit(hit, group.Matches - group.Hits.Count))).Take(count)];
    }

    private int Compare(DocumentGroup a, DocumentGroup b)
    {
        if (_sort == SearchSort.Score)
        {
            return CompareHits(a.Hits[0], b.Hits[0]);
        }

        int byDate = a.DateKey.CompareTo(b.DateKey);
        return byDate != 0 ? byDate : a.Document.CompareTo(b.Document);
    }

    /// <summary>Order of hits by score, then by place in the index.</summary>
    public static int CompareHits(ScoreDoc a, ScoreDoc b) =>
        a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Doc.CompareTo(b.Doc);
}
