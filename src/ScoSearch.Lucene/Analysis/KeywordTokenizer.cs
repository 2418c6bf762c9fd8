namespace ScoSearch.Lucene.Analysis;

/// <summary>Gives the whole text as one token, an empty text as an empty one. Not thread-safe.</summary>
public sealed class KeywordTokenizer : Tokenizer
{
    private bool _isDone;

    /// <inheritdoc/>
    public override void Reset() => _isDone = false;

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        _isDone = true;
        Token.Clear();
        Token.SetTerm(Text.Span);
        Token.EndOffset = Text.Length;
        return true;
    }
}
