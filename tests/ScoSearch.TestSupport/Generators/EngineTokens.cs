using ScoSearch.Lucene.Analysis;

namespace ScoSearch.TestSupport.Generators;

/// <summary>What our analyzers make of a text, in the judge's form.</summary>
public static class EngineTokens
{
    /// <summary>The tokens and the end state.</summary>
    public static JudgeTokens Analyze(Analyzer analyzer, string text)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        TokenStream stream = analyzer.GetTokenStream("f", text);
        List<JudgeToken> tokens = [];
        while (stream.MoveNext())
        {
            Token token = stream.Token;
            tokens.Add(new JudgeToken(
                token.Term.ToString(),
                token.StartOffset,
                token.EndOffset,
                token.PositionIncrement,
                token.PositionLength,
                token.Type));
        }

        stream.End();
        return new JudgeTokens(tokens, stream.Token.EndOffset, stream.Token.PositionIncrement);
    }
}
