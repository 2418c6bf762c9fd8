using System.IO;
using System.Text.Json;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Searching;

/// <summary>The questions people asked of the seed documents: what they had to find is among the first three paragraphs.</summary>
public sealed class SeedQueryTests
{
    private const int Depth = 3;

    private static readonly TextFolder Widths = new(TextFolding.Width);

    [SharedDataFact]
    public void EveryQuery_OverTheSeeds_FindsWhatItMustAmongTheFirstThree()
    {
        using TemporaryFolder folder = new();
        DictionarySet dictionaries = DictionarySet.Load(Path.Combine(SharedData.RepositoryRoot!, "index-data", "dictionaries"));
        using (Indexer indexer = new(folder["index"], new IndexerOptions { Dictionaries = dictionaries }))
        {
            indexer.Run(new IndexingRequest { Paths = [SharedData.PathOf("data", "seeds")] });
        }

        using ScoSearchIndex index = ScoSearchIndex.Open(folder["index"], dictionaries);
        List<string> missed = [];
        int wanted = 0;
        foreach (string line in File.ReadLines(SharedData.PathOf("data", "seed-queries-dev.jsonl")))
        {
            using JsonDocument question = JsonDocument.Parse(line);
            string query = question.RootElement.GetProperty("query").GetString()!;
            string[] found = [.. index.Search(new SearchRequest(query) { Limit = Depth }).Hits.Select(hit => Squeeze(hit.Text))];
            foreach (JsonElement must in question.RootElement.GetProperty("must_find").EnumerateArray())
            {
                wanted++;
                if (!found.Any(text => text.Contains(Squeeze(must.GetString()!), StringComparison.Ordinal)))
                {
                    missed.Add($"{query}: {must}");
                }
            }
        }

        Assert.True(wanted >= 25, $"only {wanted} paragraphs are asked for");
        Assert.Empty(missed);
    }

    private static string Squeeze(string text) => string.Concat(Widths.Fold(text).Where(c => !char.IsWhiteSpace(c)));
}
