using System.IO;

namespace ScoSearch.Core.Documents;

/// <summary>The bytes of a document with its id, path and given metadata. Immutable; safe to share.</summary>
public sealed class SourceDocument
{
    private SourceDocument(string id, string? path, ReadOnlyMemory<byte> content, DocumentMetadata metadata)
    {
        Id = id;
        Path = path;
        Content = content;
        Metadata = metadata;
    }

    /// <summary>Id of the document; for a file, its path unless another was given.</summary>
    public string Id { get; }

    /// <summary>Path of the file, or null.</summary>
    public string? Path { get; }

    /// <summary>The bytes.</summary>
    public ReadOnlyMemory<byte> Content { get; }

    /// <summary>Metadata given by the caller or by a sidecar file.</summary>
    public DocumentMetadata Metadata { get; }

    /// <summary>A document from bytes in memory.</summary>
    /// <param name="id">Id; not empty.</param>
    /// <param name="content">The bytes; not copied.</param>
    /// <param name="path">A path whose extension may name the format, or null.</param>
    /// <param name="metadata">Metadata that is known, or null.</param>
    public static SourceDocument FromBytes(
        string id, ReadOnlyMemory<byte> content, string? path = null, DocumentMetadata? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        return new SourceDocument(id, path, content, metadata ?? DocumentMetadata.Empty);
    }

    /// <summary>Reads a file, and the metadata file <c>PATH.meta.json</c> beside it if there is one.</summary>
    /// <param name="path">Path of the file.</param>
    /// <param name="options">Limits, or null for the defaults.</param>
    /// <param name="id">Id of the document, or null for the path.</param>
    /// <exception cref="DocumentReadException">The file is missing, locked, forbidden, empty, no regular file, or too large.</exception>
    public static SourceDocument FromFile(string path, ReadingOptions? options = null, string? id = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        options ??= ReadingOptions.Default;
        byte[] content = ReadLimited(path, options.MaxFileSizeInBytes);
        if (content.Length == 0)
        {
            throw new DocumentReadException(DocumentReadError.NoText, path, "is empty, or no regular file");
        }

        return new SourceDocument(id ?? path, path, content, SidecarMetadata.ReadBeside(path));
    }

    /// <summary>A document from text in memory.</summary>
    /// <param name="id">Id; not empty.</param>
    /// <param name="text">The text.</param>
    /// <param name="metadata">Metadata that is known, or null.</param>
    public static SourceDocument FromText(string id, string text, DocumentMetadata? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return FromBytes(id, System.Text.Encoding.UTF8.GetBytes(text), id + ".txt", metadata);
    }

    /// <summary>Reads a stream to its end.</summary>
    /// <param name="id">Id; not empty.</param>
    /// <param name="stream">The stream; stays open.</param>
    /// <param name="options">Limits, or null for the defaults.</param>
    /// <param name="path">A path whose extension may name the format, or null.</param>
    /// <param name="metadata">Metadata that is known, or null.</param>
    /// <exception cref="DocumentReadException">The stream holds more than the limit.</exception>
    public static SourceDocument FromStream(
        string id, Stream stream, ReadingOptions? options = null, string? path = null, DocumentMetadata? metadata = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        long limit = Math.Min((options ?? ReadingOptions.Default).MaxFileSizeInBytes, Array.MaxLength);
        using MemoryStream content = new();
        byte[] buffer = new byte[1 << 16];
        for (int read = stream.Read(buffer); read > 0; read = stream.Read(buffer))
        {
            if (content.Length + read > limit)
            {
                throw new DocumentReadException(DocumentReadError.TooLarge, id, $"more than the limit of {limit:N0} bytes");
            }

            content.Write(buffer.AsSpan(0, read));
        }

        return FromBytes(id, content.ToArray(), path, metadata);
    }

    // Pipes, sockets and devices have no length; opening one may wait for ever. So has an empty file, and no text either.
    private static bool HasNoLength(string path)
    {
        FileSystemInfo file = new FileInfo(path);
        file = file.ResolveLinkTarget(returnFinalTarget: true) ?? file;
        return file is FileInfo { Exists: true, Length: 0 };
    }

    internal static byte[] ReadLimited(string path, long limit)
    {
        try
        {
            if (HasNoLength(path))
            {
                return [];
            }

            using FileStream file = new(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            long length = file.Length;
            if (length > limit || length > Array.MaxLength)
            {
                throw new DocumentReadException(
                    DocumentReadError.TooLarge, path, $"{length:N0} bytes are more than the limit of {limit:N0}");
            }

            byte[] content = new byte[length];
            int read = file.ReadAtLeast(content, content.Length, throwOnEndOfStream: false);
            return read == content.Length ? content : content[..read];
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DocumentReadException(DocumentReadError.NotFound, path, "no such file", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new DocumentReadException(DocumentReadError.Unreadable, path, "cannot be read: " + e.Message, e);
        }
    }
}
