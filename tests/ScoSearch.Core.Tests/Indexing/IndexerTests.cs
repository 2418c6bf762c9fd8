using System.Diagnostics;
using System.IO;
using System.Text;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class IndexerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string IndexPath => _folder["index"];

    private string Corpus => _folder["corpus"];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Run_NewFiles_AreFoundByWordAndSubstring()
    {
        Write("a.txt", "标题\n\n上海合作组织成立于二〇〇一年。\n\n成员国共同打击三股势力。\n");

        IndexingSummary summary = Run();

        Assert.Equal((1, 0, 0), (summary.Documents, summary.Unchanged, summary.Failed.Count));
        Assert.Contains("成立于", Assert.Single(Search("“作组织成”")).Text, StringComparison.Ordinal);
        Assert.Equal("a.txt", Search("三股势力")[0].Document.Id);
    }

    [Fact]
    public void Run_Again_ReadsNothingAnew()
    {
        Write("a.txt", "第一篇的文字。");
        Write("深/b.txt", "第二篇的文字。");
        Run();
        long generation = IndexStatistics.Read(IndexPath).Generation;

        IndexingSummary summary = Run();

        Assert.Equal((0, 2, 0), (summary.Documents, summary.Unchanged, summary.Removed));
        Assert.Equal(generation, IndexStatistics.Read(IndexPath).Generation);
    }

    [Fact]
    public void Run_ChangedFile_ReplacesItsDocument()
    {
        Write("a.txt", "旧的文字。");
        Write("b.txt", "别的文字。");
        Run();
        Write("a.txt", "新的内容。");

        IndexingSummary summary = Run();

        Assert.Equal((1, 1), (summary.Documents, summary.Unchanged));
        Assert.Empty(Search("“旧的”"));
        Assert.Single(Search("“新的内容”"));
    }

    [Fact]
    public void Run_ChangedMetadataBesideTheFile_ReplacesItsDocument()
    {
        Write("a.txt", "文字。");
        Run();
        Write("a.txt.meta.json", """{"title": "新题目", "date": "2025-09-01"}""");

        Assert.Equal(1, Run().Documents);
        DocumentInfo document = Assert.Single(Search("“文字”")).Document;
        Assert.Equal(("新题目", "2025-09-01"), (document.Title, document.Date));
    }

    [Fact]
    public void Run_DeletedFile_StaysUntilPruned()
    {
        Write("a.txt", "甲的文字。");
        Write("b.txt", "乙的文字。");
        Run();
        File.Delete(Path.Combine(Corpus, "a.txt"));

        Assert.Equal(0, Run().Removed);
        Assert.Single(Search("“甲的”"));
        Assert.Equal(1, Run(prune: true).Removed);
        Assert.Empty(Search("“甲的”"));
        Assert.Single(Search("“乙的”"));
    }

    [Fact]
    public void Run_DryRun_SaysWhatWouldChangeAndChangesNothing()
    {
        Write("a.txt", "甲。");
        Write("b.txt", "乙。");
        Run();
        Write("a.txt", "变了。\n\n两段。");
        Write("c.txt", "丙。");
        File.Delete(Path.Combine(Corpus, "b.txt"));
        long generation = IndexStatistics.Read(IndexPath).Generation;

        using Indexer indexer = new(IndexPath);
        IndexingSummary summary = indexer.Run(new IndexingRequest { Paths = [Corpus], Prune = true, DryRun = true });

        Assert.Equal(
            [
                new IndexingChange(IndexingChangeKind.Changed, "a.txt", 2),
                new IndexingChange(IndexingChangeKind.Removed, "b.txt", 1),
                new IndexingChange(IndexingChangeKind.Added, "c.txt", 1),
            ],
            summary.Changes);
        Assert.Equal(generation, IndexStatistics.Read(IndexPath).Generation);
    }

    [Fact]
    public void Run_BadFiles_AreListedAndTheOthersAreIndexed()
    {
        Write("good.txt", "好的文字。");
        Write("empty.txt", "");
        File.WriteAllBytes(Path.Combine(Corpus, "binary.txt"), [0, 1, 2, 3, 0, 0, 0, 255, 254, 0, 7]);
        Write("bad.jsonl", "{\"text\": \"好\"}\n{broken\n");

        IndexingSummary summary = Run();

        Assert.Equal(1, summary.Documents);
        Assert.Equal(
            ["bad.jsonl", "binary.txt", "empty.txt"], summary.Failed.Select(f => Path.GetFileName(f.Path)).Order());
        Assert.Contains("line 2", summary.Failed.Single(f => f.Path.EndsWith(".jsonl", StringComparison.Ordinal)).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_FilesThatAreNone_AreListedAndTheOthersAreIndexed()
    {
        Write("good.txt", "好的文字。");
        Write("line\nbreak.txt", "名字里有换行的文字。");
        File.CreateSymbolicLink(Path.Combine(Corpus, "loop.txt"), Path.Combine(Corpus, "loop.txt"));
        File.CreateSymbolicLink(Path.Combine(Corpus, "nowhere.txt"), Path.Combine(Corpus, "gone.txt"));
        using (Process pipe = Process.Start("mkfifo", [Path.Combine(Corpus, "pipe.txt")]))
        {
            pipe.WaitForExit();
        }

        IndexingSummary summary = Run();

        Assert.Equal(2, summary.Documents);
        Assert.Equal(
            [("loop.txt", DocumentReadError.Unreadable), ("nowhere.txt", DocumentReadError.NotFound), ("pipe.txt", DocumentReadError.NoText)],
            summary.Failed.Select(f => (Path.GetFileName(f.Path), f.Error!.Value)));
        Assert.Equal("line\nbreak.txt", Assert.Single(Search("“有换行”")).Document.Id);
    }

    [Fact]
    public void Run_Progress_ReachesTheEndAndCountsWithinAFile()
    {
        Write("a.jsonl", string.Concat(Enumerable.Range(0, 10).Select(i => $"{{\"id\": \"{i}\", \"text\": \"第{i}篇的文字。\"}}\n")));
        Write("b.txt", "文字。");
        List<IndexingProgress> seen = [];
        using Indexer indexer = new(IndexPath);

        indexer.Run(new IndexingRequest { Paths = [Corpus] }, new Progress(seen.Add));

        Assert.Equal((2, 2, 1.0), (seen[^1].FilesDone, seen[^1].FilesTotal, seen[^1].Share));
        Assert.Equal(seen.Select(p => p.BytesDone).Order(), seen.Select(p => p.BytesDone));
        Assert.InRange(seen[5].Share, 0.3, 0.6);
    }

    [Fact]
    public void Run_FileThatTurnsBad_KeepsItsLastGoodState()
    {
        Write("a.jsonl", "{\"id\": \"x\", \"text\": \"好的文字。\"}\n");
        Run();
        Write("a.jsonl", "{broken");

        Assert.Single(Run(prune: true).Failed);
        Assert.Single(Search("“好的文字”"));
    }

    [Fact]
    public void Run_Rebuild_LeavesTheOldIndexToReadersUntilTheEnd()
    {
        Write("a.txt", "旧的文字。");
        Run();
        using ScoSearchIndex before = ScoSearchIndex.Open(IndexPath);
        Write("a.txt", "新的文字。");
        int seenDuring = -1;

        using (Indexer indexer = new(IndexPath))
        {
            Progress during = new(_ => seenDuring = Search("“旧的”").Count);
            indexer.Run(new IndexingRequest { Paths = [Corpus], Rebuild = true }, during);
        }

        Assert.Equal(1, seenDuring);
        Assert.Single(before.Search(new SearchRequest("“旧的”")).Hits);
        Assert.Empty(Search("“旧的”"));
        Assert.Single(Search("“新的”"));
    }

    [Fact]
    public void Run_RebuildThatFindsNothing_DestroysNothing()
    {
        Write("a.txt", "文字。");
        Run();
        File.Delete(Path.Combine(Corpus, "a.txt"));

        IndexingSummary summary = Run(rebuild: true);

        Assert.Equal(0, summary.Documents);
        Assert.Single(Search("“文字”"));
    }

    [Fact]
    public void Run_Cancelled_LeavesTheLastCommit()
    {
        Write("a.txt", "旧的文字。");
        Run();
        Write("a.txt", "新的文字。");
        Write("b.txt", "别的文字。");
        using CancellationTokenSource cancellation = new();
        using Indexer indexer = new(IndexPath);

        Assert.Throws<OperationCanceledException>(() =>
            indexer.Run(new IndexingRequest { Paths = [Corpus] }, new Progress(_ => cancellation.Cancel()), cancellation.Token));

        Assert.Single(Search("“旧的”"));
        Assert.Equal(2, indexer.Run(new IndexingRequest { Paths = [Corpus] }).Documents);
        Assert.Single(Search("“新的”"));
    }

    [Fact]
    public void Run_AnyNumberOfThreads_GivesTheSameContent()
    {
        for (int i = 0; i < 30; i++)
        {
            Write($"{i % 3}/{i}.txt", string.Join("\n\n", Enumerable.Range(0, i).Select(p => $"第{i}篇第{p}段，上海合作组织。")) + "\n\n末段。");
        }

        string one = ExportWith(1);
        string many = ExportWith(7);

        Assert.Equal(31 * 30 / 2, one.Split('\n').Length - 1);
        Assert.Equal(one, many);
    }

    [Fact]
    public void Run_JsonLinesThatNameTheirDocument_AreItsParagraphs()
    {
        Write("chronology.jsonl", """
            {"document": "d", "title": "大事记", "date": "2025-09-10", "kind": "title", "text": "大事记"}
            {"document": "d", "title": "大事记", "date": "2001-06-15", "kind": "body", "text": "上海。宣告成立。"}
            {"document": "e", "kind": "quote", "text": "另一篇。"}
            {"document": "d", "date": "2002-06-07", "kind": "footnote", "text": "圣彼得堡。"}
            """);

        Assert.Equal(2, Run().Documents);
        SearchHit hit = Assert.Single(Search("“宣告成立”"));
        Assert.Equal(("d#2", "body", "2001-06-15", "大事记"), (hit.Id, hit.Paragraph.Kind, hit.Document.Date, hit.Document.Title));
        Assert.Equal("footnote", Assert.Single(Search("圣彼得堡")).Paragraph.Kind);
        Assert.Equal("quote", Assert.Single(Search("“另一篇”")).Paragraph.Kind);
    }

    [Fact]
    public void Run_DocumentVanishedFromAChangedFile_IsRemoved()
    {
        Write("a.jsonl", "{\"id\": \"x\", \"text\": \"甲的文字。\"}\n{\"id\": \"y\", \"text\": \"乙的文字。\"}\n");
        Run();
        Write("a.jsonl", "{\"id\": \"y\", \"text\": \"乙的文字。\"}\n");

        Assert.Equal(1, Run().Removed);
        Assert.Empty(Search("“甲的”"));
        Assert.Single(Search("“乙的”"));
    }

    [Fact]
    public void Run_TwoFilesWithTheSameDocumentId_TheSecondIsReported()
    {
        Write("a.jsonl", "{\"id\": \"x\", \"text\": \"甲的文字。\"}\n");
        Write("b.jsonl", "{\"id\": \"x\", \"text\": \"乙的文字。\"}\n");

        IndexingSummary first = Run();
        IndexingSummary second = Run();

        Assert.EndsWith("b.jsonl", Assert.Single(first.Failed).Path, StringComparison.Ordinal);
        Assert.EndsWith("b.jsonl", Assert.Single(second.Failed).Path, StringComparison.Ordinal);
        Assert.Single(Search("“甲的”"));
        Assert.Empty(Search("“乙的”"));
    }

    [Fact]
    public void Put_And_Delete_TakeEffectAtOnce()
    {
        using Indexer indexer = new(IndexPath);

        IndexingSummary put = indexer.Put(SourceDocument.FromText("doc", "第一版的文字。"));
        Assert.Equal((1, 1), (put.Documents, put.Paragraphs));
        Assert.Single(Search("“第一版”"));
        indexer.Put(SourceDocument.FromText("doc", "第二版的文字。\n\n两段。"));
        Assert.Empty(Search("“第一版”"));
        Assert.Equal("doc#1", Assert.Single(Search("“第二版”")).Id);

        Assert.False(indexer.Delete("no"));
        Assert.True(indexer.Delete("doc"));
        Assert.False(indexer.Delete("doc"));
        Assert.Equal(0, IndexStatistics.Read(IndexPath).Paragraphs);
        DocumentReadException e = Assert.Throws<DocumentReadException>(() => indexer.Put(SourceDocument.FromText("doc", " \n ")));
        Assert.Equal("doc", e.Document);
    }

    [Fact]
    public void Put_FileStreamAndSeveral_EachWithOneCommit()
    {
        Write("a.jsonl", "{\"id\": \"x\", \"text\": \"甲的文字。\"}\n{\"id\": \"y\", \"text\": \"乙的文字。\"}\n");
        using Indexer indexer = new(IndexPath);
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("{\"id\": \"z\", \"text\": \"丙的文字。\"}\n"));

        Assert.Equal(2, indexer.PutFile(Path.Combine(Corpus, "a.jsonl")).Documents);
        Assert.Equal(1, indexer.PutStream("upload", stream, "any.jsonl").Documents);
        long before = IndexStatistics.Read(IndexPath).Generation;
        indexer.Put([SourceDocument.FromText("m", "丁的文字。"), SourceDocument.FromText("n", "戊的文字。")]);

        Assert.Equal(before + 1, IndexStatistics.Read(IndexPath).Generation);
        Assert.Equal("z", Assert.Single(Search("“丙的”")).Document.Id);
        Assert.Equal(5, IndexStatistics.Read(IndexPath).Documents);
    }

    [Fact]
    public void Put_OneBadAmongSeveral_ChangesNothing()
    {
        using Indexer indexer = new(IndexPath);
        indexer.Put(SourceDocument.FromText("m", "丁的文字。"));

        DocumentReadException e = Assert.Throws<DocumentReadException>(
            () => indexer.Put([SourceDocument.FromText("n", "戊的文字。"), SourceDocument.FromText("o", " ")]));

        Assert.Equal((DocumentReadError.NoText, "o"), (e.Error, e.Document));
        Assert.Empty(Search("“戊的”"));
    }

    [Fact]
    public void Delete_DocumentPutByAnotherIndexer_IsSeen()
    {
        using Indexer second = new(IndexPath);
        Assert.False(second.Delete("doc"));
        using (Indexer first = new(IndexPath))
        {
            first.Put(SourceDocument.FromText("doc", "文字。"));
        }

        Assert.True(second.Delete("doc"));
        Assert.False(second.Delete("doc"));
    }

    [Fact]
    public void Prune_DocumentThatWasPut_Stays()
    {
        Write("a.txt", "文件的文字。");
        using (Indexer indexer = new(IndexPath))
        {
            indexer.Put(SourceDocument.FromText("doc", "放进来的文字。"));
            indexer.Run(new IndexingRequest { Paths = [Corpus], Prune = true });
        }

        Assert.Single(Search("“放进来的”"));
        Assert.Single(Search("“文件的”"));
    }

    [Fact]
    public void Run_Documents_AreIndexedLikeFiles()
    {
        using Indexer indexer = new(IndexPath);
        using MemoryStream stream = new(Encoding.UTF8.GetBytes("流里的文字。"));
        IndexingRequest request = new()
        {
            Documents = [SourceDocument.FromText("b", "字符串的文字。"), SourceDocument.FromStream("a", stream)],
        };

        Assert.Equal(2, indexer.Run(request).Documents);
        Assert.Equal((0, 2), (indexer.Run(request).Documents, indexer.Run(request).Unchanged));
        Assert.Single(Search("“流里的”"));
    }

    [Fact]
    public void Open_OtherDictionary_IsAClearErrorThatNamesTheRemedy()
    {
        Write("a.txt", "文字。");
        Run();
        DictionarySet words = new(UserWords.Parse("上合组织\n"), Synonyms.Empty);
        DictionarySet synonyms = new(UserWords.Empty, Synonyms.Parse("甲 = 乙\n"));

        IndexMismatchException e = Assert.Throws<IndexMismatchException>(() => ScoSearchIndex.Open(IndexPath, words));
        Assert.Equal(IndexMismatch.Words, e.Mismatch);
        Assert.Contains("scosearch index --rebuild", e.Message, StringComparison.Ordinal);
        Assert.Equal(
            IndexMismatch.Synonyms,
            Assert.Throws<IndexMismatchException>(() => ScoSearchIndex.Open(IndexPath, synonyms)).Mismatch);

        using Indexer indexer = new(IndexPath, new IndexerOptions { Dictionaries = words });
        Assert.Throws<IndexMismatchException>(() => indexer.Run(new IndexingRequest { Paths = [Corpus] }));
        Assert.Equal(1, indexer.Run(new IndexingRequest { Paths = [Corpus], Rebuild = true }).Documents);
        using ScoSearchIndex opened = ScoSearchIndex.Open(IndexPath, words);
        Assert.Equal(1, opened.ParagraphCount);
    }

    [Fact]
    public void Run_IndexOfSomebodyElse_IsRefused()
    {
        using (FSDirectory directory = FSDirectory.Open(IndexPath))
        using (IndexWriter writer = new(directory, new IndexWriterConfig(new ParagraphAnalysis(DictionarySet.Empty).ForIndexing)))
        {
            writer.Commit();
        }

        Write("a.txt", "文字。");
        Assert.Equal(IndexMismatch.NotScoSearch, Assert.Throws<IndexMismatchException>(() => Run()).Mismatch);
    }

    [Fact]
    public void Run_SecondWriter_IsRefused()
    {
        Write("a.txt", "文字。");
        using Indexer first = new(IndexPath);
        first.Run(new IndexingRequest { Paths = [Corpus] });
        using Indexer second = new(IndexPath);

        Assert.Throws<LockObtainFailedException>(() => second.Put(SourceDocument.FromText("b", "文字。")));
        Assert.Equal(1, second.Run(new IndexingRequest { Paths = [Corpus], DryRun = true }).Unchanged);
    }

    [Fact]
    public void Run_Noise_KeepsItsPlaceButIsNotFound()
    {
        string[] counts = ["一", "二", "三"];
        string pages = string.Join('\n', counts.Select((n, i) =>
            $"这里是第{n}页正文的第一段，写得稍微长一点，好让它像一个段落。\n\n— {901 + i} —\n\f"));
        Write("a.txt", pages);
        Run();

        Assert.Equal(3, Export().Split("\"kind\":\"noise\"").Length - 1);
        Assert.Empty(Search("902"));
        Assert.Equal(3, Search("“页正文”").Count);
    }

    private void Write(string name, string text)
    {
        string path = Path.Combine(Corpus, name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    private IndexingSummary Run(bool prune = false, bool rebuild = false)
    {
        System.IO.Directory.CreateDirectory(Corpus);
        using Indexer indexer = new(IndexPath);
        return indexer.Run(new IndexingRequest { Paths = [Corpus], Prune = prune, Rebuild = rebuild });
    }

    private string ExportWith(int threads)
    {
        using (Indexer indexer = new(IndexPath, new IndexerOptions { Threads = threads }))
        {
            indexer.Run(new IndexingRequest { Paths = [Corpus], Rebuild = true });
        }

        return Export();
    }

    private string Export()
    {
        StringBuilder all = new();
        IndexExport.Write(IndexPath, line => all.Append(Encoding.UTF8.GetString(line.Span)));
        return all.ToString();
    }

    private IReadOnlyList<SearchHit> Search(string query)
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(IndexPath);
        return index.Search(new SearchRequest(query)).Hits;
    }

    private sealed class Progress(Action<IndexingProgress> report) : IProgress<IndexingProgress>
    {
        public void Report(IndexingProgress value) => report(value);
    }
}
