using ScoSearch.Core.Citing;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Reading;

/// <summary>Gives paragraphs to people who read instead of searching. Thread-safe.</summary>
internal sealed class ParagraphReading(IndexSnapshot snapshot)
{
    private readonly ParagraphStore _store = snapshot.Store;

    /// <summary>A paragraph with what stands around it.</summary>
    public ParagraphEntry Describe(StoredParagraph paragraph, int context, MessageLanguage language)
    {
        DocumentInfo document = paragraph.ToDocumentInfo();
        ParagraphInfo place = paragraph.ToParagraphInfo();
        return new ParagraphEntry
        {
            Id = paragraph.Id,
            Document = document,
            Paragraph = place,
            Text = paragraph.Text,
            Footnotes = _store.ReadFootnotes(paragraph),
            Anchor = _store.ReadAnchor(paragraph),
            ContinuedIn = _store.ReadHalf(paragraph, paragraph.ContinuedIn),
            Continues = _store.ReadHalf(paragraph, paragraph.Continues),
            Citation = CitationWriter.Write(document, place, snapshot.Built, language),
            Context = _store.ReadContext(paragraph, context, CancellationToken.None),
        };
    }

    /// <summary>Paragraphs of a document by rising number.</summary>
    /// <inheritdoc cref="ParagraphStore.ReadRange"/>
    public IReadOnlyList<ParagraphEntry> ReadRange(
        string documentId, int from, int to, string? kind, int limit, CancellationToken cancellation)
    {
        List<ParagraphEntry> entries = [];
        foreach (StoredParagraph paragraph in _store.ReadRange(documentId, from, to, kind, limit, cancellation))
        {
            cancellation.ThrowIfCancellationRequested();
            entries.Add(Describe(paragraph, context: 0, MessageLanguage.Chinese));
        }

        return entries;
    }
}
