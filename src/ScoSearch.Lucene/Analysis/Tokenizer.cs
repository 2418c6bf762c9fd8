namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// First link of an analysis chain: cuts a text into tokens. Reusable for any number of texts. Not thread-safe.
/// </summary>
public abstract class Tokenizer : TokenStream
{
    /// <summary>Creates a tokenizer with a token of its own.</summary>
    protected Tokenizer() : base(new Token())
    {
    }

    /// <summary>Creates a tokenizer that shares the token of another one, whose text it prepares.</summary>
    protected Tokenizer(Token token) : base(token)
    {
    }

    /// <summary>The text to cut.</summary>
    public ReadOnlyMemory<char> Text { get; private set; }

    /// <summary>Sets the next text; <see cref="TokenStream.Reset"/> must follow.</summary>
    public void SetText(ReadOnlyMemory<char> text) => Text = text;

    /// <inheritdoc/>
    public override void End()
    {
        Token.Clear();
        Token.PositionIncrement = 0;
        Token.StartOffset = Text.Length;
        Token.EndOffset = Text.Length;
    }
}
