namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Lower-cases each term code point by code point, language-neutral, keeping its length. Not thread-safe.
/// </summary>
public sealed class LowerCaseFilter : TokenFilter
{
    /// <summary>Creates the filter.</summary>
    public LowerCaseFilter(TokenStream input) : base(input)
    {
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!Input.MoveNext())
        {
            return false;
        }

        LowerCase.Apply(Token.WritableTerm);
        return true;
    }
}
