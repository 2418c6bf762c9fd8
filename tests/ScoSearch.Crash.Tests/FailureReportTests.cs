using System.IO;
using ScoSearch.Lucene.Index;
using ScoSearch.TestSupport.Faults;
using ScoSearch.TestSupport.Models;

namespace ScoSearch.Crash.Tests;

/// <summary>What callers are told after something went wrong.</summary>
public class FailureReportTests
{
    [Fact]
    public void Commit_Fails_LaterCallsNameTheCauseAndTheLockIsFree()
    {
        FaultDirectory directory = new();
        using IndexWriter writer = new(directory, CrashScenario.Config(compound: true));
        writer.AddDocument(IndexModel.ToDocument("a", "x"));
        directory.Arm(directory.Operations, FaultKind.Fail);

        Assert.Throws<IOException>(() => writer.Commit());

        ObjectDisposedException later = Assert.Throws<ObjectDisposedException>(
            () => writer.AddDocument(IndexModel.ToDocument("b", "y")));
        Assert.IsType<IOException>(later.InnerException);
        Assert.Contains("Injected fault", later.Message, StringComparison.Ordinal);
        using IndexWriter next = new(directory, CrashScenario.Config(compound: true));
        Assert.True(next.IsOpen);
    }

    [Fact]
    public void ForceMerge_Fails_SegmentsStayAndTheWriterGoesOn()
    {
        FaultDirectory directory = new();
        using IndexWriter writer = new(directory, CrashScenario.Config(compound: true));
        for (int i = 0; i < 2; i++)
        {
            writer.AddDocument(IndexModel.ToDocument($"id{i}", "x y"));
            writer.Commit();
        }

        // Nothing is left to flush, so the next operation on the directory is the merge's.
        directory.Arm(directory.Operations, FaultKind.Fail);

        MergeException failure = Assert.Throws<MergeException>(() => writer.ForceMerge(1));

        Assert.Contains("Injected fault", failure.Message, StringComparison.Ordinal);
        writer.AddDocument(IndexModel.ToDocument("id2", "z"));
        writer.ForceMerge(1);
        writer.Commit();
        using DirectoryReader reader = DirectoryReader.Open(directory);
        Assert.Equal(3, reader.NumDocs);
        Assert.Single(reader.Leaves);
    }
}
