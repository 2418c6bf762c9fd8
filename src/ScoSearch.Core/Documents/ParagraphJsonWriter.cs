using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScoSearch.Core.Documents;

/// <summary>Writes paragraphs as JSON lines, UTF-8, Chinese characters unescaped. Stateless.</summary>
/// <remarks>
/// A line is <c>{"number","kind","text","section","page","lines","footnotes"}</c>: <c>section</c> is an array of headings,
/// <c>page</c> is null when unknown, <c>lines</c> is an array of <c>[first,last]</c>, and a footnote is
/// <c>{"marker","offset","paragraph"}</c> with paragraph null when it was not found. <c>continuedIn</c> and
/// <c>continues</c>, numbers of paragraphs, stand only where one half of a paragraph was linked with the other.
/// </remarks>
public static class ParagraphJsonWriter
{
    // Output goes to files and pipes, never into HTML, so nothing but what JSON demands is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one paragraph and a line feed.</summary>
    /// <param name="output">Where to write.</param>
    /// <param name="paragraph">What to write.</param>
    public static void WriteLine(IBufferWriter<byte> output, Paragraph paragraph)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(paragraph);
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartObject();
            json.WriteNumber("number", paragraph.Number);
            json.WriteString("kind", paragraph.Kind.NameOf());
            json.WriteString("text", paragraph.Text);
            WriteSection(json, paragraph);
            if (paragraph.Page > 0)
            {
                json.WriteNumber("page", paragraph.Page);
            }
            else
            {
                json.WriteNull("page");
            }

            WriteLines(json, paragraph);
            WriteFootnotes(json, paragraph);
            WriteHalf(json, "continuedIn", paragraph.ContinuedIn);
            WriteHalf(json, "continues", paragraph.Continues);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteHalf(Utf8JsonWriter json, string name, int number)
    {
        if (number > 0)
        {
            json.WriteNumber(name, number);
        }
    }

    private static void WriteSection(Utf8JsonWriter json, Paragraph paragraph)
    {
        json.WriteStartArray("section");
        foreach (string heading in paragraph.Section)
        {
            json.WriteStringValue(heading);
        }

        json.WriteEndArray();
    }

    private static void WriteLines(Utf8JsonWriter json, Paragraph paragraph)
    {
        json.WriteStartArray("lines");
        foreach (LineRange range in paragraph.Lines)
        {
            json.WriteStartArray();
            json.WriteNumberValue(range.First);
            json.WriteNumberValue(range.Last);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WriteFootnotes(Utf8JsonWriter json, Paragraph paragraph)
    {
        json.WriteStartArray("footnotes");
        foreach (FootnoteReference reference in paragraph.Footnotes)
        {
            json.WriteStartObject();
            json.WriteString("marker", reference.Marker);
            json.WriteNumber("offset", reference.Offset);
            if (reference.Paragraph > 0)
            {
                json.WriteNumber("paragraph", reference.Paragraph);
            }
            else
            {
                json.WriteNull("paragraph");
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
