using System.IO;
using ScoSearch.Core.Searching;
using ScoSearch.Core.Tests.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Querying;

/// <summary>Every example of docs/query-language.md does what the page says.</summary>
public sealed class DocumentedQueriesTests(SampleIndex index) : IClassFixture<SampleIndex>
{
    [Theory]
    [InlineData("simple", 5)]
    [InlineData("lucene", 12)]
    [InlineData("filter", 6)]
    public void Examples_OfThePage_FindSomething(string kind, int count)
    {
        using ScoSearchIndex opened = ScoSearchIndex.Open(index.IndexPath, index.Dictionaries);
        string[] examples = ExamplesOf(kind);

        Assert.Equal(count, examples.Length);
        Assert.All(examples, example => Assert.True(opened.Search(RequestOf(kind, example)).Total.Value > 0, example));
    }

    [Fact]
    public void Errors_OfThePage_HaveTheirCode()
    {
        using ScoSearchIndex opened = ScoSearchIndex.Open(index.IndexPath, index.Dictionaries);
        string[] examples = ExamplesOf("errors");

        Assert.Equal(11, examples.Length);
        Assert.All(examples, example =>
        {
            string[] parts = example.Split(' ', 3);
            SearchException? mistake = Record.Exception(() => opened.Search(RequestOf(parts[1], parts[2]))) as SearchException;
            Assert.True(mistake is not null, example);
            Assert.True(mistake.Code == parts[0] && mistake.Position is not null, $"{example}: {mistake.Code} at {mistake.Position}");
        });
    }

    private static SearchRequest RequestOf(string kind, string text) => kind switch
    {
        "lucene" => new SearchRequest(text) { Syntax = QuerySyntax.Lucene },
        "filter" => new SearchRequest("上合组织") { Filter = text },
        _ => new SearchRequest(text),
    };

    private static string[] ExamplesOf(string kind)
    {
        string root = SharedData.RepositoryRoot ?? throw new DirectoryNotFoundException("the tests run outside a checkout");
        string[] lines = File.ReadAllLines(Path.Combine(root, "docs", "query-language.md"));
        return [.. lines.SkipWhile(line => line != "```" + kind).Skip(1).TakeWhile(line => line != "```")];
    }
}
