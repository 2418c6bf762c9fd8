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
        if (token[1].IsQuoted)
        {
            Token.SetTerm(token.Text(1));
        }
        else
        {
            Token.BytesTerm = token[1].Bytes();
        }

        Token.PositionIncrement = token.Int(2);
        Token.StartOffset = token.Int(3);
        Token.EndOffset = token.Int(4);
        if (token.Count > 5)
        {
            Token.Payload = token[5].Bytes();
        }

        return true;
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
