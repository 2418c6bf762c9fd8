using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Tests;

/// <summary>Short ways to read bytes in a test.</summary>
internal static class Ingesting
{
    public static IngestedFile Read(byte[] content, string path, ReadingOptions? options = null) =>
        new DocumentIngestor(options: options).Read(SourceDocument.FromBytes(path, content, path));

    public static ReconstructedDocument One(byte[] content, string path)
    {
        IngestedFile file = Read(content, path);
        Assert.Null(file.Error);
        ReconstructedDocument document = Assert.Single(file.Documents);
        Assert.False(document.Report.FellBack);
        return document;
    }

    public static ReconstructedDocument One(string content, string path) => One(Encoding.UTF8.GetBytes(content), path);

    public static string[] Lines(ReconstructedDocument document) =>
        [.. document.Paragraphs.Select(p => $"{p.Kind.NameOf()}:{p.Text}")];

    public static DocumentReadError? ErrorOf(byte[] content, string path, ReadingOptions? options = null) =>
        Read(content, path, options).Error?.Error;
}
