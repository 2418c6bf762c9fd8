using System.IO;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.TestSupport.Faults;
using ScoSearch.TestSupport.Generators;
using ScoSearch.TestSupport.Models;

namespace ScoSearch.Crash.Tests;

/// <summary>A fixed sequence of additions, updates, deletions, merges and commits, and what must be found after it
/// stopped anywhere.</summary>
internal sealed class CrashScenario(FaultDirectory directory, bool compound)
{
    private readonly IndexModel _model = new();

    /// <summary>The last commit that returned; null before the first.</summary>
    public string? Committed { get; private set; }

    /// <summary>The commit that was being made when it stopped; it may be found instead.</summary>
    public string? Attempted { get; private set; }

    public static IndexWriterConfig Config(bool compound) => new(new SpaceAnalyzer())
    {
        MaxBufferedDocs = 3,
        MergeThreads = 0,
        UseCompoundFile = compound,
        MergePolicy = new TieredMergePolicy { SegmentsPerTier = 2, MaxMergeAtOnce = 3, FloorSegmentMB = 0.001, NoCompoundRatio = compound ? 1 : 0 },
    };

    /// <summary>Runs to the end or to the fault; the writer is closed either way.</summary>
    /// <returns>The exception that stopped it, or null.</returns>
    public Exception? Run()
    {
        IndexWriter? writer = null;
        try
        {
            writer = new IndexWriter(directory, Config(compound));
            for (int round = 0; round < 2; round++)
            {
                RunRound(writer, round);
                Commit(writer);
            }

            writer.ForceMerge(1);
            Commit(writer);
            Attempted = Committed;
            writer.Dispose();
            return null;
        }
        catch (Exception e) when (e is IOException or ObjectDisposedException)
        {
            // The process would end here without another commit.
            writer?.Rollback();
            return e;
        }
    }

    /// <summary>What a reader finds, or null when there is no index.</summary>
    public static string? Find(FaultDirectory directory)
    {
        try
        {
            using DirectoryReader reader = DirectoryReader.Open(directory);
            foreach (LeafReaderContext leaf in reader.Leaves)
            {
                leaf.Reader.CheckIntegrity();
            }

            return IndexModel.Describe(reader);
        }
        catch (ScoSearch.Lucene.Store.IndexNotFoundException)
        {
            return null;
        }
    }

    private void RunRound(IndexWriter writer, int round)
    {
        for (int i = 0; i < 5; i++)
        {
            string id = $"{round}-{i}";
            string text = $"common r{round} w{i} w{i % 3}";
            writer.AddDocument(IndexModel.ToDocument(id, text));
            _model.Add(id, text);
        }

        for (int i = 0; i < 2; i++)
        {
            string id = $"{Math.Max(0, round - 1)}-{i}";
            writer.UpdateDocument(new Term("id", id), IndexModel.ToDocument(id, $"updated in {round}"));
            _model.Delete(id);
            _model.Add(id, $"updated in {round}");
        }

        string gone = $"{round}-4";
        writer.DeleteDocuments(new Term("id", gone));
        _model.Delete(gone);
    }

    private void Commit(IndexWriter writer)
    {
        Attempted = _model.Describe();
        writer.Commit();
        Committed = Attempted;
    }
}
