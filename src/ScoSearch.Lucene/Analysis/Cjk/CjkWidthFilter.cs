namespace ScoSearch.Lucene.Analysis.Cjk;

/// <summary>
/// Folds full-width ASCII to half width and half-width katakana to full width, within each term; offsets stay. Not
/// thread-safe.
/// </summary>
/// <remarks>
/// As Apache Lucene's CJKWidthFilter: a voiced or semi-voiced sound mark joins the kana before it where a precomposed
/// form exists.
/// </remarks>
public sealed class CjkWidthFilter : TokenFilter
{
    /// <summary>Creates the filter.</summary>
    public CjkWidthFilter(TokenStream input) : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        Token.Resize(Width.Fold(Token.WritableTerm));
        return true;
    }
}
