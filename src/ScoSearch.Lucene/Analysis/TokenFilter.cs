namespace ScoSearch.Lucene.Analysis;

/// <summary>A later link of an analysis chain: changes, drops or adds tokens of its input. Not thread-safe.</summary>
public abstract class TokenFilter : TokenStream
{
    /// <summary>Creates a filter that shares its input's token.</summary>
    /// <exception cref="ArgumentNullException">The input is null.</exception>
    protected TokenFilter(TokenStream input) : base(NotNull(input).Token) => Input = input;

    /// <summary>The link before this one.</summary>
    protected TokenStream Input { get; }

    /// <inheritdoc/>
    public override void End() => Input.End();

    /// <inheritdoc/>
    public override void Reset() => Input.Reset();

    private static TokenStream NotNull(TokenStream input)
    {
        ArgumentNullException.ThrowIfNull(input);
        return input;
    }
}
