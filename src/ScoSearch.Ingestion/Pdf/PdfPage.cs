namespace ScoSearch.Ingestion.Pdf;

/// <summary>A page with its segments in reading order.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Segments">The segments.</param>
internal sealed record PdfPage(int Number, double Width, List<PdfSegment> Segments);
