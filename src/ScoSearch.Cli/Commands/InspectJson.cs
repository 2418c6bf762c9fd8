using System.Buffers;
using System.Text.Json;
using ScoSearch.Core.Documents;

namespace ScoSearch.Cli.Commands;

/// <summary>Writes what became of a document as one JSON object: the report, the metadata and the paragraphs.</summary>
internal static class InspectJson
{
    public static void Write(Utf8JsonWriter json, ReconstructedDocument document)
    {
        ReconstructionReport report = document.Report;
        json.WriteStartObject();
        json.WriteString("document", document.Id);
        json.WriteString("reader", report.ReaderName);
        WriteEncoding(json, report.Encoding);
        json.WriteNumber("lines", report.LineCount);
        json.WriteNumber("pages", report.PageCount);
        WriteRegimes(json, report.Regimes);
        WriteCounts(json, report);
        json.WriteStartObject("footnotes");
        json.WriteNumber("linked", report.FootnotesLinked);
        json.WriteNumber("unlinked", report.FootnotesUnlinked);
        json.WriteEndObject();
        json.WriteNumber("charactersLost", report.CharactersLost);
        json.WriteNumber("charactersInvented", report.CharactersInvented);
        json.WriteBoolean("fellBack", report.FellBack);
        WriteMetadata(json, document.Metadata);
        WriteParagraphs(json, document.Paragraphs);
        json.WriteEndObject();
    }

    private static void WriteEncoding(Utf8JsonWriter json, DetectedEncoding? encoding)
    {
        if (encoding is not { } detected)
        {
            json.WriteNull("encoding");
            return;
        }

        json.WriteStartObject("encoding");
        json.WriteString("name", detected.Name);
        json.WriteNumber("certainty", Math.Round(detected.Certainty, 2));
        json.WriteString("evidence", detected.Evidence);
        json.WriteNumber("replaced", detected.Replaced);
        json.WriteEndObject();
    }

    private static void WriteRegimes(Utf8JsonWriter json, IReadOnlyList<RegimeReport> regimes)
    {
        json.WriteStartArray("regimes");
        foreach (RegimeReport regime in regimes)
        {
            json.WriteStartObject();
            json.WriteNumber("firstLine", regime.Lines.First);
            json.WriteNumber("lastLine", regime.Lines.Last);
            json.WriteNumber("columns", regime.MeasureInColumns);
            json.WriteBoolean("blankLinesSeparate", regime.BlankLinesSeparate);
            json.WriteBoolean("indented", regime.Indented);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCounts(Utf8JsonWriter json, ReconstructionReport report)
    {
        json.WriteStartObject("paragraphsByKind");
        foreach (ParagraphKind kind in ParagraphKinds.All)
        {
            if (report.ParagraphsByKind.TryGetValue(kind, out int count))
            {
                json.WriteNumber(kind.NameOf(), count);
            }
        }

        json.WriteEndObject();
        json.WriteStartArray("removed");
        foreach (RemovedText removed in report.Removed)
        {
            json.WriteStartObject();
            json.WriteString("rule", removed.Rule);
            json.WriteNumber("count", removed.Count);
            json.WriteNumber("characters", removed.Characters);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, DocumentMetadata metadata)
    {
        json.WriteStartObject("metadata");
        foreach ((string name, MetadataValue value) in MetadataList.Of(metadata))
        {
            json.WriteStartObject(name);
            json.WriteString("value", value.Value);
            json.WriteString("origin", JsonNamingPolicy.CamelCase.ConvertName(value.Origin.ToString()));
            json.WriteEndObject();
        }

        json.WriteEndObject();
    }

    private static void WriteParagraphs(Utf8JsonWriter json, IReadOnlyList<Paragraph> paragraphs)
    {
        ArrayBufferWriter<byte> one = new();
        json.WriteStartArray("paragraphs");
        foreach (Paragraph paragraph in paragraphs)
        {
            one.ResetWrittenCount();
            ParagraphJsonWriter.WriteLine(one, paragraph);
            json.WriteRawValue(one.WrittenSpan.TrimEnd((byte)'\n'), skipInputValidation: true);
        }

        json.WriteEndArray();
    }
}
