namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Cuts text at white space, as Apache Lucene's whitespace tokenizer does. No-break spaces do not cut. Not thread-safe.
/// </summary>
public sealed class WhitespaceTokenizer : Tokenizer
{
    /// <summary>
    /// Longest token, in UTF-16 units; longer ones are cut into pieces, but never inside a surrogate pair.
    /// </summary>
    public const int MaxTokenLength = 255;

    private int _position;

    /// <inheritdoc/>
    public override void Reset() => _position = 0;

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        ReadOnlySpan<char> text = Text.Span;
        while (_position < text.Length && IsSpace(text[_position]))
        {
            _position++;
        }

        int start = _position;
        while (_position < text.Length && _position - start < MaxTokenLength && !IsSpace(text[_position]))
        {
            bool isPair = char.IsHighSurrogate(text[_position]) && _position + 1 < text.Length
                && char.IsLowSurrogate(text[_position + 1]);
            _position += isPair ? 2 : 1;
        }

        if (_position == start)
        {
            return false;
        }

        Token.Clear();
        Token.SetTerm(text[start.._position]);
        Token.StartOffset = start;
        Token.EndOffset = _position;
        return true;
    }

    // Java's white space: separators without the no-break ones, and the control characters that separate.
    private static bool IsSpace(char unit) => unit switch
    {
        >= '\u2000' and <= '\u200A' => unit != '\u2007',
        (>= '\t' and <= '\r') or (>= '\u001C' and <= ' ') => true,
        '\u1680' or '\u2028' or '\u2029' or '\u205F' or '\u3000' => true,
        _ => false,
    };
}
