using System.Text;
using System.Text.Json;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Documents;

/// <summary>
/// Reads JSON lines: one object a line, each a document of its own unless it names the document it belongs to. Stateless.
/// </summary>
/// <remarks>
/// Lines with the same <c>document</c> are the paragraphs of one document with that id, in the order of the file;
/// <c>kind</c>, <c>date</c> and <c>page</c> are then the paragraph's, and the first line gives the document's metadata.
/// Otherwise the text is <c>text</c>, <c>contents</c>, <c>content</c> or <c>body</c> (a string), or <c>paragraphs</c> (an array of
/// strings, each a paragraph). The id is <c>id</c>, <c>_id</c> or <c>docid</c>, otherwise the file's id and the line
/// number. Other fields are metadata.
/// </remarks>
public sealed class JsonLinesReader : DocumentReader
{
    private static readonly string[] TextNames = ["text", "contents", "content", "body"];
    private static readonly string[] IdNames = ["id", "_id", "docid"];
    private static readonly string[] StructureNames = ["paragraphs", "document", "kind", "page", "level"];

    /// <inheritdoc/>
    public override string Name => "jsonl";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Extensions { get; } = [".jsonl", ".ndjson"];

    /// <inheritdoc/>
    public override bool RecognizesContent(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> head = content.TrimStart("\uFEFF"u8).TrimStart(" \t\r\n"u8);
        if (head is not [(byte)'{', ..])
        {
            return false;
        }

        int end = head.IndexOf((byte)'\n');
        ReadOnlySpan<byte> line = end < 0 ? head : head[..end];
        return line.TrimEnd(" \t\r"u8) is [.., (byte)'}'] && IsObjectWithText(line);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<ExtractedText> Read(
        SourceDocument document, ReadingOptions options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(options);
        string name = document.Path ?? document.Id;
        (string text, DetectedEncoding encoding) = PlainTextReader.Decode(document, options);
        List<ExtractedText> documents = [];
        OrderedDictionary<string, JsonLineGroup> groups = new(StringComparer.Ordinal);
        int number = 0;

        // Line feeds alone: strings may hold the other line ends of Unicode, as Python writes them.
        foreach (Range range in text.AsSpan().Split('\n'))
        {
            cancellationToken.ThrowIfCancellationRequested();
            ReadOnlySpan<char> line = text.AsSpan(range);
            number++;
            if (!line.IsWhiteSpace())
            {
                ReadLine(line.ToString(), number, name, json => Add(json, number));
            }
        }

        documents.AddRange(groups.Values.Select(g => g.ToText(document.Path, encoding)));
        return documents;

        void Add(JsonElement json, int line)
        {
            (string text, bool isList) = TextOf(json) ?? throw new DocumentReadException(
                DocumentReadError.Malformed, name, $"line {line} is not an object with a text");
            if (isList || DocumentOf(json) is not string id)
            {
                documents.Add(ReadDocument(document, json, text, isList, line, encoding));
                return;
            }

            if (!groups.TryGetValue(id, out JsonLineGroup? group))
            {
                group = new JsonLineGroup(id, document.Metadata.MergedWith(MetadataOf(json)));
                groups.Add(id, group);
            }

            group.Add(json, text, line);
        }
    }

    private static bool IsObjectWithText(ReadOnlySpan<byte> line)
    {
        try
        {
            Utf8JsonReader reader = new(line);
            return JsonDocument.TryParseValue(ref reader, out JsonDocument? json) && HasText(json);
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool HasText(JsonDocument json)
    {
        using (json)
        {
            return json.RootElement.ValueKind == JsonValueKind.Object && TextOf(json.RootElement) is not null;
        }
    }

    private static void ReadLine(string line, int number, string name, Action<JsonElement> read)
    {
        try
        {
            using JsonDocument json = JsonDocument.Parse(line);
            read(json.RootElement);
        }
        catch (JsonException e)
        {
            throw new DocumentReadException(DocumentReadError.Malformed, name, $"line {number} is not valid JSON", e);
        }
    }

    private static ExtractedText ReadDocument(
        SourceDocument document, JsonElement json, string text, bool isList, int number, DetectedEncoding encoding) =>
        new(IdOf(json) ?? $"{document.Id}#{number}", text, LineSplitter.Split(text))
        {
            Path = document.Path,
            ReaderName = "jsonl",
            Layout = isList ? TextLayout.Paragraphs : TextLayout.Lines,
            Encoding = encoding,
            Metadata = document.Metadata.MergedWith(MetadataOf(json)),
        };

    private static string? DocumentOf(JsonElement json) =>
        json.TryGetProperty("document", out JsonElement id) && id.ValueKind == JsonValueKind.String
        && id.GetString() is { Length: > 0 } name ? name : null;

    private static DocumentMetadata MetadataOf(JsonElement root)
    {
        DocumentMetadata all = SidecarMetadata.FromJson(root, MetadataOrigin.FrontMatter);
        return all with
        {
            Other = all.Other.Where(v => !TextNames.Contains(v.Key) && !IdNames.Contains(v.Key) && !StructureNames.Contains(v.Key))
                .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
        };
    }

    private static (string Text, bool Paragraphs)? TextOf(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return null;
        }

        foreach (string name in TextNames)
        {
            if (root.TryGetProperty(name, out JsonElement text) && text.ValueKind == JsonValueKind.String)
            {
                return (text.GetString()!, false);
            }
        }

        if (!root.TryGetProperty("paragraphs", out JsonElement list) || list.ValueKind != JsonValueKind.Array)
        {
            return null;
        }

        StringBuilder all = new();
        foreach (JsonElement item in list.EnumerateArray())
        {
            string? one = item.ValueKind == JsonValueKind.String ? item.GetString()
                : item.ValueKind == JsonValueKind.Object && item.TryGetProperty("text", out JsonElement t) ? t.ToString()
                : null;
            all.Append(one?.ReplaceLineEndings(" ")).Append('\n');
        }

        return (all.ToString(), true);
    }

    private static string? IdOf(JsonElement root)
    {
        foreach (string name in IdNames)
        {
            if (root.TryGetProperty(name, out JsonElement id) && id.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                string value = id.ToString();
                return value.Length == 0 ? null : value;
            }
        }

        return null;
    }
}
