namespace ScoSearch.Ingestion.Pdf;

/// <summary>A page with its segments as the program gave them.</summary>
/// <param name="Number">Page, from 1.</param>
/// <param name="Width">Width in points.</param>
/// <param name="Height">Height in points.</param>
/// <param name="Segments">The segments.</param>
internal sealed record PdfPage(int Number, double Width, double Height, List<PdfSegment> Segments);
