namespace ScoSearch.Core.Documents;

/// <summary>Reads plain text in any encoding <see cref="EncodingDetector"/> knows. Stateless.</summary>
/// <remarks>
/// Where a tool kept the columns of pages side by side, <see cref="ExtractedText.Text"/> holds them one below the other;
/// the numbers of the lines are those of the file.
/// </remarks>
public sealed class PlainTextReader : DocumentReader
{
    /// <inheritdoc/>
    public override string Name => "text";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".txt", ".text", ".log"];

    /// <summary>Always false: any bytes may be text, so this reader is the last resort.</summary>
    /// <inheritdoc/>
    public override bool RecognizesContent(ReadOnlySpan<byte> content) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        cancellationToken.ThrowIfCancellationRequested();
        (string text, DetectedEncoding encoding) = Decode(document, options);
        (text, IReadOnlyList<ExtractedLine> lines) = ColumnUnroller.Unroll(text);
        ExtractedText extracted = new(document.Id, text, lines)
        {
            Path = document.Path,
            ReaderName = Name,
            Encoding = encoding,
            Metadata = document.Metadata,
        };
        return [extracted];
    }

    /// <summary>Decodes the bytes of a document as text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">May name the encoding.</param>
    /// <exception cref="DocumentReadException">The encoding asked for does not exist.</exception>
    public static (string Text, DetectedEncoding Encoding) Decode(SourceDocument document, ReadingOptions options)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        try
        {
            return EncodingDetector.Decode(document.Content.Span, options.EncodingName);
        }
        catch (ArgumentException e)
        {
            throw new DocumentReadException(
                DocumentReadError.UnknownEncoding, document.Path ?? document.Id, $"no encoding '{options.EncodingName}'", e);
        }
    }
}
