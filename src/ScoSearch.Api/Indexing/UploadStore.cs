using System.IO;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ScoSearch.Api.Http;
using ScoSearch.Core.Documents;

namespace ScoSearch.Api.Indexing;

/// <summary>
/// Keeps documents that came over HTTP, so that a rebuild finds them again, and notes which documents of the corpus were
/// deleted. Not thread-safe: changes are made one at a time.
/// </summary>
/// <remarks>
/// Names of files are hashes of ids: nothing that a client sends becomes part of a path. Each file is written beside its
/// place, flushed and then renamed, so that a crash leaves the old one or the new one.
/// </remarks>
/// <param name="folder">The folder; made when first needed.</param>
internal sealed class UploadStore(string folder)
{
    private const string DescriptionExtension = ".json";
    private const string ContentExtension = ".bin";

    /// <summary>Keeps a document.</summary>
    public void Put(UploadDescription description, ReadOnlySpan<byte> content)
    {
        System.IO.Directory.CreateDirectory(folder);
        string path = PathOf(description.Id);
        Write(path + ContentExtension, content);
        Write(path + DescriptionExtension, ReadableBytes(description));
    }

    /// <summary>Notes that a document was deleted.</summary>
    /// <param name="id">Id of the document.</param>
    /// <param name="isInCorpus">Whether a rebuild would find it again.</param>
    public void Delete(string id, bool isInCorpus)
    {
        string path = PathOf(id);
        if (isInCorpus)
        {
            System.IO.Directory.CreateDirectory(folder);
            Write(path + DescriptionExtension, ReadableBytes(new UploadDescription { Id = id, Deleted = true }));
        }
        else
        {
            File.Delete(path + DescriptionExtension);
        }

        File.Delete(path + ContentExtension);
    }

    /// <summary>Reads all documents.</summary>
    /// <param name="damaged">Gets the names of files that cannot be read.</param>
    /// <returns>Descriptions with their documents; a deleted one has none.</returns>
    public List<(UploadDescription Description, SourceDocument? Document)> ReadAll(List<string> damaged)
    {
        List<(UploadDescription, SourceDocument?)> all = [];
        if (!System.IO.Directory.Exists(folder))
        {
            return all;
        }

        foreach (string path in System.IO.Directory.EnumerateFiles(folder, "*" + DescriptionExtension).Order(StringComparer.Ordinal))
        {
            if (Read(path) is { } entry)
            {
                all.Add(entry);
            }
            else
            {
                damaged.Add(Path.GetFileName(path));
            }
        }

        return all;
    }

    /// <summary>A document as it is given to the indexer.</summary>
    public static SourceDocument ToDocument(UploadDescription description, ReadOnlyMemory<byte> content) =>
        SourceDocument.FromBytes(
            description.Id,
            content,
            description.Extension is null ? null : "upload" + description.Extension,
            new DocumentMetadata
            {
                Title = ToValue(description.Title),
                Author = ToValue(description.Author),
                Source = ToValue(description.Source),
                Date = ToValue(description.Date),
            });

    private static MetadataValue? ToValue(string? value) =>
        string.IsNullOrWhiteSpace(value) ? null : new MetadataValue(value, MetadataOrigin.Caller);

    private static (UploadDescription, SourceDocument?)? Read(string path)
    {
        try
        {
            UploadDescription? description =
                JsonSerializer.Deserialize(File.ReadAllBytes(path), ApiJsonContext.Readable.UploadDescription);
            if (description is null || string.IsNullOrEmpty(description.Id))
            {
                return null;
            }

            return description.Deleted
                ? (description, null)
                : (description, ToDocument(description, File.ReadAllBytes(Path.ChangeExtension(path, ContentExtension))));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException)
        {
            // Named to the operator by the caller; one damaged upload must not stop a rebuild.
            return null;
        }
    }

    private static byte[] ReadableBytes(UploadDescription description) =>
        JsonSerializer.SerializeToUtf8Bytes(description, ApiJsonContext.Readable.UploadDescription);

    private static void Write(string path, ReadOnlySpan<byte> content)
    {
        string temporary = path + ".tmp";
        using (FileStream file = new(temporary, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            file.Write(content);
            file.Flush(flushToDisk: true);
        }

        File.Move(temporary, path, overwrite: true);
    }

    private string PathOf(string id) =>
        Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id))));
}
