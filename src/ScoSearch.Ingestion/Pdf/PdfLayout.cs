using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: pages, blocks, lines and words with coordinates.</summary>
internal sealed class PdfLayout
{
    private PdfLayout(List<PdfPage> pages, DocumentMetadata metadata) => (Pages, Metadata) = (pages, metadata);

    /// <summary>The pages.</summary>
    public List<PdfPage> Pages { get; }

    /// <summary>Properties of the file.</summary>
    public DocumentMetadata Metadata { get; }

    /// <summary>Parses the output.</summary>
    public static PdfLayout Parse(string xml, string name, CancellationToken token)
    {
        List<PdfPage> pages = [];
        MetadataCollector metadata = new(MetadataOrigin.FileProperties);
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Ignore,
            XmlResolver = null,
            CheckCharacters = false,
        };
        try
        {
            using XmlReader reader = XmlReader.Create(new StringReader(WithoutControls(xml)), settings);
            int block = 0;
            while (reader.Read())
            {
                token.ThrowIfCancellationRequested();
                if (reader.NodeType == XmlNodeType.Element)
                {
                    block += reader.LocalName == "block" ? 1 : 0;
                    ReadElement(reader, pages, metadata, block);
                }
            }
        }
        catch (XmlException e)
        {
            throw new DocumentReadException(DocumentReadError.ToolFailed, name, "pdftotext wrote unsound XML", e);
        }

        return new PdfLayout(pages, metadata.ToMetadata());
    }

    private static void ReadElement(XmlReader reader, List<PdfPage> pages, MetadataCollector metadata, int block)
    {
        switch (reader.LocalName)
        {
            case "title":
                metadata.Add("title", reader.IsEmptyElement ? null : reader.ReadString());
                break;
            case "meta":
                string property = reader.GetAttribute("name") ?? "";
                metadata.Add(property == "CreationDate" ? "created" : property == "Creator" ? "producer" : property,
                    reader.GetAttribute("content"));
                break;
            case "page":
                pages.Add(new PdfPage(pages.Count + 1, Number(reader, "width"), []));
                break;
            case "line" when pages.Count > 0 && !reader.IsEmptyElement:
                ReadLine(reader.ReadSubtree(), pages[^1], block);
                break;
            default:
                break;
        }
    }

    // Words of a line; a gap wider than two characters starts a new segment.
    private static void ReadLine(XmlReader reader, PdfPage page, int block)
    {
        StringBuilder text = new();
        double left = 0, right = 0, top = double.MaxValue, bottom = 0;
        using (reader)
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element || reader.LocalName != "word")
                {
                    continue;
                }

                double wordLeft = Number(reader, "xMin"), wordRight = Number(reader, "xMax");
                double wordTop = Number(reader, "yMin"), wordBottom = Number(reader, "yMax");
                string word = reader.ReadString();
                double height = wordBottom - wordTop, gap = wordLeft - right;
                if (text.Length > 0 && gap > height * 2.2)
                {
                    page.Segments.Add(new PdfSegment(text.ToString(), left, top, right, bottom, block));
                    text.Clear();
                    (top, bottom) = (double.MaxValue, 0);
                }

                left = text.Length == 0 ? wordLeft : left;
                text.Append(text.Length > 0 && gap > height * 0.05 ? " " : "").Append(word);
                (right, top, bottom) = (wordRight, Math.Min(top, wordTop), Math.Max(bottom, wordBottom));
            }
        }

        if (text.Length > 0)
        {
            page.Segments.Add(new PdfSegment(text.ToString(), left, top, right, bottom, block));
        }
    }

    private static double Number(XmlReader reader, string attribute) =>
        double.TryParse(reader.GetAttribute(attribute), NumberStyles.Float, CultureInfo.InvariantCulture, out double value)
            ? value : 0;

    // Poppler writes control characters of the file as they are; XML does not allow them.
    private static string WithoutControls(string xml)
    {
        StringBuilder? clean = null;
        for (int i = 0; i < xml.Length; i++)
        {
            if (xml[i] < ' ' && xml[i] is not ('\n' or '\t' or '\r'))
            {
                clean ??= new StringBuilder(xml);
                clean[i] = ' ';
            }
        }

        return clean?.ToString() ?? xml;
    }
}
