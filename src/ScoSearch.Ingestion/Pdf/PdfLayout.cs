using System.Globalization;
using System.IO;
using System.Text;
using System.Xml;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Pdf;

/// <summary>Reads what <c>pdftotext -bbox-layout</c> writes: pages, blocks, lines and words with coordinates.</summary>
internal sealed class PdfLayout
{
    // Segments to look back for the same text printed before: twins follow each other closely.
    private const int NearBy = 200;

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
            while (reader.Read())
            {
                token.ThrowIfCancellationRequested();
                if (reader.NodeType == XmlNodeType.Element)
                {
                    ReadElement(reader, pages, metadata);
                }
            }
        }
        catch (XmlException e)
        {
            throw new DocumentReadException(DocumentReadError.ToolFailed, name, "pdftotext wrote unsound XML", e);
        }

        return new PdfLayout(pages, metadata.ToMetadata());
    }

    private static void ReadElement(XmlReader reader, List<PdfPage> pages, MetadataCollector metadata)
    {
        switch (reader.LocalName)
        {
            case "title":
                metadata.Add("title", reader.IsEmptyElement ? null : reader.ReadString());
                break;
            case "meta":
                string property = reader.GetAttribute("name") ?? "";
                metadata.Add(property == "CreationDate" ? "created" : property == "Creator" ? "producer" : property,
                    property == "Author" ? FileAuthors.PersonOrNull(reader.GetAttribute("content")) : reader.GetAttribute("content"));
                break;
            case "page":
                pages.Add(new PdfPage(pages.Count + 1, Number(reader, "width"), Number(reader, "height"), []));
                break;
            case "line" when pages.Count > 0 && !reader.IsEmptyElement:
                ReadLine(reader.ReadSubtree(), pages[^1]);
                break;
            default:
                break;
        }
    }

    // Words of a line; a gap wider than two characters starts a new segment.
    private static void ReadLine(XmlReader reader, PdfPage page)
    {
        PdfLine line = new();
        using (reader)
        {
            while (reader.Read())
            {
                if (reader.NodeType == XmlNodeType.Element && reader.LocalName == "word")
                {
                    double left = Number(reader, "xMin"), right = Number(reader, "xMax");
                    double top = Number(reader, "yMin"), bottom = Number(reader, "yMax");
                    line.Add(new PdfSegment(reader.ReadString(), [], left, top, right, bottom));
                }
            }
        }

        foreach (PdfSegment segment in line.ToSegments())
        {
            int near = Math.Min(NearBy, page.Segments.Count);
            int twin = near == 0 ? -1
                : page.Segments.FindLastIndex(page.Segments.Count - 1, near, s => IsPrintedTwice(s, segment));
            if (twin < 0)
            {
                page.Segments.Add(segment);
            }
            else if (page.Segments[twin].Text.Length < segment.Text.Length)
            {
                page.Segments[twin] = segment;
            }
        }
    }

    // Bold type made by printing twice, a hair's breadth apart; the program sees most of it, but not all.
    private static bool IsPrintedTwice(PdfSegment known, PdfSegment again)
    {
        const double hair = 0.8;
        return Math.Abs(known.Left - again.Left) < hair && Math.Abs(known.Middle - again.Middle) < hair
            && (known.Text.StartsWith(again.Text, StringComparison.Ordinal) || again.Text.StartsWith(known.Text, StringComparison.Ordinal));
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
