namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Replaces each term by its English stem (Porter, 1980). Expects lower-case terms; only Latin ones change. Not
/// thread-safe.
/// </summary>
public sealed class PorterStemFilter : TokenFilter
{
    /// <summary>Creates the filter.</summary>
    public PorterStemFilter(TokenStream input) : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        // Asked here already, because the call costs more than the answer and most Chinese tokens end here.
        if (!char.IsAsciiLetterLower(Token.LastUnit))
        {
            return true;
        }

        int length = PorterStemmer.Stem(Token.WritableTerm);
        if (length != Token.Length)
        {
            Token.Resize(length);
        }

        return true;
    }
}
