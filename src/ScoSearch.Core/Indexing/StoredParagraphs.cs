using System.Globalization;
using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Indexing;

/// <summary>Makes the index documents of paragraphs anew from what an index stores of them. Not thread-safe.</summary>
internal sealed class StoredParagraphs(IndexReader reader, ParagraphSchema schema)
{
    private static readonly ReconstructionReport Report = new() { ReaderName = "index" };

    /// <summary>The paragraph as it would be indexed now.</summary>
    /// <exception cref="InvalidOperationException">A stored field does not hold what ScoSearch writes.</exception>
    public Document Analyze(int docId)
    {
        Document fields = reader.GetDocument(docId);
        StoredParagraph stored = new(fields);
        ParagraphInfo place = stored.ToParagraphInfo();
        Paragraph paragraph = new()
        {
            Number = stored.Number,
            Kind = ParagraphKinds.TryParse(stored.Kind, out ParagraphKind kind) ? kind : throw Damaged(ParagraphFields.Kind),
            Text = stored.Text,
            Section = stored.SectionPath,
            Page = place.Page ?? 0,
            Lines = [.. fields.FindAll(ParagraphFields.Lines).Select(range => ReadLines(range.StringValue))],
            Footnotes = [.. stored.Footnotes],
            ContinuedIn = stored.ContinuedIn ?? 0,
            Continues = stored.Continues ?? 0,
        };
        DocumentMetadata metadata = new()
        {
            Title = Value(stored.Title),
            Author = Value(fields.Get(ParagraphFields.Author)),
            Source = Value(fields.Get(ParagraphFields.Source)),
            Date = Value(fields.Get(ParagraphFields.Date)),
        };
        DocumentOrigin origin = new(fields.Get(ParagraphFields.File), ReadHash(docId));
        return schema.Create(
            new ReconstructedDocument(stored.DocumentId, null, [paragraph, .. Referrers(stored)], metadata, Report), origin)[0];
    }

    // Of a footnote the schema wants to see the paragraph that refers to it; an empty one of its number does.
    private static IEnumerable<Paragraph> Referrers(StoredParagraph footnote)
    {
        if (footnote.Anchor is int anchor)
        {
            yield return new Paragraph
            {
                Number = anchor,
                Kind = ParagraphKind.Noise,
                Text = "",
                Footnotes = [new FootnoteReference("", 0, footnote.Number)],
            };
        }
    }

    private static MetadataValue? Value(string? value) => value is null ? null : new MetadataValue(value, MetadataOrigin.Caller);

    private static LineRange ReadLines(string range)
    {
        string[] ends = range.Split('-');
        return ends.Length == 2
            && int.TryParse(ends[0], NumberStyles.None, CultureInfo.InvariantCulture, out int first)
            && int.TryParse(ends[1], NumberStyles.None, CultureInfo.InvariantCulture, out int last)
            ? new LineRange(first, last)
            : throw Damaged(ParagraphFields.Lines);
    }

    private static InvalidOperationException Damaged(string field) =>
        new($"the stored field '{field}' of a paragraph cannot be read; build the index anew with: scosearch index --rebuild");

    private string ReadHash(int docId)
    {
        LeafReaderContext leaf = reader.FindLeaf(docId);
        SortedDocValues? hashes = leaf.Reader.GetSortedDocValues(ParagraphFields.Hash);
        return hashes?.AdvanceExact(docId - leaf.DocBase) == true ? Encoding.UTF8.GetString(hashes.LookupOrd(hashes.OrdValue)) : "";
    }
}
