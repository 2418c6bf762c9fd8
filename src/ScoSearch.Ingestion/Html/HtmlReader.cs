using System.Text;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Html;

/// <summary>Reads HTML pages: the main text without navigation, scripts, side bars and comments. Stateless.</summary>
public sealed class HtmlReader : DocumentReader
{
    private const int HeadLength = 4096;

    /// <inheritdoc/>
    public override string Name => "html";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    /// <inheritdoc/>
    public override bool RecognizesContent(ReadOnlySpan<byte> content)
    {
        string head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, 512)]).TrimStart('ï', '»', '¿', ' ', '\r', '\n', '\t');
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase)
            || (head.StartsWith("<?xml", StringComparison.Ordinal) && head.Contains("<html", StringComparison.OrdinalIgnoreCase));
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        string name = document.Path ?? document.Id;
        ReadingOptions decoding = options with { EncodingName = options.EncodingName ?? DeclaredEncoding(document) };
        (string html, DetectedEncoding encoding) = PlainTextReader.Decode(document, decoding);
        if (HtmlDepth.Exceeds(html, options.MaxNestingDepth))
        {
            throw new DocumentReadException(
                DocumentReadError.Hostile, name, $"elements are nested more than {options.MaxNestingDepth:N0} deep");
        }

        cancellationToken.ThrowIfCancellationRequested();
        HtmlParser parser = new(new HtmlParserOptions { IsScripting = false });
        using IHtmlDocument page = parser.ParseDocument(html);
        ExtractedTextBuilder builder = new();
        HtmlExtraction extraction = new(page, builder, cancellationToken);
        extraction.AddMainText();
        return [builder.Build(
            document, Name, TextLayout.Paragraphs, HtmlMetadata.Of(page).MergedWith(extraction.Shown), encoding)];
    }

    // A declaration counts only if the bytes do not say otherwise: pages are often saved in another encoding.
    private static string? DeclaredEncoding(SourceDocument document)
    {
        ReadOnlySpan<byte> content = document.Content.Span;
        DetectedEncoding detected = EncodingDetector.Detect(content);
        if (detected.Certainty >= 0.9)
        {
            return null;
        }

        string head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, HeadLength)]);
        int at = head.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        if (at < 0)
        {
            return null;
        }

        string declared = new([.. head[(at + 8)..].TrimStart('"', '\'', ' ').TakeWhile(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')]);
        return declared.ToLowerInvariant() is "gb2312" or "gbk" or "gb18030" or "big5" or "big5-hkscs" or "utf-8" ? declared : null;
    }
}
