using System.IO;
using System.IO.Compression;
using System.Xml;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Word;

/// <summary>Checks an archive of XML parts before a library opens it.</summary>
/// <remarks>
/// Limits: number of entries, declared and real unpacked size, ratio of sizes, depth of elements; no document type
/// declaration. The parts are really unpacked and parsed once, because the sizes an archive declares may lie.
/// </remarks>
internal static class ArchiveGuard
{
    private const long RatioMatters = 1 << 20;

    public static void Check(ReadOnlyMemory<byte> content, string name, ReadingOptions options, CancellationToken token)
    {
        try
        {
            using ZipArchive archive = new(new MemoryStream(content.ToArray(), writable: false), ZipArchiveMode.Read);
            if (archive.Entries.Count > options.MaxArchiveEntries)
            {
                throw Hostile(name, $"{archive.Entries.Count:N0} entries are more than the limit of {options.MaxArchiveEntries:N0}");
            }

            long left = options.MaxUnpackedSizeInBytes;
            foreach (ZipArchiveEntry entry in archive.Entries)
            {
                token.ThrowIfCancellationRequested();
                if (entry.Length > RatioMatters && entry.Length / Math.Max(1, entry.CompressedLength) > options.MaxCompressionRatio)
                {
                    throw Hostile(name, $"an entry unpacks to more than {options.MaxCompressionRatio} times its size");
                }

                if (IsXml(entry.FullName))
                {
                    left = CheckXml(entry, left, name, options);
                }
            }
        }
        catch (InvalidDataException e)
        {
            throw new DocumentReadException(DocumentReadError.Malformed, name, "not a sound archive", e);
        }
        catch (XmlException e)
        {
            throw new DocumentReadException(DocumentReadError.Malformed, name, "a part is not sound XML: " + e.GetType().Name, e);
        }
    }

    private static bool IsXml(string entry) => entry.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        || entry.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);

    private static long CheckXml(ZipArchiveEntry entry, long left, string name, ReadingOptions options)
    {
        using LimitedStream stream = new(entry.Open(), left, name);
        XmlReaderSettings settings = new()
        {
            DtdProcessing = DtdProcessing.Parse,
            XmlResolver = null,
            MaxCharactersFromEntities = 1024,
        };
        using XmlReader reader = XmlReader.Create(stream, settings);
        while (Step(reader, name))
        {
            if (reader.NodeType == XmlNodeType.DocumentType)
            {
                throw Hostile(name, "a part declares a document type");
            }

            if (reader.Depth > options.MaxNestingDepth)
            {
                throw Hostile(name, $"elements are nested more than {options.MaxNestingDepth:N0} deep");
            }
        }

        return stream.Left;
    }

    private static bool Step(XmlReader reader, string name)
    {
        try
        {
            return reader.Read();
        }
        catch (XmlException e) when (reader.NodeType == XmlNodeType.DocumentType)
        {
            throw new DocumentReadException(DocumentReadError.Hostile, name, "a part declares a document type", e);
        }
    }

    private static DocumentReadException Hostile(string name, string why) => new(DocumentReadError.Hostile, name, why);
}
