using System.Text;
using System.Text.Json;

namespace ScoSearch.Core.Documents;

/// <summary>Collects the JSON lines that name the same document: each line is one paragraph of it. Not thread-safe.</summary>
/// <param name="id">Id of the document.</param>
/// <param name="metadata">Metadata: that of the first line joined with what the caller gave.</param>
internal sealed class JsonLineGroup(string id, DocumentMetadata metadata)
{
    private readonly StringBuilder _text = new();
    private readonly List<ExtractedLine> _lines = [];

    /// <summary>Appends a paragraph.</summary>
    /// <param name="json">The line; <c>kind</c> says what the paragraph is, <c>date</c> and <c>page</c> are its own.</param>
    /// <param name="text">The paragraph.</param>
    /// <param name="number">Number of the line in the file.</param>
    public void Add(JsonElement json, string text, int number)
    {
        string one = text.ReplaceLineEndings(" ");
        string? date = SidecarMetadata.FromJson(json, MetadataOrigin.FrontMatter).Date?.Value;
        LineHints hints = new()
        {
            Role = RoleOf(json),
            Level = NumberIn(json, "level"),
            Date = date == metadata.Date?.Value ? null : date,
        };
        _lines.Add(new ExtractedLine(_text.Length, one.Length, number, NumberIn(json, "page"), hints));
        _text.Append(one).Append('\n');
    }

    /// <summary>The document.</summary>
    public ExtractedText ToText(string? path, DetectedEncoding encoding) => new(id, _text.ToString(), _lines)
    {
        Path = path,
        ReaderName = "jsonl",
        Layout = TextLayout.Paragraphs,
        Encoding = encoding,
        Metadata = metadata,
    };

    private static int NumberIn(JsonElement json, string name) =>
        json.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number
        && value.TryGetInt32(out int number) && number > 0 ? number : 0;

    private static LineRole RoleOf(JsonElement json)
    {
        bool isKnown = json.TryGetProperty("kind", out JsonElement kind) && kind.ValueKind == JsonValueKind.String;
        return isKnown && ParagraphKinds.TryParse(kind.GetString(), out ParagraphKind parsed)
            ? parsed switch
            {
                ParagraphKind.Body => LineRole.Body,
                ParagraphKind.Title => LineRole.Title,
                ParagraphKind.Subtitle => LineRole.Subtitle,
                ParagraphKind.Byline => LineRole.Byline,
                ParagraphKind.Heading => LineRole.Heading,
                ParagraphKind.Footnote => LineRole.Footnote,
                ParagraphKind.Quote => LineRole.Quote,
                ParagraphKind.Caption => LineRole.Caption,
                _ => LineRole.Unknown,
            }
            : LineRole.Unknown;
    }
}
