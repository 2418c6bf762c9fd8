using System.IO;
using ScoSearch.Core.Documents;

namespace ScoSearch.Ingestion.Tests;

/// <summary>
/// Files of our own that look like those people have, each with its paragraphs beside it: kind and text, and the
/// metadata in lines that begin with <c>#</c>. White space does not count.
/// </summary>
public sealed class MadeUpFileTests
{
    [Theory]
    [InlineData("papers.txt")]
    [InlineData("articles.txt")]
    [InlineData("statute.md")]
    [InlineData("portal.txt")]
    [InlineData("news.html")]
    [InlineData("report.docx")]
    public void Read_MadeUpFile_GivesItsParagraphs(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "data", "made-up", name);
        string[] gold = File.ReadAllLines(path + ".gold.tsv");

        ReconstructedDocument document = Ingesting.OneFile(path);

        Assert.Equal(gold.Where(l => l[0] != '#').Select(l => WithoutBlanks(l.Replace('\t', ':'))), document.Paragraphs.Select(p => WithoutBlanks($"{p.Kind.NameOf()}:{p.Text}")));
        Assert.All(gold.Where(l => l[0] == '#').Select(l => l[1..].Split('\t')), m => Assert.Equal(m[1], ValueOf(document.Metadata, m[0])));
    }

    [Theory]
    [InlineData("papers.txt", "1 1 2 2 1 1 2 1 1 1 2 2 1", "二、灰浆的配方>1、糯米与石灰")]
    [InlineData("articles.txt", "1 1 2 2 1 1 1 1 1 1 1", "1材料与方法>1.1取样")]
    [InlineData("report.docx", "1 2 2 1 2 3 2", "第二章 方案>2.1船板>2.1.1桐油")]
    public void Read_MadeUpFile_HeadingsHaveTheirLevels(string name, string levels, string section)
    {
        ReconstructedDocument document = Ingesting.OneFile(Path.Combine(AppContext.BaseDirectory, "data", "made-up", name));

        string[] found = [.. document.Paragraphs.Where(p => p.Kind == ParagraphKind.Heading).Select(p => $"{p.HeadingLevel}")];
        Assert.Equal(levels, string.Join(' ', found));
        Assert.Contains(document.Paragraphs, p => string.Join('>', p.Section) == section);
    }

    private static string? ValueOf(DocumentMetadata metadata, string name) => name switch
    {
        "title" => metadata.Title?.Value,
        "subtitle" => metadata.Subtitle?.Value,
        "author" => metadata.Author?.Value,
        "source" => metadata.Source?.Value,
        "date" => metadata.Date?.Value,
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "no such value"),
    };

    private static string WithoutBlanks(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
