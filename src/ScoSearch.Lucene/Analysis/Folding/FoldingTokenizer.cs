namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>
/// Folds the text before another tokenizer cuts it; offsets point into the original text. Not thread-safe.
/// </summary>
public sealed class FoldingTokenizer : Tokenizer
{
    private readonly Tokenizer _inner;
    private readonly TextFolder _folder;
    private readonly FoldedText _folded = new();

    /// <summary>Creates the tokenizer.</summary>
    /// <param name="inner">Cuts the folded text; owned by this one from now on.</param>
    /// <param name="folder">How to fold.</param>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public FoldingTokenizer(Tokenizer inner, TextFolder folder) : base(NotNull(inner).Token)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _inner = inner;
        _folder = folder;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        _folder.Fold(Text.Span, _folded);
        _inner.SetText(_folded.Text);
        _inner.Reset();
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!_inner.MoveNext())
        {
            return false;
        }

        ToOriginal();
        return true;
    }

    /// <inheritdoc/>
    public override void End()
    {
        _inner.End();
        ToOriginal();
    }

    private void ToOriginal()
    {
        if (!_folded.KeepsOffsets)
        {
            Token.StartOffset = _folded.ToOriginal(Token.StartOffset);
            Token.EndOffset = _folded.ToOriginal(Token.EndOffset);
        }
    }

    private static Tokenizer NotNull(Tokenizer inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return inner;
    }
}
