namespace ScoSearch.Ingestion.Pdf;

/// <summary>A word of a segment.</summary>
/// <param name="Word">The word.</param>
/// <param name="IsSpaced">Whether there is a blank before it.</param>
internal readonly record struct PdfPart(PdfSegment Word, bool IsSpaced);
