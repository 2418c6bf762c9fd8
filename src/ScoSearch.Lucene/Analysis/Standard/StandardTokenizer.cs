namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>
/// Cuts text at the word borders of UAX #29 as Apache Lucene 8's standard tokenizer does: each Han and hiragana
/// character is a token.
/// </summary>
/// <remarks>
/// Tokens carry the types of <see cref="TokenTypes"/>. Separators leave no gap in positions. Tokens longer than 255
/// units are cut into pieces. Lone surrogates separate, except that a text of fewer than 255 units that ends in a lone
/// high surrogate has no tokens at all: the reference takes the failed read of its other half for the end of the text.
/// Not thread-safe.
/// </remarks>
public sealed class StandardTokenizer : Tokenizer
{
    /// <summary>Longest token, in UTF-16 units.</summary>
    public const int MaxTokenLength = 255;

    // Position when the whole text is taken for empty.
    private const int Lost = -1;

    private int _position;

    /// <inheritdoc/>
    public override void Reset()
    {
        ReadOnlySpan<char> text = Text.Span;
        _position = text.Length is > 0 and < MaxTokenLength && char.IsHighSurrogate(text[^1]) ? Lost : 0;
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        ReadOnlySpan<char> text = Text.Span;
        while ((uint)_position < (uint)text.Length)
        {
            int start = _position;
            StandardTokenScanner scanner = new(Window(text[start..]));
            int length = scanner.Scan(out string type);
            if (length == 0)
            {
                _position += scanner.FirstLength;
                continue;
            }

            _position += length;
            Token.Clear();
            Token.SetTerm(text.Slice(start, length));
            Token.StartOffset = start;
            Token.EndOffset = start + length;
            Token.Type = type;
            return true;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        if (_position == Lost)
        {
            Token.StartOffset = 0;
            Token.EndOffset = 0;
        }
    }

    // What one token can be made of; a surrogate pair that would be cut stays outside.
    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> rest)
    {
        if (rest.Length <= MaxTokenLength)
        {
            return rest;
        }

        bool cutsPair = char.IsHighSurrogate(rest[MaxTokenLength - 1]) && char.IsLowSurrogate(rest[MaxTokenLength]);
        return rest[..(cutsPair ? MaxTokenLength - 1 : MaxTokenLength)];
    }
}
