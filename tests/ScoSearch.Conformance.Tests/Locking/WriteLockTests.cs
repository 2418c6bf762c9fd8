using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Conformance.Tests.Locking;

/// <summary>The write lock keeps two writers apart even when one of them is the reference, in a process of its own.</summary>
public sealed class WriteLockTests
{
    private const string WriteLock = "write.lock";

    [LuceneFact]
    public void ObtainLock_WhileTheReferenceHoldsIt_IsRefused()
    {
        using TemporaryFolder folder = new();
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        Assert.True(LuceneJudge.Shared.TryLock(folder.Path));

        Assert.Throws<LockObtainFailedException>(() => directory.ObtainLock(WriteLock));

        LuceneJudge.Shared.Unlock(folder.Path);
        using IndexLock held = directory.ObtainLock(WriteLock);
        held.EnsureValid();
    }

    [LuceneFact]
    public void ObtainLock_WhileHeld_RefusesTheReference()
    {
        using TemporaryFolder folder = new();
        using FSDirectory directory = FSDirectory.Open(folder.Path);

        using (IndexLock held = directory.ObtainLock(WriteLock))
        {
            Assert.False(LuceneJudge.Shared.TryLock(folder.Path));
            held.EnsureValid();
        }

        Assert.True(LuceneJudge.Shared.TryLock(folder.Path));
        LuceneJudge.Shared.Unlock(folder.Path);
    }

    [LuceneFact]
    public void ObtainLock_AfterTheHoldingProcessWasKilled_Succeeds()
    {
        using TemporaryFolder folder = new();
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        using (LuceneJudge other = new())
        {
            Assert.True(other.TryLock(folder.Path));
            Assert.Throws<LockObtainFailedException>(() => directory.ObtainLock(WriteLock));
        }

        using IndexLock held = directory.ObtainLock(WriteLock);
        held.EnsureValid();
    }
}
