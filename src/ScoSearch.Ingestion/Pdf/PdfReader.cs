using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Reads PDF files with Poppler's <c>pdftotext</c>, an external program. Stateless.</summary>
/// <remarks>
/// The program gives words with coordinates. Lines keep their pages and indents; segments beside each other become the
/// rows of a table. Scanned pages without a text layer give no lines.
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
        ExtractedTextBuilder builder = new();
        int number = 0;
        foreach (PdfPage page in layout.Pages)
        {
            PdfPageWriter.Write(page, builder, ref number);
        }

        return [builder.Build(document, Name, TextLayout.Lines, layout.Metadata, null)];
    }
}
