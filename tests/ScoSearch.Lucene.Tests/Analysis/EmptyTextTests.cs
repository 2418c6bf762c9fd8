using System.Collections.Frozen;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Analysis.Standard;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>Texts without a token, alone and between others, by every analyzer.</summary>
public sealed class EmptyTextTests
{
    private static readonly Dictionary<string, Func<Analyzer>> Analyzers = new(StringComparer.Ordinal)
    {
        ["whitespace"] = static () => new WhitespaceAnalyzer(),
        ["standard"] = static () => new StandardAnalyzer(),
        ["standard stop"] = static () => new StandardAnalyzer(["a"]),
        ["cjk"] = static () => new CjkAnalyzer(),
        ["cjk unigrams"] = static () => new CjkAnalyzer([], outputUnigrams: true),
        ["smartcn"] = static () => new SmartChineseAnalyzer(),
        ["smartcn user"] = static () => new SmartChineseAnalyzer(static () => UserDictionary.Create(["上合组织"])),
        ["folded smartcn"] = static () => new FoldedSmartChineseAnalyzer(),
        ["folded bigrams"] = static () => new FoldedBigramAnalyzer(),
        ["folded unigrams"] = static () => new FoldedBigramAnalyzer(outputUnigrams: true),
        ["per field"] = static () => new PerFieldAnalyzer(
            new KeywordAnalyzer(), new Dictionary<string, Analyzer> { ["field"] = new SmartChineseAnalyzer() }),
    };

    public static TheoryData<string> Names => [.. Analyzers.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyze_NothingButSpace_GivesNoTokenAndItsLength(string name)
    {
        using Analyzer analyzer = Analyzers[name]();
        string before = TokenDump.Of(analyzer, "上海 b");

        Assert.Equal("end 0 +0\n", TokenDump.Of(analyzer, ""));
        Assert.Equal("end 3 +0\n", TokenDump.Of(analyzer, " \n\u3000"));
        Assert.Equal(before, TokenDump.Of(analyzer, "上海 b"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AddDocument_EmptyText_HasNoTermsAndMovesNoOther(string name)
    {
        using ByteBuffersDirectory directory = new();
        using Analyzer analyzer = Analyzers[name]();
        using (IndexWriter writer = new(directory, new IndexWriterConfig(analyzer) { MergeThreads = 0 }))
        {
            writer.AddDocument([new TextField("field", "")]);
            writer.AddDocument([new TextField("field", ""), new TextField("field", "b"), new TextField("field", "")]);
            writer.Commit();
        }

        using DirectoryReader reader = DirectoryReader.Open(directory);

        Terms terms = Assert.Single(reader.Leaves).Reader.GetTerms("field")!;
        Assert.Equal((1, 1, 1), (terms.Count, terms.DocCount, terms.SumTotalTermFreq));
        PostingsEnum postings = terms.GetPostings(terms.Find("b"u8)!, PostingsFlags.Positions);
        Assert.Equal((1, 0), (postings.NextDoc(), postings.NextPosition()));
    }

    [Fact]
    public void Keyword_EmptyText_IsAnEmptyToken()
    {
        using KeywordAnalyzer analyzer = new();

        Assert.Equal(" 0-0 +1\nend 0 +0\n", TokenDump.Of(analyzer, ""));
    }

    [Theory]
    [InlineData(new[] { "" }, "ab 0-2 +1\nend 2 +0\n", "end 0 +1\n")]
    [InlineData(new[] { "ab" }, "end 2 +1\n", " 0-0 +1\nend 0 +0\n")]
    [InlineData(new[] { "a", "abc" }, "ab 0-2 +1\nend 2 +0\n", " 0-0 +1\nend 0 +0\n")]
    [InlineData(new string[0], "ab 0-2 +1\nend 2 +0\n", " 0-0 +1\nend 0 +0\n")]
    public void StopFilter_WordsOfAnyLength_DropsThoseOnly(string[] words, string ofWord, string ofNothing)
    {
        KeywordTokenizer tokenizer = new();
        StopFilter filter = new(tokenizer, words.ToFrozenSet(StringComparer.Ordinal));

        Assert.Equal(ofWord, Dump("ab"));
        Assert.Equal(ofNothing, Dump(""));

        string Dump(string text)
        {
            tokenizer.SetText(text.AsMemory());
            filter.Reset();
            return TokenDump.Of(filter);
        }
    }
}
