using System.IO;
using System.Text.Json;
using System.Text.RegularExpressions;
using ScoSearch.Core.Documents;
using ScoSearch.TestSupport;

namespace ScoSearch.Ingestion.Tests;

public sealed partial class SampleCorpusTests
{
    private const string GoldSuffix = ".paragraphs.jsonl";

    public static TheoryData<string> Files { get; } =
        [.. Directory.GetFiles(GoldFolder, "*" + GoldSuffix).Select(f => Path.GetFileName(f)[..^GoldSuffix.Length])
            .Order(StringComparer.Ordinal)];

    private static string GoldFolder => Path.Combine(SharedData.RepositoryRoot!, "tests", "data", "corpus-gold");

    [Theory]
    [MemberData(nameof(Files))]
    public void SampleDocument_IsReconstructed(string file)
    {
        string path = Path.Combine(SharedData.RepositoryRoot!, "index-data", "corpus", file);
        (string Text, string[] Kinds)[] gold = [.. File.ReadLines(Path.Combine(GoldFolder, file + GoldSuffix)).Select(Parse)];

        IngestedFile read = Ingesting.ReadFile(path);

        Assert.Null(read.Error);
        Assert.All(read.Documents, d => Assert.False(d.Report.FellBack));
        ILookup<string, string> got = read.Documents.SelectMany(d => d.Paragraphs).ToLookup(p => Plain(p.Text), p => p.Kind.NameOf());
        (string Text, string[] Kinds)[] searched = [.. gold.Where(g => g.Kinds[0] != "noise")];
        int exact = searched.Count(g => got.Contains(g.Text)), kinds = searched.Count(g => got[g.Text].Intersect(g.Kinds).Any());
        Assert.True(exact == searched.Length, $"{exact} of {searched.Length} exact");
        Assert.True(kinds >= searched.Length * 0.93, $"{kinds} of {searched.Length} of the right kind");
    }

    // kind_also: further kinds that are as right
    private static (string Text, string[] Kinds) Parse(string line)
    {
        using JsonDocument json = JsonDocument.Parse(line);
        JsonElement root = json.RootElement;
        string[] also = root.TryGetProperty("kind_also", out JsonElement more)
            ? [.. more.EnumerateArray().Select(k => k.GetString()!)] : [];
        return (Plain(root.GetProperty("text").GetString()!), [root.GetProperty("kind").GetString()!, .. also]);
    }

    private static string Plain(string text) => Marker().Replace(string.Concat(text.Where(c => !char.IsWhiteSpace(c))), "");

    [GeneratedRegex(@"\[\d{1,3}\]")]
    private static partial Regex Marker();
}
