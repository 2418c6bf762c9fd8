namespace ScoSearch.Ingestion.Pdf;

/// <summary>A column of a page or a band across it.</summary>
/// <param name="Text">Lines of prose and rows of tables; the last row may grow by what the next page goes on with.</param>
/// <param name="Notes">The footnotes below.</param>
internal sealed record PreparedStretch(List<PdfRow> Text, List<PdfRow> Notes);
