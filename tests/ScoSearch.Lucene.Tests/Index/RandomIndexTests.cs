using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;
using ScoSearch.TestSupport.Models;

namespace ScoSearch.Lucene.Tests.Index;

/// <summary>Random sequences of operations, compared with the naive model at every snapshot.</summary>
public class RandomIndexTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 0)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    public void RandomOperations_AgreeWithTheModel(int salt, int mergeThreads)
    {
        Random random = TestSeed.NewRandom(salt);
        using ByteBuffersDirectory directory = new();
        IndexModel model = new();
        IndexModel committed = new();
        IndexWriter writer = Open(directory, random, mergeThreads);
        writer.Commit();
        try
        {
            for (int i = 0; i < 1500; i++)
            {
                Change(writer, model, random, i);
                int what = random.Next(200);
                if (what < 4)
                {
                    using DirectoryReader reader = writer.GetReader();
                    AssertSame(model, reader, $"step {i}, uncommitted");
                }
                else if (what < 7)
                {
                    writer.Commit();
                    committed = model.Snapshot();
                    using DirectoryReader reader = DirectoryReader.Open(directory);
                    AssertSame(committed, reader, $"step {i}, committed");
                }
                else if (what == 7)
                {
                    writer.Rollback();
                    writer = Open(directory, random, mergeThreads);
                    model = committed.Snapshot();
                }
                else if (what == 8)
                {
                    writer.Dispose();
                    committed = model.Snapshot();
                    writer = Open(directory, random, mergeThreads);
                }
                else if (what == 9)
                {
                    writer.ForceMerge(random.Next(1, 4));
                }
                else if (what == 10)
                {
                    writer.ForceMergeDeletes();
                }
            }

            writer.ForceMerge(1);
            using DirectoryReader last = writer.GetReader();
            AssertSame(model, last, "merged");
            Assert.True(last.Leaves.Count <= 1, TestSeed.Hint);
            Assert.True(last.MaxDoc == model.Count, TestSeed.Hint);
        }
        finally
        {
            writer.Dispose();
        }

        using DirectoryReader reopened = DirectoryReader.Open(directory);
        AssertSame(model, reopened, "closed");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void SeveralThreads_UpdatingTheirOwnIds_KeepTheLastVersionOfEach(int salt)
    {
        const int Threads = 4;
        using ByteBuffersDirectory directory = new();
        IndexModel[] models = new IndexModel[Threads];
        IndexWriterConfig config = new(new SpaceAnalyzer())
        {
            MaxBufferedDocs = 20,
            MergePolicy = new TieredMergePolicy { SegmentsPerTier = 3, MaxMergeAtOnce = 3, FloorSegmentMB = 0.001 },
        };
        using (IndexWriter writer = new(directory, config))
        {
            Thread[] threads = new Thread[Threads];
            Exception? failure = null;
            for (int t = 0; t < Threads; t++)
            {
                int thread = t;
                threads[t] = new Thread(() =>
                {
                    try
                    {
                        models[thread] = Work(writer, thread, TestSeed.NewRandom((salt * 100) + thread));
                    }
                    catch (Exception e)
                    {
                        Interlocked.CompareExchange(ref failure, e, null);
                    }
                });
                threads[t].Start();
            }

            Array.ForEach(threads, thread => thread.Join());
            Assert.True(failure is null, $"{TestSeed.Hint}: {failure}");
        }

        using DirectoryReader reader = DirectoryReader.Open(directory);
        string expected = string.Join(
            '\n', models.SelectMany(model => model.Describe().Split('\n')).Order(StringComparer.Ordinal));
        Assert.True(expected == IndexModel.Describe(reader), TestSeed.Hint);
    }

    private static IndexModel Work(IndexWriter writer, int thread, Random random)
    {
        IndexModel model = new();
        for (int i = 0; i < 400; i++)
        {
            string id = $"{thread}-{random.Next(50)}";
            string text = RandomText(random);
            model.Delete(id);
            if (random.Next(8) == 0)
            {
                writer.DeleteDocuments(new Term("id", id));
            }
            else
            {
                writer.UpdateDocument(new Term("id", id), IndexModel.ToDocument(id, text));
                model.Add(id, text);
            }

            if (random.Next(60) == 0)
            {
                writer.Commit();
            }

            if (random.Next(60) == 0)
            {
                using DirectoryReader reader = writer.GetReader();
                Assert.True(reader.NumDocs > 0 || model.Count == 0);
            }
        }

        return model;
    }

    private static void Change(IndexWriter writer, IndexModel model, Random random, int step)
    {
        string id = $"id{random.Next(300)}";
        string text = RandomText(random);
        switch (random.Next(12))
        {
            case 0:
                writer.DeleteDocuments(new Term("id", id));
                model.Delete(id);
                break;
            case 1 when random.Next(4) == 0:
                string word = $"w{random.Next(40)}";
                writer.DeleteDocuments(new TermMatcher(new Term("body", word)));
                model.DeleteByWord(word);
                break;
            case 2 or 3 or 4:
                writer.UpdateDocument(new Term("id", id), IndexModel.ToDocument(id, text));
                model.Delete(id);
                model.Add(id, text);
                break;
            case 5:
                string other = $"block{step}";
                writer.AddDocuments([IndexModel.ToDocument(id, text), IndexModel.ToDocument(other, "block " + text)]);
                model.Add(id, text);
                model.Add(other, "block " + text);
                break;
            case 6:
                Assert.Throws<ArgumentException>(
                    () => writer.AddDocument(IndexModel.ToDocument(id, text + " " + new string('x', 33_000))));
                break;
            case 7 when random.Next(100) == 0:
                writer.DeleteAll();
                model.Clear();
                break;
            default:
                writer.AddDocument(IndexModel.ToDocument(id, text));
                model.Add(id, text);
                break;
        }
    }

    private static string RandomText(Random random) =>
        string.Join(
            ' ',
            Enumerable.Range(0, random.Next(1, 12)).Select(_ => $"w{Math.Min(random.Next(200), random.Next(200))}"));

    private static IndexWriter Open(ByteBuffersDirectory directory, Random random, int mergeThreads) =>
        new(directory, new IndexWriterConfig(new SpaceAnalyzer())
        {
            MaxBufferedDocs = random.Next(2, 40),
            MergeThreads = mergeThreads,
            UseCompoundFile = random.Next(2) == 0,
            MergePolicy = new TieredMergePolicy
            {
                SegmentsPerTier = random.Next(2, 6),
                MaxMergeAtOnce = random.Next(2, 6),
                FloorSegmentMB = 0.001,
                NoCompoundRatio = random.Next(3) / 2.0,
            },
        });

    private static void AssertSame(IndexModel model, DirectoryReader reader, string when)
    {
        Assert.True(
            model.Count == reader.NumDocs,
            $"{when}: {model.Count} documents expected, {reader.NumDocs} found; {TestSeed.Hint}");
        Assert.True(model.Describe() == IndexModel.Describe(reader), $"{when}; {TestSeed.Hint}");
    }
}
