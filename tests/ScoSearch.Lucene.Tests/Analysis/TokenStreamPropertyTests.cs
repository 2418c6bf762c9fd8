using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Analysis.Standard;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>What holds for every analyzer and every text.</summary>
public sealed class TokenStreamPropertyTests
{
    public static TheoryData<string> Names => [.. Create().Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyze_RandomText_OffsetsAndIncrementsAreInOrder(string name)
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        using Analyzer analyzer = Create()[name];
        for (int round = 0; round < 400; round++)
        {
            string text = RandomChinese.Next(random, random.Next(60));
            CheckOrder(analyzer, text, $"SCOSEARCH_SEED={seed}, round {round}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyze_ChainUsedAgain_GivesTheSameTokens(string name)
    {
        int seed = TestSeed.Next();
        Random random = new(seed);
        using Analyzer reused = Create()[name];
        for (int round = 0; round < 100; round++)
        {
            string text = RandomChinese.Next(random, 30);
            using Analyzer fresh = Create()[name];
            TokenStream abandoned = reused.GetTokenStream("field", RandomChinese.Next(random, 30));
            abandoned.MoveNext();

            bool same = TokenDump.Of(fresh, text) == TokenDump.Of(reused, text);
            Assert.True(same, $"SCOSEARCH_SEED={seed}, round {round}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyze_WarmChain_AllocatesNothing(string name)
    {
        Random random = new(5);
        string[] texts = [.. Enumerable.Range(0, 200).Select(_ => RandomChinese.Next(random, 60))];
        using Analyzer analyzer = Create()[name];
        ConsumeAll(analyzer, texts);

        long before = GC.GetAllocatedBytesForCurrentThread();
        int tokens = ConsumeAll(analyzer, texts);
        long allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.True(tokens >= texts.Length);
        Assert.Equal(0, allocated);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Analyze_MegabyteWithoutBreak_EndsInOrder(string name)
    {
        using Analyzer analyzer = Create()[name];

        CheckOrder(analyzer, new string('中', 1 << 20), "Han");
        CheckOrder(analyzer, new string('x', 1 << 20), "letters");
        CheckOrder(analyzer, new string('\uD840', 1 << 16), "lone surrogates");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Null_Throws(string name)
    {
        using Analyzer analyzer = Create()[name];

        Assert.Throws<ArgumentNullException>(() => analyzer.GetTokenStream("f", (string)null!));
        Assert.Throws<ArgumentNullException>(() => analyzer.GetTokenStream(null!, "a"));
        Assert.Throws<ArgumentNullException>(() => analyzer.Normalize("f", null!));
    }

    private static Dictionary<string, Analyzer> Create()
    {
        UserDictionary dictionary = UserDictionary.Create(["中国人民", "研究生命", "5G网络", "乾隆開發", "x+1", "ABC 42"]);
        return new Dictionary<string, Analyzer>(StringComparer.Ordinal)
        {
            ["SmartCn"] = new SmartChineseAnalyzer(),
            ["SmartCn with user words"] = new SmartChineseAnalyzer(() => dictionary),
            ["folded words"] = new FoldedSmartChineseAnalyzer(() => dictionary),
            ["folded bigrams"] = new FoldedBigramAnalyzer(),
            ["folded bigrams and unigrams"] = new FoldedBigramAnalyzer(outputUnigrams: true),
            ["CJK"] = new CjkAnalyzer(),
            ["standard"] = new StandardAnalyzer(),
            ["white space"] = new WhitespaceAnalyzer(),
            ["keyword"] = new KeywordAnalyzer(),
            ["per field"] = new PerFieldAnalyzer(
                new KeywordAnalyzer(),
                new Dictionary<string, Analyzer> { ["field"] = new SmartChineseAnalyzer() }),
        };
    }

    private static int ConsumeAll(Analyzer analyzer, string[] texts)
    {
        int tokens = 0;
        foreach (string text in texts)
        {
            TokenStream stream = analyzer.GetTokenStream("field", text);
            while (stream.MoveNext())
            {
                tokens++;
            }

            stream.End();
        }

        return tokens;
    }

    private static void CheckOrder(Analyzer analyzer, string text, string context)
    {
        TokenStream stream = analyzer.GetTokenStream("field", text);
        Token token = stream.Token;
        int lastStart = 0;
        bool isFirst = true;
        while (stream.MoveNext())
        {
            Assert.True(token.StartOffset >= lastStart, context);
            Assert.True(token.StartOffset <= token.EndOffset && token.EndOffset <= text.Length, context);
            Assert.True(token.PositionIncrement >= (isFirst ? 1 : 0), context);
            isFirst = false;
            lastStart = token.StartOffset;
        }

        stream.End();
        Assert.True(token.EndOffset <= text.Length && token.PositionIncrement >= 0, context);
    }
}
