using System.IO;
using System.Text.Json;
using ScoSearch.Core.Analyzing;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.TestSupport;

namespace ScoSearch.Core.Tests.Reading;

public sealed class ReadingTests : IDisposable
{
    private readonly SmallIndex _small = new("""
        {"document":"a","kind":"title","text":"上海合作组织二十年","date":"2021-06-15","source":"新华社"}
        {"document":"a","kind":"heading","text":"一、历程"}
        {"document":"a","kind":"body","text":"上海合作组织成立于二〇〇一年。","page":3}
        {"document":"a","kind":"body","text":"成员国共同打击三股势力，维护地区安全。"}
        {"document":"b","kind":"body","text":"成员国打击三股势力，安全合作不断加强。"}
        {"document":"c","kind":"noise","text":"- 1 -"}
        """);

    private ScoSearchIndex Index => _small.Index;

    public void Dispose() => _small.Dispose();

    [Fact]
    public void GetParagraph_WithContext_GivesNeighboursAndPlace()
    {
        ParagraphEntry? entry = Index.GetParagraph("a#3", context: 1);

        Assert.NotNull(entry);
        Assert.Equal("上海合作组织成立于二〇〇一年。", entry.Text);
        Assert.Equal(("上海合作组织二十年", "2021-06-15"), (entry.Document.Title, entry.Document.Date));
        Assert.Equal((3, "body", 3), (entry.Paragraph.Number, entry.Paragraph.Kind, entry.Paragraph.Page));
        Assert.Equal(["a#2", "a#4"], entry.Context.Select(c => c.Id));
        Assert.Null(Index.GetParagraph("a#9"));
        Assert.Throws<ArgumentOutOfRangeException>(() => Index.GetParagraph("a#3", 11));
    }

    [Fact]
    public void TornParagraph_NamesItsOtherHalf()
    {
        using TemporaryFolder folder = new();
        string file = folder["page.txt"];
        File.WriteAllText(file, """
            　　修复工作先从屋顶开始，拆下的旧瓦逐片编号，破损的才换新瓦。工匠们说，这样做虽然慢，却能让老屋多站一百年，而且
            （下转第三版）
            　　镇上的茶馆昨天重新开张，掌柜还是原来那一家人，茶碗也是原来的茶碗。
            （上接第一版）
            每一片瓦都能查到它从前的位置。明年春天，修复的第二期就要开始。
            """);
        using (Indexer indexer = new(folder["index"]))
        {
            indexer.Run(new IndexingRequest { Paths = [file] });
        }

        using ScoSearchIndex index = ScoSearchIndex.Open(folder["index"]);
        SearchHit first = index.Search(new SearchRequest("旧瓦逐片编号")).Hits[0];
        SearchHit second = index.Search(new SearchRequest("从前的位置")).Hits[0];

        Assert.Equal((second.Id, second.Text), (first.ContinuedIn?.Id, first.ContinuedIn?.Text));
        Assert.Equal((first.Id, first.Text), (second.Continues?.Id, second.Continues?.Text));
        Assert.Null(first.Continues);
        Assert.Equal(second.Id, index.GetParagraph(first.Id)?.ContinuedIn?.Id);
    }

    [Fact]
    public void ListDocuments_Pages_FitTogether()
    {
        DocumentList all = Index.ListDocuments();
        DocumentList second = Index.ListDocuments(new DocumentListRequest { Offset = 1, Limit = 1 });

        Assert.Equal(3, all.Total);
        Assert.Equal(["a", "b", "c"], all.Documents.Select(d => d.Document.Id));
        Assert.Equal(4, all.Documents[0].Paragraphs);
        Assert.Equal(2, all.Documents[0].CountsByKind["body"]);
        Assert.Equal("b", Assert.Single(second.Documents).Document.Id);
        Assert.Equal(1, Index.GetDocument("c")?.CountsByKind["noise"]);
        Assert.Null(Index.GetDocument("d"));
    }

