using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Reading;

/// <summary>Gives paragraphs to people who read instead of searching. Thread-safe.</summary>
internal sealed class ParagraphReading(ParagraphStore store)
{
    /// <summary>A paragraph with what stands around it.</summary>
    public ParagraphEntry Describe(StoredParagraph paragraph, int context)
    {
        DocumentInfo document = paragraph.ToDocumentInfo();
        ParagraphInfo place = paragraph.ToParagraphInfo();
        return new ParagraphEntry
        {
            Id = paragraph.Id,
            Document = document,
            Paragraph = place,
            Text = paragraph.Text,
            Footnotes = store.ReadFootnotes(paragraph),
            Anchor = store.ReadAnchor(paragraph),
            Context = store.ReadContext(paragraph, context, CancellationToken.None),
        };
    }

    /// <summary>Paragraphs of a document by rising number.</summary>
    /// <inheritdoc cref="ParagraphStore.ReadRange"/>
    public IReadOnlyList<ParagraphEntry> ReadRange(
        string documentId, int from, int to, string? kind, int limit, CancellationToken cancellation)
    {
        List<ParagraphEntry> entries = [];
        foreach (StoredParagraph paragraph in store.ReadRange(documentId, from, to, kind, limit, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            entries.Add(Describe(paragraph, context: 0));
        }

        return entries;
    }
}
