using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Core.Tests.Indexing;

public sealed class TokenRecordingTests
{
    private static readonly Analyzer Analyzer = new ParagraphAnalysis(DictionarySet.Empty).ForIndexing;

    [Theory]
    [InlineData("")]
    [InlineData("上海合作组织（SCO）成立于2001年6月15日。")]
    [InlineData("，。")]
    public void Replay_GivesTermsAndIncrementsOfTheAnalysis(string text)
    {
        TokenRecording recording = TokenRecording.Record(Analyzer, ParagraphFields.Words, text);

        Assert.Equal(Read(Analyzer.GetTokenStream(ParagraphFields.Words, text)), Read(recording.Replay()));
        Assert.Equal(Read(recording.Replay()), Read(recording.Replay()));
    }

    [Fact]
    public void Record_TermTooLongForTheFormat_IsLeftOutAndItsPositionStays()
    {
        using WholeTextAnalyzer whole = new();

        TokenRecording kept = TokenRecording.Record(whole, "x", new string('b', 4096));
        TokenRecording cut = TokenRecording.Record(whole, "x", new string('b', 4097));

        Assert.Equal((1, 0), (kept.Count, cut.Count));
        Assert.Equal(["end+1"], Read(cut.Replay()));
    }

    private static List<string> Read(TokenStream stream)
    {
        List<string> tokens = [];
        stream.Reset();
        while (stream.MoveNext())
        {
            tokens.Add($"{stream.Token.Term}+{stream.Token.PositionIncrement}");
        }

        stream.End();
        tokens.Add($"end+{stream.Token.PositionIncrement}");
        return tokens;
    }

    private sealed class WholeTextAnalyzer : Analyzer
    {
        public override string Normalize(string field, string text) => text;

        protected override TokenStreamComponents CreateComponents(string field)
        {
            WholeText tokenizer = new();
            return new TokenStreamComponents(tokenizer, tokenizer);
        }
    }

    private sealed class WholeText : Tokenizer
    {
        private bool _done;

        public override void Reset() => _done = false;

        public override bool MoveNext()
        {
            if (_done)
            {
                return false;
            }

            Token.Clear();
            Token.SetTerm(Text.Span);
            _done = true;
            return true;
        }
    }
}
