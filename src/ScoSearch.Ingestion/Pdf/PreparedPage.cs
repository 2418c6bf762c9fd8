namespace ScoSearch.Ingestion.Pdf;

/// <summary>A page in reading order, with its tables whole.</summary>
/// <param name="Page">The page.</param>
/// <param name="Stretches">What is read one after the other.</param>
internal sealed record PreparedPage(PdfPage Page, List<PreparedStretch> Stretches);
