using System.IO;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Lucene.Tests.Index;

/// <summary>Yields some tokens and then throws.</summary>
internal sealed class ThrowingStream(int tokens) : TokenStream(new Token())
{
    private int _count;

    public override bool MoveNext()
    {
        if (_count++ == tokens)
        {
            throw new InvalidDataException("The text cannot be read any further.");
        }

        Token.Clear();
        Token.SetTerm("token");
        return true;
    }

    public override void End() => Token.Clear();

    public override void Reset() => _count = 0;
}
