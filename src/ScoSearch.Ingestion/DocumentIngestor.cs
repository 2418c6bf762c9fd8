using System.IO;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Ingestion;

/// <summary>Reads files and reconstructs their paragraphs, one file after the other. Stateless and thread-safe.</summary>
/// <param name="readers">Readers to use, or null for all.</param>
/// <param name="options">Limits, or null for the defaults.</param>
/// <param name="words">A dictionary as evidence for cut words, or null.</param>
public sealed class DocumentIngestor(
    DocumentReaders? readers = null, ReadingOptions? options = null, IWordKnowledge? words = null)
{
    private readonly DocumentReaders _readers = readers ?? IngestionReaders.Default;
    private readonly ReadingOptions _options = options ?? ReadingOptions.Default;

    /// <summary>Reads all files that the paths name. A file that cannot be read does not stop the others.</summary>
    /// <param name="paths">Files, folders, patterns or <c>-</c>; see <see cref="DocumentFiles.Find"/>.</param>
    /// <param name="cancellationToken">Ends the run early.</param>
    /// <returns>A result for each file, as it is read.</returns>
    public IEnumerable<IngestedFile> ReadAll(IEnumerable<string> paths, CancellationToken cancellationToken = default)
    {
        foreach (string path in DocumentFiles.Find(paths, _readers))
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return ReadFile(path, cancellationToken);
        }
    }

    /// <summary>Reads one file.</summary>
    /// <param name="path">Path of the file, or <c>-</c>.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public IngestedFile ReadFile(string path, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            SourceDocument source = path == DocumentFiles.StandardInput
                ? FromStandardInput() : SourceDocument.FromFile(path, _options);
            return Read(source, path, cancellationToken);
        }
        catch (DocumentReadException e)
        {
            return new IngestedFile(path, [], e);
        }
    }

    /// <summary>Reads a document in memory.</summary>
    /// <param name="source">The document.</param>
    /// <param name="cancellationToken">Ends the reading early.</param>
    public IngestedFile Read(SourceDocument source, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(source);
        try
        {
            return Read(source, source.Path ?? source.Id, cancellationToken);
        }
        catch (DocumentReadException e)
        {
            return new IngestedFile(source.Path ?? source.Id, [], e);
        }
    }

    private IngestedFile Read(SourceDocument source, string path, CancellationToken cancellationToken)
    {
        IReadOnlyList<ExtractedText> texts = _readers.Read(source, _options, cancellationToken);
        return new IngestedFile(path, [.. texts.Select(t => ParagraphReconstructor.Reconstruct(t, words))], null);
    }

    private SourceDocument FromStandardInput()
    {
        using Stream input = Console.OpenStandardInput();
        using MemoryStream content = new();
        byte[] buffer = new byte[81920];
        int read;
        while ((read = input.Read(buffer)) > 0)
        {
            content.Write(buffer, 0, read);
            if (content.Length > _options.MaxFileSizeInBytes)
            {
                throw new DocumentReadException(DocumentReadError.TooLarge, DocumentFiles.StandardInput,
                    $"more than the limit of {_options.MaxFileSizeInBytes:N0} bytes");
            }
        }

        return SourceDocument.FromBytes(DocumentFiles.StandardInput, content.ToArray());
    }
}
