using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Documents;

/// <summary>The text of one document as its reader got it out of the file: lines, pages and hints. Immutable.</summary>
public sealed class ExtractedText
{
    /// <summary>Creates an extracted text.</summary>
    /// <param name="id">Id of the document; not empty.</param>
    /// <param name="text">The whole text; lines point into it.</param>
    /// <param name="lines">The lines, by rising start; characters between lines count as line ends.</param>
    /// <exception cref="ArgumentException">A line lies outside the text or overlaps the one before.</exception>
    public ExtractedText(string id, string text, IReadOnlyList<ExtractedLine> lines)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(lines);
        int end = 0;
        for (int i = 0; i < lines.Count; i++)
        {
            ExtractedLine line = lines[i];
            if (line.Start < end || line.Length < 0 || line.Start > text.Length - line.Length)
            {
                throw new ArgumentException($"line {i} does not follow the line before inside the text", nameof(lines));
            }

            end = line.Start + line.Length;
        }

        Id = id;
        Text = text;
        Lines = lines;
    }

    /// <summary>Id of the document.</summary>
    public string Id { get; }

    /// <summary>The whole text. Offsets in paragraphs' maps point here.</summary>
    public string Text { get; }

    /// <summary>The lines.</summary>
    public IReadOnlyList<ExtractedLine> Lines { get; }

    /// <summary>Path of the file, or null when the text did not come from one.</summary>
    public string? Path { get; init; }

    /// <summary>Name of the reader, such as <c>text</c> or <c>docx</c>.</summary>
    public string ReaderName { get; init; } = "text";

    /// <summary>What a line end means.</summary>
    public TextLayout Layout { get; init; }

    /// <summary>How the bytes were decoded, or null when the format fixes it.</summary>
    public DetectedEncoding? Encoding { get; init; }

    /// <summary>Metadata found by the reader, joined with what the caller gave.</summary>
    public DocumentMetadata Metadata { get; init; } = DocumentMetadata.Empty;

    /// <summary>What the reader itself left out (navigation, deleted revisions, field codes), by rule.</summary>
    public IReadOnlyList<RemovedText> RemovedByReader { get; init; } = [];

    /// <summary>Splits plain text into lines.</summary>
    /// <param name="id">Id of the document; not empty.</param>
    /// <param name="text">The text, with any line ends (LF, CR LF, CR, form feed, U+2028, U+2029).</param>
    /// <param name="path">Path of the file, or null.</param>
    public static ExtractedText FromPlainText(string id, string text, string? path = null) =>
        new(id, text, LineSplitter.Split(text)) { Path = path };
}
