using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Core.Indexing;

/// <summary>Writes the paragraphs of an index as JSON lines, in a form that can be indexed again. Stateless.</summary>
/// <remarks>
/// A line is <c>{"document","number","kind","text","title","section","author","source","date","page","lines","footnotes"}</c>;
/// what is not known is left out. Documents come by rising id in ordinal order, paragraphs in reading order.
/// </remarks>
public static class IndexExport
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly string[] PlainFields =
        [ParagraphFields.Title, ParagraphFields.Author, ParagraphFields.Source, ParagraphFields.Date];

    /// <summary>Writes all paragraphs of the last commit.</summary>
    /// <param name="indexPath">Folder of the index.</param>
    /// <param name="write">Takes one line each, with its line feed; valid during the call only.</param>
    /// <param name="cancellation">Ends the work early.</param>
    /// <exception cref="IndexNotFoundException">There is no index.</exception>
    /// <exception cref="CorruptIndexException">The index is damaged.</exception>
    public static void Write(
        string indexPath, Action<ReadOnlyMemory<byte>> write, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(write);
        using FSDirectory directory = IndexFolder.Open(indexPath);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        ArrayBufferWriter<byte> line = new();
        foreach (int docId in InOrder(reader))
        {
            cancellation.ThrowIfCancellationRequested();
            line.ResetWrittenCount();
            WriteLine(line, reader.GetDocument(docId));
            write(line.WrittenMemory);
        }
    }

    private static IEnumerable<int> InOrder(DirectoryReader reader)
    {
        List<(string Document, long Number, int DocId)> all = new(reader.NumDocs);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            SortedDocValues? documents = leaf.Reader.GetSortedDocValues(ParagraphFields.Document);
            NumericDocValues? numbers = leaf.Reader.GetNumericDocValues(ParagraphFields.Number);
            string[] names = new string[documents?.ValueCount ?? 0];
            while (documents is not null && documents.NextDoc() is int doc && doc != DocIdCursor.Exhausted)
            {
                if (leaf.Reader.LiveDocs?.IsLive(doc) != false)
                {
                    int ord = documents.OrdValue;
                    names[ord] ??= Encoding.UTF8.GetString(documents.LookupOrd(ord));
                    all.Add((names[ord], numbers?.AdvanceExact(doc) == true ? numbers.LongValue : 0, leaf.DocBase + doc));
                }
            }
        }

        all.Sort(static (a, b) => string.CompareOrdinal(a.Document, b.Document) is var order and not 0
            ? order
            : a.Number.CompareTo(b.Number));
        return all.Select(p => p.DocId);
    }

    private static void WriteLine(ArrayBufferWriter<byte> output, Document paragraph)
    {
        using (Utf8JsonWriter json = new(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("document", paragraph.Get(ParagraphFields.Document));
            WriteNumber(json, "number", paragraph.Get(ParagraphFields.Number));
            json.WriteString("kind", paragraph.Get(ParagraphFields.Kind));
            json.WriteString("text", paragraph.Get(ParagraphFields.Text));
            foreach (string field in PlainFields)
            {
                if (paragraph.Get(field) is string value)
                {
                    json.WriteString(field, value);
                }
            }

            WriteList(json, ParagraphFields.Section, paragraph, static (j, value) => j.WriteStringValue(value));
            WriteNumber(json, "page", paragraph.Get(ParagraphFields.Page));
            WriteList(json, ParagraphFields.Lines, paragraph, WriteRange);
            WriteList(json, ParagraphFields.Footnotes, paragraph, WriteFootnote);
            WriteNumber(json, ParagraphFields.ContinuedIn, paragraph.Get(ParagraphFields.ContinuedIn));
            WriteNumber(json, ParagraphFields.Continues, paragraph.Get(ParagraphFields.Continues));
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }

    private static void WriteNumber(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WritePropertyName(name);
            json.WriteRawValue(value);
        }
    }

    private static void WriteList(
        Utf8JsonWriter json, string field, Document paragraph, Action<Utf8JsonWriter, string> write)
    {
        bool any = false;
        foreach (Field value in paragraph.FindAll(field))
        {
            if (!any)
            {
                json.WriteStartArray(field);
                any = true;
            }

            write(json, value.StringValue);
        }

        if (any)
        {
            json.WriteEndArray();
        }
    }

    private static void WriteRange(Utf8JsonWriter json, string range)
    {
        string[] ends = range.Split('-');
        json.WriteStartArray();
        json.WriteRawValue(ends[0]);
        json.WriteRawValue(ends[^1]);
        json.WriteEndArray();
    }

    private static void WriteFootnote(Utf8JsonWriter json, string note)
    {
        string[] parts = note.Split('\t');
        json.WriteStartObject();
        json.WriteString("marker", parts[0]);
        WriteNumber(json, "offset", parts.ElementAtOrDefault(1));
        WriteNumber(json, "paragraph", parts.ElementAtOrDefault(2));
        json.WriteEndObject();
    }
}
