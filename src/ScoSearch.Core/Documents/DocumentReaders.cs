namespace ScoSearch.Core.Documents;

/// <summary>The readers that are available; chooses by content first, by extension second. Immutable.</summary>
public sealed class DocumentReaders
{
    private readonly DocumentReader[] _readers;

    /// <summary>Creates a set of readers.</summary>
    /// <param name="readers">Readers in the order in which they are asked whether they recognize a content.</param>
    public DocumentReaders(IEnumerable<DocumentReader> readers)
    {
        ArgumentNullException.ThrowIfNull(readers);
        _readers = [.. readers];
    }

    /// <summary>JSON lines and plain text. ScoSearch.Ingestion adds Markdown, HTML, Word and PDF.</summary>
    public static DocumentReaders Default { get; } = new([new JsonLinesReader(), new PlainTextReader()]);

    /// <summary>The readers, in the order in which they are asked.</summary>
    public IReadOnlyList<DocumentReader> Readers => _readers;

    /// <summary>A set with these readers in front of the present ones.</summary>
    /// <param name="readers">Further readers.</param>
    public DocumentReaders With(params DocumentReader[] readers) => new([.. readers, .. _readers]);

    /// <summary>Finds the reader for a document.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The reader, or null when neither content nor extension is known and the bytes are not text.</returns>
    public DocumentReader? Find(SourceDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        ReadOnlySpan<byte> content = document.Content.Span;
        foreach (DocumentReader reader in _readers)
        {
            if (reader.RecognizesContent(content))
            {
                return reader;
            }
        }

        if (!BinaryContent.LooksBinary(content))
        {
            string extension = System.IO.Path.GetExtension(document.Path ?? "").ToLowerInvariant();
            return Array.Find(_readers, r => r.Extensions.Contains(extension))
                ?? Array.Find(_readers, r => r is PlainTextReader);
        }

        return null;
    }

    /// <summary>Reads a document with the reader found for it.</summary>
    /// <param name="document">The document.</param>
    /// <param name="options">Limits, or null for the defaults.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The documents of the file; most formats hold exactly one.</returns>
    /// <exception cref="DocumentReadException">No reader knows the format, or the reader failed.</exception>
    public IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions? options = null, CancellationToken cancellationToken = default)
    {
        DocumentReader reader = Find(document) ?? throw new DocumentReadException(
            DocumentReadError.UnknownFormat, document.Path ?? document.Id, "not a format that can be read");
        return reader.Read(document, options ?? ReadingOptions.Default, cancellationToken);
    }
}
