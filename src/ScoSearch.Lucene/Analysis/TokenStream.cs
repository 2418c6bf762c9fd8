namespace ScoSearch.Lucene.Analysis;

/// <summary>Yields the tokens of one text, one after another, in one shared <see cref="Token"/>.</summary>
/// <remarks>
/// Use: obtain from <see cref="Analyzer.GetTokenStream(string, ReadOnlyMemory{char})"/> (already reset), call
/// <see cref="MoveNext"/> until it returns false, then
/// <see cref="End"/>; after that <see cref="Token"/> holds the end state: <see cref="Token.EndOffset"/> = final offset,
/// <see cref="Token.PositionIncrement"/> = positions skipped after the last token. Not thread-safe. No allocation per
/// token.
/// </remarks>
public abstract class TokenStream
{
    /// <summary>Creates a stream over a token of its own or one shared with its input.</summary>
    protected TokenStream(Token token) => Token = token;

    /// <summary>The current token.</summary>
    public Token Token { get; }

    /// <summary>Moves to the next token.</summary>
    /// <returns>False at the end.</returns>
    public abstract bool MoveNext();

    /// <summary>Sets the end state; to be called once, after <see cref="MoveNext"/> returned false.</summary>
    public abstract void End();

    /// <summary>Makes the stream ready for the text its tokenizer was given.</summary>
    public abstract void Reset();
}