    [Fact]
    public void GetParagraphs_RangeAndKind_ComeInOrder()
    {
        Assert.Equal(["a#2", "a#3"], Index.GetParagraphs("a", 2, 3).Select(p => p.Id));
        Assert.Equal(["a#3", "a#4"], Index.GetParagraphs("a", kind: "body").Select(p => p.Id));
        Assert.Empty(Index.GetParagraphs("a", 3, 2));
        Assert.Empty(Index.GetParagraphs("nothing"));
        Assert.Throws<ArgumentException>(() => Index.GetParagraphs("a", kind: "verse"));
    }

    [Fact]
    public void Similar_Paragraph_FindsTheOthersNotItself()
    {
        SearchResponse? similar = Index.Similar("a#4");

        Assert.NotNull(similar);
        Assert.Equal("b#1", similar.Hits[0].Id);
        Assert.DoesNotContain(similar.Hits, hit => hit.Id == "a#4");
        Assert.Contains(similar.Hits[0].Highlights, h => h.Term.Contains("势力", StringComparison.Ordinal));
        Assert.Null(Index.Similar("a#9"));
        Assert.All(
            Index.Similar("b#1", new SimilarRequest { OtherDocumentsOnly = true })!.Hits,
            hit => Assert.NotEqual("b", hit.Document.Id));
    }

    [Fact]
    public void Analyze_QueryAndParagraph_SaysWhereAndWhy()
    {
        AnalysisView? view = Index.Analyze(new AnalysisRequest { Query = "三股势力 火星", ParagraphId = "b#1" });

        Assert.NotNull(view);
        Assert.True(view.IsMatch);
        TermMatch gram = Assert.Single(view.Terms!, t => t.Term == "势力" && t.Row == "bigrams");
        Assert.Equal(new TermPlace("text", 7, 9), Assert.Single(gram.Places));
        Assert.Empty(view.Terms!.First(t => t.Term == "火星").Places);
        Assert.Contains("火星", view.Reason, StringComparison.Ordinal);
        Assert.Null(Index.Analyze(new AnalysisRequest { Query = "三股势力", ParagraphId = "b#7" }));
    }

