using ScoSearch.Lucene.Analysis;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Gives the tokens of a "(tokens ...)" specification.</summary>
internal sealed class FixedTokenStream(IReadOnlyList<SExpression> tokens) : TokenStream(new Token())
{
    private int _next;

    public override void Reset() => _next = 0;

    public override bool MoveNext()
    {
        if (_next == tokens.Count)
        {
            return false;
        }

        SExpression token = tokens[_next++];
        Token.Clear();
        Token.SetTerm(token.Text(1));
        Token.PositionIncrement = token.Int(2);
        Token.StartOffset = token.Int(3);
        Token.EndOffset = token.Int(4);
        return token.Count == 5
            ? true
            : throw new NotSupportedException("the engine's token streams carry no payloads");
    }

    public override void End()
    {
        int end = tokens.Count > 0 ? tokens[^1].Int(4) : 0;
        Token.Clear();
        Token.PositionIncrement = 0;
        Token.StartOffset = end;
        Token.EndOffset = end;
    }
}
