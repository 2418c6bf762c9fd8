using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Highlight;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Reading;

/// <summary>Reads paragraphs of one snapshot and what stands around them. Thread-safe.</summary>
internal sealed class ParagraphStore(IndexSearcher searcher)
{
    private static readonly SearchOptions InOrder =
        new() { Sort = new Sort(new SortField(ParagraphFields.Number, SortFieldType.Long)) };

    /// <summary>The paragraph at a place in the index.</summary>
    public StoredParagraph Read(int docId) => new(searcher.Reader.GetDocument(docId));

    /// <summary>A paragraph by its id, or null.</summary>
    public StoredParagraph? Find(string id) => FindDocId(id) is int docId ? Read(docId) : null;

    /// <summary>Place of a paragraph in the index, or null. Cost: one look-up a segment.</summary>
    public int? FindDocId(string id)
    {
        Term term = new(ParagraphFields.Id, id);
        foreach (LeafReaderContext leaf in searcher.Reader.Leaves)
        {
            Terms? terms = leaf.Reader.GetTerms(ParagraphFields.Id);
            if (terms?.Find(term.Bytes) is not TermState state)
            {
                continue;
            }

            PostingsEnum postings = terms.GetPostings(state, PostingsFlags.Docs);
            while (postings.NextDoc() is int doc && doc != DocIdCursor.Exhausted)
            {
                if (leaf.Reader.LiveDocs?.IsLive(doc) != false)
                {
                    return leaf.DocBase + doc;
                }
            }
        }

        return null;
    }

    /// <summary>Paragraphs of a document by rising number.</summary>
    /// <param name="documentId">Id of the document.</param>
    /// <param name="from">Lowest number.</param>
    /// <param name="to">Highest number.</param>
    /// <param name="kind">Only this kind; null for all.</param>
    /// <param name="limit">At most that many, at least 1.</param>
    /// <param name="cancellation">Ends the search early.</param>
    public IEnumerable<StoredParagraph> ReadRange(
        string documentId, int from, int to, string? kind, int limit, CancellationToken cancellation)
    {
        BooleanQuery.Builder wanted = new BooleanQuery.Builder()
            .Add(new TermQuery(new Term(ParagraphFields.Document, documentId)), Occur.Filter)
            .Add(new NumericDocValuesRangeQuery(ParagraphFields.Number, from, to), Occur.Filter);
        if (kind is not null)
        {
            wanted.Add(new TermQuery(new Term(ParagraphFields.Kind, kind)), Occur.Filter);
        }

        return searcher.Search(wanted.Build(), limit, InOrder, cancellation).ScoreDocs.Select(found => Read(found.Doc));
    }

    /// <summary>Neighbours of a paragraph in document order, without itself.</summary>
    public IReadOnlyList<ContextParagraph> ReadContext(StoredParagraph paragraph, int distance, CancellationToken cancellation)
    {
        if (distance == 0)
        {
            return [];
        }

        int number = paragraph.Number;
        int limit = (2 * distance) + 1;
        return [.. ReadRange(paragraph.DocumentId, number - distance, number + distance, null, limit, cancellation)
            .Where(neighbour => neighbour.Number != number)
            .Select(neighbour => neighbour.ToContext())];
    }

    /// <summary>The footnotes a paragraph refers to, with their texts.</summary>
    public IReadOnlyList<FootnoteInfo> ReadFootnotes(StoredParagraph paragraph) =>
        [.. paragraph.Footnotes.Select(note =>
        {
            StoredParagraph? found =
                note.Paragraph == 0 ? null : Find(ParagraphSchema.IdOf(paragraph.DocumentId, note.Paragraph));
            return new FootnoteInfo(note.Marker, note.Offset, found?.Id, found?.Text);
        })];

    /// <summary>The sentence that refers to a footnote, or null when the paragraph is none or nothing refers to it.</summary>
    public FootnoteAnchor? ReadAnchor(StoredParagraph footnote)
    {
        if (footnote.Anchor is not int number
            || Find(ParagraphSchema.IdOf(footnote.DocumentId, number)) is not StoredParagraph anchor)
        {
            return null;
        }

        foreach (FootnoteReference reference in anchor.Footnotes)
        {
            if (reference.Paragraph == footnote.Number)
            {
                return new FootnoteAnchor(anchor.Id, number, SentenceBefore(anchor.Text, reference.Offset));
            }
        }

        return null;
    }

    /// <summary>A half of a paragraph that was torn apart, by its number; null when there is none.</summary>
    public ContextParagraph? ReadHalf(StoredParagraph other, int? number) =>
        number is int half ? Find(ParagraphSchema.IdOf(other.DocumentId, half))?.ToContext() : null;

    // A marker stands behind what it belongs to, mostly behind the full stop: the sentence with the character before it is meant.
    private static string SentenceBefore(string text, int offset)
    {
        int place = Math.Clamp(offset - 1, 0, Math.Max(0, text.Length - 1));
        foreach (TextSpan sentence in SentenceBorders.Split(text))
        {
            if (place < sentence.End)
            {
                return text[sentence.Start..sentence.End].Trim();
            }
        }

        return text;
    }
}
