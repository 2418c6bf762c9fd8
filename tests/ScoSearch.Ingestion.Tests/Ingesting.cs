using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Ingestion.Tests;

/// <summary>Short ways to read files and bytes in a test.</summary>
internal static class Ingesting
{
    public static IngestedFile Read(byte[] content, string path, ReadingOptions? options = null) =>
        Read(() => SourceDocument.FromBytes(path, content, path), options);

    public static IngestedFile ReadFile(string path, ReadingOptions? options = null) =>
        Read(() => SourceDocument.FromFile(path, options), options);

    public static ReconstructedDocument One(byte[] content, string path) => OnlyDocumentOf(Read(content, path));

    public static ReconstructedDocument One(string content, string path) => One(Encoding.UTF8.GetBytes(content), path);

    public static ReconstructedDocument OneFile(string path) => OnlyDocumentOf(ReadFile(path));

    public static string[] Lines(ReconstructedDocument document) =>
        [.. document.Paragraphs.Select(p => $"{p.Kind.NameOf()}:{p.Text}")];

    public static DocumentReadError? ErrorOf(byte[] content, string path, ReadingOptions? options = null) =>
        Read(content, path, options).Error?.Error;

    private static IngestedFile Read(Func<SourceDocument> open, ReadingOptions? options)
    {
        try
        {
            IReadOnlyList<ExtractedText> texts = IngestionReaders.Default.Read(open(), options);
            return new IngestedFile([.. texts.Select(t => ParagraphReconstructor.Reconstruct(t))], null);
        }
        catch (DocumentReadException e)
        {
            return new IngestedFile([], e);
        }
    }

    private static ReconstructedDocument OnlyDocumentOf(IngestedFile file)
    {
        Assert.Null(file.Error);
        ReconstructedDocument document = Assert.Single(file.Documents);
        Assert.False(document.Report.FellBack);
        return document;
    }
}
