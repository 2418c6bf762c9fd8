using System.Text;
using ScoSearch.Core.Columns;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Reading;

/// <summary>The documents of one snapshot with their counts. Immutable; thread-safe.</summary>
/// <remarks>Made by one pass over three columns; takes about 60 bytes a document.</remarks>
internal sealed class DocumentCatalog
{
    private static readonly int KindCount = ParagraphKinds.All.Count;

    private readonly GlobalOrdinals _ids;

    // By document: a paragraph of it (index-wide doc id), and its paragraphs by kind.
    private readonly int[] _first;
    private readonly int[] _counts;

    // Documents with at least one live paragraph, by rising id.
    private readonly List<int> _documents = [];

    private DocumentCatalog(GlobalOrdinals ids)
    {
        _ids = ids;
        _first = new int[ids.Count];
        _counts = new int[ids.Count * KindCount];
        Array.Fill(_first, -1);
    }

    /// <summary>Number of documents.</summary>
    public int Count => _documents.Count;

    /// <summary>Reads the columns.</summary>
    /// <param name="reader">The snapshot.</param>
    /// <param name="ids">Numbers of the document ids.</param>
    public static DocumentCatalog Read(IndexReader reader, GlobalOrdinals ids)
    {
        DocumentCatalog catalog = new(ids);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            catalog.AddSegment(leaf);
        }

        for (int i = 0; i < ids.Count; i++)
        {
            if (catalog._first[i] >= 0)
            {
                catalog._documents.Add(i);
            }
        }

        return catalog;
    }

    /// <summary>Number of paragraphs by kind; kinds there are none of are left out.</summary>
    public IReadOnlyDictionary<string, int> CountByKind()
    {
        int[] sums = new int[KindCount];
        for (int i = 0; i < _counts.Length; i++)
        {
            sums[i % KindCount] += _counts[i];
        }

        return NameKinds(sums);
    }

    /// <summary>A document by its id, or null.</summary>
    public DocumentEntry? Find(string id, ParagraphStore store) =>
        _ids.IndexOf(id) is >= 0 and int document && _first[document] >= 0 ? Describe(document, store) : null;

    /// <summary>A part of the documents by rising id.</summary>
    /// <param name="offset">Documents to pass over.</param>
    /// <param name="limit">Most documents wanted.</param>
    /// <param name="matching">Which documents are meant, by number; null for all.</param>
    /// <param name="store">Reads their paragraphs.</param>
    public DocumentList List(int offset, int limit, bool[]? matching, ParagraphStore store)
    {
        List<int> meant = matching is null ? _documents : _documents.FindAll(document => matching[document]);
        return new DocumentList(
            meant.Count, [.. meant.Skip(offset).Take(limit).Select(document => Describe(document, store))]);
    }

    /// <summary>Which documents have a paragraph that matches a query, by number.</summary>
    public bool[] FindMatching(IndexSearcher searcher, Query query, CancellationToken cancellation)
    {
        MatchingDocuments matching = new(_ids);
        searcher.Search(query, matching, cancellation);
        return matching.Found;
    }

    private DocumentEntry Describe(int document, ParagraphStore store)
    {
        ReadOnlySpan<int> counts = _counts.AsSpan(document * KindCount, KindCount);
        int paragraphs = 0;
        foreach (int count in counts)
        {
            paragraphs += count;
        }

        return new DocumentEntry(store.Read(_first[document]).ToDocumentInfo(), paragraphs, NameKinds(counts));
    }

    private static Dictionary<string, int> NameKinds(ReadOnlySpan<int> counts)
    {
        Dictionary<string, int> named = new(StringComparer.Ordinal);
        foreach (ParagraphKind kind in ParagraphKinds.All)
        {
            if (counts[(int)kind] > 0)
            {
                named.Add(kind.NameOf(), counts[(int)kind]);
            }
        }

        return named;
    }

    private void AddSegment(LeafReaderContext leaf)
    {
        LeafReader segment = leaf.Reader;
        if (segment.GetSortedDocValues(ParagraphFields.Document) is not SortedDocValues documents)
        {
            return;
        }

        SortedDocValues? kinds = segment.GetSortedDocValues(ParagraphFields.Kind);
        int[] kindOf = KindsOf(kinds);
        LiveDocs? live = segment.LiveDocs;
        ReadOnlySpan<int> global = _ids.OfSegment(leaf);
        for (int doc = documents.NextDoc(); doc != DocIdCursor.Exhausted; doc = documents.NextDoc())
        {
            if (live?.IsLive(doc) == false)
            {
                continue;
            }

            int document = global[documents.OrdValue];
            int kind = kinds?.AdvanceExact(doc) == true ? kindOf[kinds.OrdValue] : (int)ParagraphKind.Body;
            _first[document] = _first[document] < 0 ? leaf.DocBase + doc : _first[document];
            _counts[(document * KindCount) + kind]++;
        }
    }

    private static int[] KindsOf(SortedDocValues? kinds)
    {
        int[] kindOf = new int[kinds?.ValueCount ?? 0];
        for (int ord = 0; ord < kindOf.Length; ord++)
        {
            // A kind of a later version counts as body.
            kindOf[ord] = ParagraphKinds.TryParse(Encoding.UTF8.GetString(kinds!.LookupOrd(ord)), out ParagraphKind kind)
                ? (int)kind
                : (int)ParagraphKind.Body;
        }

        return kindOf;
    }

    // Notes the documents of the matches.
    private sealed class MatchingDocuments(GlobalOrdinals ids) : Collector
    {
        public bool[] Found { get; } = new bool[ids.Count];

        public override ScoreMode ScoreMode => ScoreMode.CompleteNoScores;

        public override LeafCollector? GetLeafCollector(LeafReaderContext leaf) =>
            leaf.Reader.GetSortedDocValues(ParagraphFields.Document) is SortedDocValues values
                ? new Leaf(this, ids, leaf, values)
                : null;

        private sealed class Leaf(
            MatchingDocuments owner, GlobalOrdinals ids, LeafReaderContext leaf, SortedDocValues values) : LeafCollector
        {
            public override void Collect(int docId, float score)
            {
                if (values.AdvanceExact(docId))
                {
                    owner.Found[ids.OfSegment(leaf)[values.OrdValue]] = true;
                }
            }
        }
    }
}
