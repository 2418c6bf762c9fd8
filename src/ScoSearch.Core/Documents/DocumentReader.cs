namespace ScoSearch.Core.Documents;

/// <summary>Reads one file format. Implementations are stateless and thread-safe.</summary>
public abstract class DocumentReader
{
    /// <summary>Name of the format, such as <c>text</c>.</summary>
    public abstract string Name { get; }

    /// <summary>File name extensions of the format, in lower case with the dot.</summary>
    public abstract IReadOnlyList<string> Extensions { get; }

    /// <summary>Whether the bytes alone show that this is the format. Must be cheap: the head is enough.</summary>
    /// <param name="content">The whole content.</param>
    public abstract bool RecognizesContent(ReadOnlySpan<byte> content);

    /// <summary>Reads the document or documents in a file.</summary>
    /// <param name="document">What to read.</param>
    /// <param name="options">Limits and choices.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    /// <returns>The documents of the file; most formats hold exactly one.</returns>
    /// <exception cref="DocumentReadException">The content is damaged, hostile or beyond a limit.</exception>
    public abstract IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions options, CancellationToken cancellationToken);
}
