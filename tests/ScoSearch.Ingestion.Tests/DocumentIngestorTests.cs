using System.IO;
using System.Text;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Tests;

public sealed class DocumentIngestorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("scosearch-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void ReadAll_BadFileBetweenGoodOnes_DoesNotStopTheRun()
    {
        Write("a.txt", "老桥建于清末。");
        Write("b.docx", "不是文档");
        Write("sub/c.md", "# 学校\n\n学校在桥的另一头。");
        Write("d.png", "\u0001\u0002");
        Write("a.txt.meta.json", "{\"title\":\"老桥\",\"date\":\"二〇二四年七月六日\",\"page\":3}");

        IngestedFile[] files = [.. new DocumentIngestor().ReadAll([_folder, Path.Combine(_folder, "missing.txt")])];

        Assert.Equal(["a.txt", "b.docx", "c.md", "missing.txt"], files.Select(f => Path.GetFileName(f.Path)));
        Assert.Equal(DocumentReadError.NotFound, files[3].Error?.Error);
        Assert.Equal(new MetadataValue("老桥", MetadataOrigin.Sidecar), files[0].Documents[0].Metadata.Title);
        Assert.Equal("2024-07-06", files[0].Documents[0].Metadata.Date?.Value);
        Assert.Equal("3", files[0].Documents[0].Metadata.Other["page"].Value);
    }

    [Fact]
    public void Find_Patterns_MatchFoldersAndNames()
    {
        Write("a.txt", "甲");
        Write("x/b.txt", "乙");
        Write("x/y/c.md", "丙");

        IReadOnlyList<string> all = DocumentFiles.Find([_folder + "/**/*.txt"], IngestionReaders.Default);
        IReadOnlyList<string> one = DocumentFiles.Find([_folder + "/x/*/?.md"], IngestionReaders.Default);

        Assert.Equal(["a.txt", "b.txt"], all.Select(f => Path.GetFileName(f)));
        Assert.Equal(["c.md"], one.Select(f => Path.GetFileName(f)));
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

        IngestedFile file = new DocumentIngestor(options: new ReadingOptions { MaxFileSizeInBytes = 100 }).ReadFile(path);

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
        string path = Path.Combine(_folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
        return path;
    }
}
