namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>
/// Folds each term; offsets stay. Phrases are seen within one term only: fold the whole text by
/// <see cref="FoldingTokenizer"/> if possible.
/// </summary>
/// <remarks>Not thread-safe.</remarks>
public sealed class TextFoldFilter : TokenFilter
{
    private readonly TextFolder _folder;
    private readonly FoldedText _folded = new();

    /// <summary>Creates the filter.</summary>
    /// <exception cref="ArgumentNullException">A parameter is null.</exception>
    public TextFoldFilter(TokenStream input, TextFolder folder) : base(input)
    {
        ArgumentNullException.ThrowIfNull(folder);
        _folder = folder;
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        _folder.Fold(Token.Term, _folded);
        Token.SetTerm(_folded.Text.Span);
        return true;
    }
}
