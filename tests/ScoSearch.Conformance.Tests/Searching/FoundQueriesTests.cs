using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Conformance.Tests.Searching;

/// <summary>Queries that random tests once found to differ from the reference.</summary>
public sealed class FoundQueriesTests
{
    [LuceneTheory]
    [InlineData("(phraseat payloads 1 0 \"中国\" 0 \"中国\" 0 \"中国\")")]
    [InlineData("(phraseat body 3 0 \"中国\" 1 \"中国\" 1 \"中国\")")]
    [InlineData("(phraseat body 3 0 \"中国\" 0 \"中国\" 2 \"中国\")")]
    [InlineData("(fuzzy tag \"t1\" 1 2 true)")]
    [InlineData("(fuzzy tag \"t1\" 2 5 false)")]
    public void Search_ThatOnceDiffered_GivesTheReferencesHits(string query)
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, "deletions", 20_240_601);
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);

        Assert.Null(new SearchComparison(reader, folder.Path).Difference(query, 50, null, 1.2f, 0.75f));
    }
}
