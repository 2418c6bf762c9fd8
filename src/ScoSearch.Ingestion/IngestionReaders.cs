using ScoSearch.Core.Documents;
using ScoSearch.Ingestion.Html;
using ScoSearch.Ingestion.Markdown;
using ScoSearch.Ingestion.Pdf;
using ScoSearch.Ingestion.Word;

namespace ScoSearch.Ingestion;

/// <summary>All readers: Word, PDF, HTML, Markdown, JSON lines and plain text.</summary>
public static class IngestionReaders
{
    /// <summary>The readers, chosen by content first, by extension second. Immutable.</summary>
    public static DocumentReaders Default { get; } = DocumentReaders.Default.With(
        new DocxReader(), new PdfReader(), new HtmlReader(), new MarkdownReader());
}
