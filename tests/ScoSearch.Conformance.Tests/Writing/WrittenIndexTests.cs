using System.Globalization;
using System.Text;
using ScoSearch.Conformance.Tests.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Dumps;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Writing;

/// <summary>Indexes that the engine writes are whole for the reference, mean the same to it, and can be changed by it.</summary>
public sealed class WrittenIndexTests
{
    public static TheoryData<string, int> Scripts => new()
    {
        { "(config)", 0 },
        { "(config)", 1 },
        { "(config (maxdocs 1000))", 127 },
        { "(config (maxdocs 1000))", 128 },
        { "(config (maxdocs 1000))", 129 },
        { "(config (maxdocs 10))", 150 },
        { "(config (compound true) (maxdocs 30))", 100 },
        { "(config (mode BEST_COMPRESSION) (maxdocs 400))", 600 },
        { "(config (ram 0.1))", 400 },
    };

    [LuceneTheory]
    [MemberData(nameof(Scripts))]
    public void Script_RunByBoth_MeansTheSame(string config, int documents)
    {
        using TemporaryFolder folder = new();
        Random random = TestSeed.NewRandom(documents);
        string script = config + Additions(random, documents) + Deletions(random, documents)
            + "(commit (\"key\" \"值\") (\"a\" \"\"))";
        EngineScript.Run(folder["ours"], script);
        LuceneJudge.Shared.Build(folder["theirs"], script);

        AssertWhole(folder["ours"]);
        Assert.Equal(
            LuceneJudge.Shared.Dump(folder["theirs"], merged: true),
            LuceneJudge.Shared.Dump(folder["ours"], merged: true));
        SearchComparison.AssertEqual(folder["ours"], documents < 2 ? 22 : 88, random);
    }

    [LuceneTheory]
    [InlineData("(config (maxdocs 20))", "(forcemerge 1)")]
    [InlineData("(config (maxdocs 20))", "(forcemerge 3)")]
    [InlineData("(config (maxdocs 20) (compound true))", "(forcemerge 1)")]
    [InlineData("(config (maxdocs 20) (mode BEST_COMPRESSION))", "(forcemerge 2)")]
    [InlineData("(config (maxdocs 10) (merge tiered))", "")]
    [InlineData("(config (maxdocs 10) (merge tiered) (threads 1))", "")]
    public void Merges_OfOurWriter_LeaveTheIndexWhole(string config, string merge)
    {
        using TemporaryFolder folder = new();
        Random random = TestSeed.NewRandom(config.Length);
        EngineScript.Run(
            folder.Path,
            config + Additions(random, 250) + "(commit)" + Deletions(random, 250) + merge + "(commit)");

        AssertWhole(folder.Path);
        SearchComparison.AssertEqual(folder.Path, 44, random);
    }

    [LuceneTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Modify_ByTheReference_IsReadAndContinued(int mergeTo)
    {
        using TemporaryFolder folder = new();
        Random random = TestSeed.NewRandom(mergeTo);
        EngineScript.Run(folder.Path, "(config (maxdocs 25))" + Additions(random, 120) + "(commit)");

        for (int round = 0; round < 3; round++)
        {
            LuceneJudge.Shared.Modify(folder.Path, random.Next(), mergeTo);
            AssertWhole(folder.Path);
            EngineScript.Run(
                folder.Path,
                "(config (maxdocs 25))" + Additions(random, 30, $"r{round}-") + Deletions(random, 120)
                + (round == 1 ? "(forcemerge 1)" : "") + "(commit)");
            AssertWhole(folder.Path);
        }

        SearchComparison.AssertEqual(folder.Path, 66, random);
    }

    [LuceneTheory]
    [InlineData("deletions")]
    [InlineData("compound")]
    [InlineData("bestcompression")]
    [InlineData("options")]
    [InlineData("docvalues")]
    [InlineData("sparse")]
    [InlineData("longpostings")]
    [InlineData("suffixes")]
    [InlineData("longterms")]
    public void Merge_OfTheReferencesIndex_KeepsEverything(string kind)
    {
        using TemporaryFolder folder = new();
        LuceneJudge.Shared.BuildKind(folder.Path, kind, 7);
        IReadOnlyList<string> before = StoredLines(folder.Path);
        EngineScript.Run(folder.Path, "(config)(add (string id \"more\" stored))(forcemerge 1)(commit)");

        AssertWhole(folder.Path);
        Assert.Equal(before.Append("id\tstring\tmore").Order(), StoredLines(folder.Path).Order());
    }

    private static void AssertWhole(string path)
    {
        LuceneJudge.Shared.Check(path);
        using FSDirectory directory = FSDirectory.Open(path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Null(IndexDump.DifferenceToReference(reader, reader.CommitUserData, path, merged: false));
        Assert.Null(IndexDump.DifferenceToReference(reader, reader.CommitUserData, path, merged: true));
    }

    // Without the document numbers, because a merge may put segments in another order.
    private static IReadOnlyList<string> StoredLines(string path) =>
        [.. LuceneJudge.Shared.DumpSection(path, merged: true, "stored").Select(l => l[(l.IndexOf('\t') + 1)..])];

    private static string Additions(Random random, int count, string prefix = "")
    {
        RandomDocuments documents = new(random);
        StringBuilder script = new();
        for (int i = 0; i < count; i++)
        {
            script.Append(CultureInfo.InvariantCulture, $"\n(add {documents.Full($"{prefix}{i}")})");
        }

        return script.ToString();
    }

    private static string Deletions(Random random, int documents)
    {
        RandomDocuments replacements = new(random);
        StringBuilder script = new();
        for (int i = 0; i < documents / 4; i++)
        {
            int id = random.Next(documents + 5);
            string update = random.Next(3) == 0 ? $" {replacements.Full($"{id}")}" : "";
            string operation = update.Length > 0 ? "update" : "delete";
            script.Append(CultureInfo.InvariantCulture, $"\n({operation} id \"{id}\"{update})");
        }

        return script.ToString();
    }
}
