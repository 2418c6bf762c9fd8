using Markdig;
using Markdig.Syntax;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Markdown;

/// <summary>Reads Markdown: headings, lists, quotations, tables, footnotes and front matter. Stateless.</summary>
/// <remarks>
/// Line ends inside a paragraph: a hard break parts paragraphs, because that is how Chinese texts use it; lines of one
/// width are joined; other lines stay apart. Line numbers are those of the file.
/// </remarks>
public sealed class MarkdownReader : DocumentReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UseFootnotes().UsePipeTables().UseYamlFrontMatter().Build();

    /// <inheritdoc/>
    public override string Name => "markdown";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    /// <summary>Always false: any text may be Markdown, so only the extension tells.</summary>
    /// <inheritdoc/>
    public override bool RecognizesContent(ReadOnlySpan<byte> content) => false;

    /// <inheritdoc/>
    public override IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        (string text, DetectedEncoding encoding) = PlainTextReader.Decode(document, options);
        MarkdownDocument markdown;
        try
        {
            markdown = Markdig.Markdown.Parse(text, Pipeline);
        }
        catch (ArgumentException e)
        {
            // Markdig limits nesting itself, and says so with this exception
            throw new DocumentReadException(
                DocumentReadError.Hostile, document.Path ?? document.Id, "nested too deeply", e);
        }

        MarkdownExtraction extraction = new(options.MaxNestingDepth, document.Path ?? document.Id, cancellationToken);
        extraction.Add(markdown);
        return [extraction.Builder.Build(document, Name, TextLayout.Paragraphs, extraction.Metadata.ToMetadata(), encoding)];
    }
}