    [Theory]
    [InlineData("火星", "成员国打击三股势力", false, "火星")]
    [InlineData("“打击势力”", "打击三股势力", false, "“打击势力”")]
    [InlineData("势力 -三股", "打击三股势力", false, "“三股”")]
    [InlineData("，。", "打击三股势力", false, "标点")]
    [InlineData("打击势力", "打击三股势力", true, "打击")]
    public void Analyze_Text_NamesTheReason(string query, string text, bool isMatch, string named)
    {
        AnalysisView? view = Index.Analyze(new AnalysisRequest { Query = query, Text = text });

        Assert.Equal(isMatch, view!.IsMatch);
        Assert.Contains(named, view.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Analyze_Noise_IsNotSearched() => Assert.Contains(
        "noise",
        Index.Analyze(new AnalysisRequest { Query = "1", ParagraphId = "c#1", Language = MessageLanguage.English })!.Reason,
        StringComparison.Ordinal);

    [Fact]
    public void GetStatistics_CountsAndTellsTheTime()
    {
        DateTimeOffset before = DateTimeOffset.UtcNow;

        IndexStatistics statistics = Index.GetStatistics();

        Assert.Equal((3, 6), (statistics.Documents, statistics.Paragraphs));
        Assert.Equal(3, statistics.ParagraphsByKind["body"]);
        Assert.NotNull(statistics.Built);
        Assert.InRange(statistics.Built.Value, before.AddMinutes(-10), before);
        Assert.True(statistics.Bytes > 0);
    }

    [Fact]
    public void Refresh_AfterCommit_ShowsItInANewSnapshotOnly()
    {
        Assert.Null(Index.Refresh());
        _small.Write("""{"document":"d","kind":"body","text":"新的一段。"}""");

        using ScoSearchIndex? fresh = Index.Refresh();

        Assert.NotNull(fresh);
        Assert.NotNull(fresh.GetParagraph("d#1"));
        Assert.Null(Index.GetParagraph("d#1"));
        Assert.True(fresh.Generation > Index.Generation);
        Index.Dispose();
        Assert.Throws<ObjectDisposedException>(() => Index.GetParagraph("d#1"));
        Assert.NotNull(fresh.GetParagraph("d#1"));
    }

    [Fact]
    public void Footnotes_OfAHit_ComeWithTheirTextAndTheirSentence()
    {
        using TemporaryFolder folder = new();
        File.WriteAllText(
            folder["a.txt"],
            "互联互通研究\n\n港口是货物的起点。却要为每一道关卡、每一次换装付费。[1]铁路另当别论。\n\n[1]　这里所说的海港指可供远洋船靠泊的港口。\n");
        using (Indexer indexer = new(folder["index"], new IndexerOptions { Dictionaries = DictionarySet.Empty }))
        {
            indexer.Run(new IndexingRequest { Paths = [folder["a.txt"]] });
        }

        using ScoSearchIndex index = ScoSearchIndex.Open(folder["index"], DictionarySet.Empty);
        SearchHit text = index.Search(new SearchRequest("“每一道关卡”")).Hits[0];
        SearchHit note = index.Search(new SearchRequest("“远洋船靠泊”")).Hits[0];

        FootnoteInfo footnote = Assert.Single(text.Footnotes);
        Assert.Equal(("[1]", note.Id), (footnote.Marker, footnote.Id));
        Assert.Contains("海港", footnote.Text, StringComparison.Ordinal);
        Assert.Equal("footnote", note.Paragraph.Kind);
        Assert.Equal(text.Id, note.Anchor?.Id);
        Assert.Equal("却要为每一道关卡、每一次换装付费。", note.Anchor?.Sentence);
        Assert.Null(text.Anchor);
        Assert.Equal(note.Anchor, index.GetParagraph(note.Id)?.Anchor);
        Assert.Equal("footnote", Assert.Single(index.GetParagraphs("a.txt", kind: "footnote")).Paragraph.Kind);
    }

    [Fact]
    public void Dispose_WhileSearchesRun_LetsThemFinish()
    {
        ScoSearchIndex shared = ScoSearchIndex.Open(_small.IndexPath, DictionarySet.Empty);
        using Barrier started = new(5);
        List<int> counts = [];
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(_ => new Thread(() =>
        {
            started.SignalAndWait();
            try
            {
                for (int i = 0; i < 10_000; i++)
                {
                    int found = shared.Search(new SearchRequest("三股势力")).Hits.Count;
                    lock (counts)
                    {
                        counts.Add(found);
                    }
                }
            }
            catch (ObjectDisposedException)
            {
                // Expected of a search that begins after the index was closed.
                lock (counts)
                {
                    counts.Add(-1);
                }
            }
        }))];
        Array.ForEach(threads, thread => thread.Start());

        started.SignalAndWait();
        shared.Dispose();
        Array.ForEach(threads, thread => thread.Join());

        Assert.All(counts, count => Assert.Contains(count, (int[])[2, -1]));
        Assert.Throws<ObjectDisposedException>(() => shared.Search(new SearchRequest("三股势力")));
    }

    [Fact]
    public void Json_OfEveryAnswer_IsWrittenWithoutReflection()
    {
        SearchJsonContext json = SearchJsonContext.Readable;

        Assert.Contains(
            "\"countsByKind\"", JsonSerializer.Serialize(Index.ListDocuments(), json.DocumentList), StringComparison.Ordinal);
        Assert.Contains("\"paragraph\"", JsonSerializer.Serialize(Index.GetParagraph("a#3")!, json.ParagraphEntry), StringComparison.Ordinal);
        Assert.Contains("\"built\"", JsonSerializer.Serialize(Index.GetStatistics(), json.IndexStatistics), StringComparison.Ordinal);
        Assert.Contains(
            "\"bigrams\"",
            JsonSerializer.Serialize(Index.Analyze(new AnalysisRequest { Text = "上合组织" })!, json.AnalysisView),
            StringComparison.Ordinal);
    }
}
