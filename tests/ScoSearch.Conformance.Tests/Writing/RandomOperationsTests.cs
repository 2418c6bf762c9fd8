using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Index.Merging;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;
using ScoSearch.TestSupport.Generators;

namespace ScoSearch.Conformance.Tests.Writing;

/// <summary>Random operations on the writer, compared step by step with a list of documents, and in the end by CheckIndex.</summary>
public sealed class RandomOperationsTests
{
    private const int Steps = 250;

    [LuceneTheory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Operations_AtRandom_LeaveWhatTheModelHolds(int salt)
    {
        using TemporaryFolder folder = new();
        using FSDirectory directory = FSDirectory.Open(folder.Path);
        Random random = TestSeed.NewRandom(salt);
        NaiveIndex model = new();
        Run run = new(directory, model, random);
        try
        {
            for (int step = 0; step < Steps; step++)
            {
                run.Step();
            }

            run.Finish();
        }
        finally
        {
            run.Writer.Dispose();
        }

        LuceneJudge.Shared.Check(folder.Path);
        using DirectoryReader reader = DirectoryReader.Open(directory);
        AssertEqual(model.Committed, reader);
    }

    private static void AssertEqual(IReadOnlyList<(string Id, string Body)> expected, DirectoryReader reader)
    {
        List<(string Id, string Body)> actual = [];
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int docId = 0; docId < leaf.Reader.MaxDoc; docId++)
            {
                if (leaf.Reader.LiveDocs?.IsLive(docId) != false)
                {
                    DocumentStoredFieldVisitor visitor = new();
                    leaf.Reader.VisitStoredFields(docId, visitor);
                    actual.Add((visitor.Document.Get("id")!, visitor.Document.Get("body")!));
                }
            }
        }

        Assert.Equal(Sorted(expected), Sorted(actual));
        IndexSearcher searcher = new(reader);
        foreach (int rank in (int[])[0, 3, 12, 40, 200])
        {
            string word = RandomWords.Word(rank);
            long count = expected.LongCount(d => d.Body.Split(' ').Contains(word));
            Assert.True(count == searcher.Count(new TermQuery(new Term("body", word))), $"{word}; {TestSeed.Hint}");
        }
    }

    private static string Sorted(IEnumerable<(string Id, string Body)> documents) =>
        string.Join('\n', documents.Select(d => $"{d.Id}: {d.Body}").Order(StringComparer.Ordinal));

    private sealed class Run(FSDirectory directory, NaiveIndex model, Random random)
    {
        private readonly RandomWords _words = new(random);
        private int _nextId;

        public IndexWriter Writer { get; private set; } = Open(directory, random);

        public void Step()
        {
            switch (random.Next(40))
            {
                case < 18:
                    Add($"d{_nextId++}");
                    break;
                case < 25:
                    string updated = $"d{random.Next(_nextId + 2)}";
                    model.Delete(updated);
                    Update(updated);
                    break;
                case < 31:
                    string deleted = $"d{random.Next(_nextId + 2)}";
                    model.Delete(deleted);
                    Writer.DeleteDocuments(new Term("id", deleted));
                    break;
                case 31:
                    string word = RandomWords.Word(random.Next(200, 400));
                    model.DeleteByWord(word);
                    Writer.DeleteDocuments(new Term("body", word));
                    break;
                case < 35:
                    model.Commit();
                    Writer.Commit();
                    break;
                case 35:
                    Writer.ForceMerge(random.Next(1, 4));
                    break;
                case 36:
                    model.Rollback();
                    Writer.Rollback();
                    Writer = Open(directory, random);
                    break;
                case 37:
                    model.Commit();
                    Writer.Commit();
                    Writer.Dispose();
                    Writer = Open(directory, random);
                    break;
                default:
                    using (DirectoryReader reader = Writer.GetReader())
                    {
                        AssertEqual(model.Documents, reader);
                    }

                    break;
            }
        }

        public void Finish()
        {
            model.Commit();
            Writer.Commit();
        }

        private void Add(string id)
        {
            string body = _words.Words(12);
            model.Add(id, body);
            Writer.AddDocument(Create(id, body));
        }

        private void Update(string id)
        {
            string body = _words.Words(12);
            model.Add(id, body);
            Writer.UpdateDocument(new Term("id", id), Create(id, body));
        }

        private static Document Create(string id, string body) =>
        [
            new StringField("id", id, stored: true),
            new TextField("body", body, stored: true),
            new NumericDocValuesField("num", body.Length),
        ];

        private static IndexWriter Open(FSDirectory directory, Random random) => new(
            directory,
            EngineScript.DefaultConfig() with
            {
                MaxBufferedDocs = random.Next(2, 30),
                UseCompoundFile = random.Next(2) == 0,
                MergeThreads = random.Next(2),
                MergePolicy = new TieredMergePolicy { SegmentsPerTier = random.Next(2, 10) },
            });
    }
}
