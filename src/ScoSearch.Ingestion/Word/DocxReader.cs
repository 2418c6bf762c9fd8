using System.IO;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Word;

/// <summary>Reads Word documents (.docx). Stateless.</summary>
/// <remarks>
/// Headings by style or outline level, automatic numbers written out, footnotes and endnotes with their markers, tables
/// row by row, text boxes, tracked insertions kept, deletions and field codes left out and counted.
/// </remarks>
public sealed class DocxReader : DocumentReader
{
    private static ReadOnlySpan<byte> OleHead => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <inheritdoc/>
    public override string Name => "docx";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".docx", ".docm"];

    /// <inheritdoc/>
    public override bool RecognizesContent(ReadOnlySpan<byte> content) =>
        (content.StartsWith("PK\x03\x04"u8) && content.IndexOf("word/document"u8) >= 0) || content.StartsWith(OleHead);

    /// <inheritdoc/>
    public override IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        string name = document.Path ?? document.Id;
        if (document.Content.Span.StartsWith(OleHead))
        {
            throw new DocumentReadException(
                DocumentReadError.Encrypted, name, "an encrypted document, or an old binary one; save it as .docx without a password");
        }

        ArchiveGuard.Check(document.Content, name, options, cancellationToken);
        try
        {
            using MemoryStream stream = new(document.Content.ToArray(), writable: false);
            using WordprocessingDocument word = WordprocessingDocument.Open(stream, isEditable: false);
            MainDocumentPart main = word.MainDocumentPart
                ?? throw new DocumentReadException(DocumentReadError.Malformed, name, "has no main part");
            WordExtraction extraction = new(main, cancellationToken);
            extraction.AddAll();
            return [extraction.Builder.Build(document, Name, TextLayout.Paragraphs, Properties(word), null)];
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or XmlException or InvalidDataException
            or FormatException or InvalidOperationException or ArgumentException or KeyNotFoundException or IOException)
        {
            throw new DocumentReadException(DocumentReadError.Malformed, name, "not a sound Word document: " + e.GetType().Name, e);
        }
    }

    private static DocumentMetadata Properties(WordprocessingDocument word)
    {
        MetadataCollector found = new(MetadataOrigin.FileProperties);
        found.Add("title", word.PackageProperties.Title);
        found.Add("author", FileAuthors.PersonOrNull(word.PackageProperties.Creator));
        found.Add("subject", word.PackageProperties.Subject);
        found.Add("keywords", word.PackageProperties.Keywords);

        // the day a file was made is not the day a text was published, so it is no date of the document
        found.Add("created", word.PackageProperties.Created?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        return found.ToMetadata();
    }
}
