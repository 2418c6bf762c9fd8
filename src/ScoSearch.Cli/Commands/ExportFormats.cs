using System.Globalization;
using System.IO;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoSearch.Core.Text;

namespace ScoSearch.Cli.Commands;

/// <summary>Writes exported paragraphs in the forms of other programs. Stateless.</summary>
internal static class ExportFormats
{
    /// <summary>Mapping of an OpenSearch index for the bulk form: texts analysed, the rest as keywords and numbers.</summary>
    public const string Mapping = """
        {
          "mappings": {
            "properties": {
              "document": { "type": "keyword" },
              "number": { "type": "integer" },
              "kind": { "type": "keyword" },
              "text": { "type": "text", "analyzer": "smartcn" },
              "title": { "type": "text", "analyzer": "smartcn", "fields": { "keyword": { "type": "keyword", "ignore_above": 1000 } } },
              "section": { "type": "text", "analyzer": "smartcn" },
              "author": { "type": "keyword" },
              "source": { "type": "keyword" },
              "date": { "type": "date", "format": "yyyy-MM-dd||yyyy-MM||yyyy" },
              "page": { "type": "integer" },
              "lines": { "enabled": false },
              "footnotes": { "enabled": false }
            }
          }
        }
        """;

    /// <summary>A paragraph as two lines of the bulk interface: what to do, and the paragraph; its id is <c>document#number</c>.</summary>
    public static void WriteBulk(Stream output, ReadOnlyMemory<byte> line)
    {
        using JsonDocument paragraph = JsonDocument.Parse(line);
        string id = JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(IdOf(paragraph.RootElement));
        ReadableJson.WriteUnescaped(output, Encoding.UTF8.GetBytes($"{{\"index\":{{\"_id\":\"{id}\"}}}}\n"));
        ReadableJson.WriteUnescaped(output, line.Span);
    }

    /// <summary>A paragraph as a document of a TREC collection: DOCNO, TITLE where there is one, TEXT.</summary>
    public static void WriteTrec(Stream output, ReadOnlyMemory<byte> line)
    {
        using JsonDocument paragraph = JsonDocument.Parse(line);
        JsonElement root = paragraph.RootElement;
        StringBuilder document = new();
        document.Append(CultureInfo.InvariantCulture, $"<DOC>\n<DOCNO>{WebUtility.HtmlEncode(IdOf(root))}</DOCNO>\n");
        if (root.TryGetProperty("title", out JsonElement title))
        {
            document.Append(CultureInfo.InvariantCulture, $"<TITLE>{WebUtility.HtmlEncode(title.GetString())}</TITLE>\n");
        }

        document.Append(CultureInfo.InvariantCulture, $"<TEXT>\n{WebUtility.HtmlEncode(root.GetProperty("text").GetString())}\n</TEXT>\n</DOC>\n");
        output.Write(Encoding.UTF8.GetBytes(document.ToString()));
    }

    private static string IdOf(JsonElement paragraph) =>
        $"{paragraph.GetProperty("document").GetString()}#{paragraph.GetProperty("number").GetRawText()}";
}
