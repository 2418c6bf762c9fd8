using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Reads PDF files with Poppler's <c>pdftotext</c>, an external program. Stateless.</summary>
/// <remarks>
/// The program gives words with coordinates. Columns are read one after the other; lines keep their pages and indents;
/// segments beside each other become the rows of a table; smaller lines with labels at the foot of a page are its notes,
/// to which small raised numbers refer. A file of scanned pages without a text layer is an error that says so.
/// </remarks>
public sealed class PdfReader : DocumentReader
{
    /// <inheritdoc/>
    public override string Name => "pdf";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".pdf"];

    /// <inheritdoc/>
    public override bool RecognizesContent(ReadOnlySpan<byte> content) =>
        content[..Math.Min(content.Length, 1024)].IndexOf("%PDF-"u8) >= 0 && !content.StartsWith("PK"u8);

    /// <inheritdoc/>
    public override IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        string name = document.Path ?? document.Id;
        string xml = PdfToText.Run(document.Content, name, options, cancellationToken);
        PdfLayout layout = PdfLayout.Parse(xml, name, cancellationToken);
        if (layout.Pages.TrueForAll(p => p.Segments.Count == 0))
        {
            throw new DocumentReadException(
                DocumentReadError.NoText, name, $"its {layout.Pages.Count} pages have no text layer (scanned pictures?)");
        }

        ExtractedTextBuilder builder = new();
        PdfPageWriter writer = new(builder, SizeOfText(layout.Pages));
        List<PreparedPage> pages = [];
        foreach (PdfPage page in layout.Pages)
        {
            cancellationToken.ThrowIfCancellationRequested();
            pages.Add(writer.Prepare(page));
        }

        pages.ForEach(writer.Write);

        return [builder.Build(document, Name, TextLayout.Lines, layout.Metadata, null)];
    }

    // The size most characters have: the median over all half-width columns.
    private static double SizeOfText(List<PdfPage> pages)
    {
        PdfSegment[] all = [.. pages.SelectMany(p => p.Segments).OrderBy(s => s.Em)];
        PdfSegment[] measured = [.. all.Where(s => s.IsMeasured)];
        all = measured.Length > 0 ? measured : all;
        long half = all.Sum(s => (long)s.Columns) / 2;
        foreach (PdfSegment segment in all)
        {
            half -= segment.Columns;
            if (half <= 0)
            {
                return Math.Max(1, segment.Em);
            }
        }

        return 1;
    }
}
