using System.IO;
using ScoSearch.Core.Indexing;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class DocumentFilesTests
{
    [Fact]
    public void Find_Folder_GivesKnownFilesBelowItByRisingId()
    {
        using TemporaryFolder folder = new();
        Create(folder, "b.txt", "a/z.txt", "a/深/文.jsonl", "picture.png", ".hidden.txt", "~$b.txt", "b.txt.meta.json", ".git/x.txt");

        Assert.Equal(["a/z.txt", "a/深/文.jsonl", "b.txt"], Ids([folder.Path]));
    }

    [Fact]
    public void Find_File_IsTakenWhateverItsName()
    {
        using TemporaryFolder folder = new();
        Create(folder, "a/data.unknown");

        Assert.Equal(["data.unknown"], Ids([folder["a/data.unknown"]]));
    }

    [Theory]
    [InlineData("*.txt", "x.txt")]
    [InlineData("**/*.txt", "a/b/z.txt;a/y.txt;x.txt")]
    [InlineData("a/**", "b/z.txt;y.txt")]
    [InlineData("a/?.txt", "y.txt")]
    public void Find_Pattern_GivesMatchesRelativeToTheFolderBeforeTheWildcard(string pattern, string expected)
    {
        using TemporaryFolder folder = new();
        Create(folder, "x.txt", "a/y.txt", "a/b/z.txt", "x.md");

        Assert.Equal(expected.Split(';'), Ids([folder[pattern]]));
    }

    [Fact]
    public void Find_MissingFile_IsReportedAndTheOthersAreFound()
    {
        using TemporaryFolder folder = new();
        Create(folder, "x.txt");
        List<IndexingFailure> failures = [];

        IReadOnlyList<DocumentFile> files = DocumentFiles.Find([folder["no.txt"], folder["x.txt"], folder["*.pdf"]], null, failures);

        Assert.Equal("x.txt", Assert.Single(files).Id);
        Assert.Equal([folder["no.txt"], folder["*.pdf"]], failures.Select(f => f.Path));
    }

    [Fact]
    public void Find_SameIdTwice_IsReportedUnlessItIsTheSameFile()
    {
        using TemporaryFolder folder = new();
        Create(folder, "a/x.txt", "b/x.txt");
        List<IndexingFailure> failures = [];

        IReadOnlyList<DocumentFile> files = DocumentFiles.Find([folder["a"], folder["b"], folder["a/x.txt"]], null, failures);

        Assert.Equal(folder["a/x.txt"], Assert.Single(files).Path);
        Assert.Equal(folder["b/x.txt"], Assert.Single(failures).Path);
    }

    [Fact]
    public void Find_LinkedFolder_IsNotFollowed()
    {
        using TemporaryFolder folder = new();
        Create(folder, "a/x.txt");
        Directory.CreateSymbolicLink(folder["a/loop"], folder.Path);

        Assert.Equal(["a/x.txt"], Ids([folder.Path]));
    }

    private static IEnumerable<string> Ids(string[] paths)
    {
        List<IndexingFailure> failures = [];
        IReadOnlyList<DocumentFile> files = DocumentFiles.Find(paths, null, failures);
        Assert.Empty(failures);
        return files.Select(f => f.Id);
    }

    private static void Create(TemporaryFolder folder, params string[] names)
    {
        foreach (string name in names)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(folder[name])!);
            File.WriteAllText(folder[name], "文字");
        }
    }
}
