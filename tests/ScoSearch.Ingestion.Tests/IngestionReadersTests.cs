using System.IO;
using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.TestSupport;

namespace ScoSearch.Ingestion.Tests;

public sealed class IngestionReadersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Index_BadFileBetweenGoodOnes_DoesNotStopTheRun()
    {
        Write("a.txt", "老桥建于清末。");
        Write("b.docx", "不是文档");
        Write("sub/c.md", "# 学校\n\n学校在桥的另一头。");
        Write("d.png", "\u0001\u0002");
        Write("e.docx", "PK\u0003\u0004word/document");
        Write("a.txt.meta.json", "{\"title\":\"老桥\",\"date\":\"二〇二四年七月六日\",\"page\":3}");
        using Indexer indexer = new(_folder["index"], new IndexerOptions { Readers = IngestionReaders.Default });

        IndexingSummary summary = indexer.Run(
            new IndexingRequest { Paths = [_folder["corpus"], _folder["missing.txt"]] });

        Assert.Equal(2, summary.Documents);
        Assert.Equal(
            [("missing.txt", DocumentReadError.NotFound), ("b.docx", DocumentReadError.Malformed), ("e.docx", DocumentReadError.Malformed)],
            summary.Failed.Select(f => (Path.GetFileName(f.Path), f.Error!.Value)));
    }

    [Fact]
    public void ReadFile_MetadataBesideIt_IsTheDocuments()
    {
        string path = Write("a.txt", "老桥建于清末。");
        Write("a.txt.meta.json", "{\"title\":\"老桥\",\"date\":\"二〇二四年七月六日\",\"page\":3}");

        DocumentMetadata metadata = Ingesting.OneFile(path).Metadata;

        Assert.Equal(new MetadataValue("老桥", MetadataOrigin.Sidecar), metadata.Title);
        Assert.Equal("2024-07-06", metadata.Date?.Value);
        Assert.Equal("3", metadata.Other["page"].Value);
    }

    [Theory]
    [InlineData("a.txt", "<!DOCTYPE html><html><body><p>老桥建于清末。</p></body></html>", "html")]
    [InlineData("a.md", "{\"text\":\"老桥建于清末。\"}\n", "jsonl")]
    [InlineData("a.dat", "老桥建于清末。", "text")]
    [InlineData("a.md", "老桥建于清末。", "markdown")]
    public void Read_ContentWinsOverExtension(string path, string content, string reader) =>
        Assert.Equal(reader, Ingesting.One(content, path).Report.ReaderName);

    [Fact]
    public void Read_Binary_IsUnknownFormat() => Assert.Equal(DocumentReadError.UnknownFormat,
        Ingesting.ErrorOf([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 1, 2, 3, 4, 5, 6, 7, 0, 0, 0, 0], "a.txt"));

    [Fact]
    public void ReadFile_TooLarge_SaysSo()
    {
        string path = Write("a.txt", new string('桥', 1000));

        IngestedFile file = Ingesting.ReadFile(path, new ReadingOptions { MaxFileSizeInBytes = 100 });

        Assert.Equal(DocumentReadError.TooLarge, file.Error?.Error);
    }

    [Fact]
    public void Read_UnknownEncoding_SaysSo() => Assert.Equal(DocumentReadError.UnknownEncoding,
        Ingesting.ErrorOf("a"u8.ToArray(), "a.txt", new ReadingOptions { EncodingName = "klingon" }));

    [Fact]
    public void Read_JsonLines_OneDocumentALine()
    {
        IngestedFile file = Ingesting.Read(Encoding.UTF8.GetBytes(
            "{\"id\":\"甲\",\"title\":\"老桥\",\"text\":\"老桥建于清末。\"}\n\n{\"paragraphs\":[\"学校在桥的另一头。\",{\"text\":\"集市。\"}]}\n"), "a.jsonl");

        Assert.Equal(["甲", "a.jsonl#3"], file.Documents.Select(d => d.Id));
        Assert.Equal("老桥", file.Documents[0].Metadata.Title?.Value);
        Assert.Equal(["学校在桥的另一头。", "集市。"], file.Documents[1].Paragraphs.Select(p => p.Text));
    }

    [Fact]
    public void Read_JsonLinesWithOtherLineEndsInStrings_AreWhole()
    {
        IngestedFile file = Ingesting.Read(
            Encoding.UTF8.GetBytes("{\"id\":\"甲\",\"text\":\"老桥\u2028建于\u0085清末。\"}\r\n{\"id\":\"乙\",\"text\":\"学校。\"}\r\n"), "a.jsonl");

        Assert.Null(file.Error);
        Assert.Equal(["甲", "乙"], file.Documents.Select(d => d.Id));
    }

    [Fact]
    public void Read_RandomBytes_GiveErrorOrParagraphs()
    {
        Random random = new(Fuzz.Seed);
        string[] names = ["a.txt", "a.md", "a.html", "a.jsonl", "a.docx"];
        for (int i = 0; i < 400; i++)
        {
            byte[] content = new byte[random.Next(300)];
            random.NextBytes(content);

            IngestedFile file = Ingesting.Read(content, names[i % names.Length]);

            Assert.True(file.Succeeded || file.Error!.Message.Length > 0, $"seed {Fuzz.Seed}");
        }
    }

    private string Write(string name, string content)
    {
        string path = _folder["corpus/" + name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
