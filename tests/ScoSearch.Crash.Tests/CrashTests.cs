using System.IO;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Faults;
using ScoSearch.TestSupport.Models;

namespace ScoSearch.Crash.Tests;

/// <summary>Every single operation on the directory goes wrong once; after each the last commit is there, whole, and a
/// new writer can go on.</summary>
public class CrashTests
{
    private const int OperationsOfOneCheck = 4;

    public static TheoryData<FaultKind, bool> Kinds()
    {
        TheoryData<FaultKind, bool> rows = [];
        foreach (FaultKind kind in Enum.GetValues<FaultKind>())
        {
            rows.Add(kind, true);
            rows.Add(kind, false);
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void AnyOperation_GoesWrong_LastCommitIsFoundAndWritable(FaultKind kind, bool compound)
    {
        FaultDirectory clean = new();
        Assert.Null(new CrashScenario(clean, compound).Run());
        Assert.True(clean.Operations > 100, $"only {clean.Operations} operations to fail");

        for (int operation = 0; operation < clean.Operations; operation++)
        {
            FaultDirectory directory = new();
            directory.Arm(operation, kind);
            CrashScenario scenario = new(directory, compound);
            scenario.Run();
            string where = $"{kind} at {operation}, {directory.FailedOperation}; {TestSeed.Hint}";
            Assert.True(directory.HasFailed, where);
            directory.Heal();

            FaultDirectory after = kind == FaultKind.Crash
                ? directory.Reboot(TestSeed.NewRandom(operation))
                : directory;
            AssertRecovered(scenario, after, compound, where);
        }
    }

    [LuceneTheory]
    [MemberData(nameof(Kinds))]
    public void AnyOperation_GoesWrong_TheReferenceFindsTheIndexWhole(FaultKind kind, bool compound)
    {
        FaultDirectory clean = new();
        Assert.Null(new CrashScenario(clean, compound).Run());
        Random random = TestSeed.NewRandom((int)kind);

        // Every fourth operation, from a random one on: the checker takes longer than all the rest.
        for (int operation = random.Next(OperationsOfOneCheck); operation < clean.Operations; operation += OperationsOfOneCheck)
        {
            FaultDirectory directory = new();
            directory.Arm(operation, kind);
            CrashScenario scenario = new(directory, compound);
            scenario.Run();
            string where = $"{kind} at {operation}, {directory.FailedOperation}; {TestSeed.Hint}";
            directory.Heal();
            FaultDirectory after = kind == FaultKind.Crash
                ? directory.Reboot(TestSeed.NewRandom(operation))
                : directory;

            AssertWholeToReference(after, where);
            AssertRecovered(scenario, after, compound, where);
            AssertWholeToReference(after, where);
        }
    }

    [Fact]
    public void PowerLoss_WithoutFault_AtAnyCommitPoint_KeepsTheCommit()
    {
        for (int salt = 0; salt < 20; salt++)
        {
            FaultDirectory directory = new();
            CrashScenario scenario = new(directory, compound: true);
            Assert.Null(scenario.Run());

            FaultDirectory after = directory.Reboot(TestSeed.NewRandom(salt));

            AssertRecovered(scenario, after, compound: true, TestSeed.Hint);
        }
    }

    private static void AssertWholeToReference(FaultDirectory directory, string where)
    {
        if (CrashScenario.Find(directory) is null)
        {
            return;
        }

        using TemporaryFolder folder = new();
        foreach (string name in directory.ListAll())
        {
            IndexInput input = directory.OpenInput(name);
            File.WriteAllBytes(folder[name], input.ReadSpan((int)input.Length));
        }

        Exception? broken = Record.Exception(() => LuceneJudge.Shared.Check(folder.Path));
        Assert.True(broken is null, $"{where}: {broken?.Message}");
    }

    private static void AssertRecovered(CrashScenario scenario, FaultDirectory directory, bool compound, string where)
    {
        string? found = CrashScenario.Find(directory);
        Assert.True(
            found == scenario.Committed || found == scenario.Attempted,
            $"{where}: neither the last commit nor the attempted one");

        IndexModel extra = new();
        extra.Add("new", "after the fault");
        using (IndexWriter writer = new(directory, CrashScenario.Config(compound)))
        {
            writer.AddDocument(IndexModel.ToDocument("new", "after the fault"));
            writer.ForceMerge(1);
        }

        string[] expected = [.. (found ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries), .. extra.Describe().Split('\n')];
        Array.Sort(expected, StringComparer.Ordinal);
        Assert.True(
            string.Join('\n', expected) == CrashScenario.Find(directory), $"{where}: a new writer could not go on");
        AssertNothingLeftOver(directory, where);
    }

    /// <summary>After a clean close the directory holds the files of one commit and nothing else.</summary>
    private static void AssertNothingLeftOver(FaultDirectory directory, string where)
    {
        using DirectoryReader reader = DirectoryReader.Open(directory);
        HashSet<string> needed = reader.Infos.GetFiles(includeCommit: true);
        string[] files = directory.ListAll();
        Assert.True(needed.SetEquals(files), $"{where}: {string.Join(" ", files.Except(needed))} left over");
    }
}
