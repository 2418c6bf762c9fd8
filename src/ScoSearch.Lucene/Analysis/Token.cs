namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// The one token a token stream stands on; shared and overwritten by all links of an analysis chain. Not thread-safe.
/// </summary>
public sealed class Token
{
    /// <summary>Longest term for <see cref="SetShort"/>, in UTF-16 units.</summary>
    internal const int ShortLength = 8;

    // Never shorter than ShortLength.
    private char[] _buffer = new char[32];
    private ReadOnlyMemory<byte> _payload;
    private ReadOnlyMemory<byte>? _bytesTerm;

    // Rarely true; saves the reset of two wide fields for each token.
    private bool _hasBytes;

    /// <summary>Start in the original text, in UTF-16 units.</summary>
    public int StartOffset { get; set; }

    /// <summary>End (exclusive) in the original text, in UTF-16 units.</summary>
    public int EndOffset { get; set; }

    /// <summary>Distance from the previous token's position; 0 for a token at the same place.</summary>
    public int PositionIncrement { get; set; } = 1;

    /// <summary>How many positions the token spans.</summary>
    public int PositionLength { get; set; } = 1;

    /// <summary>Kind of token, such as <c>word</c> or <c>&lt;IDEOGRAPHIC&gt;</c>; an interned constant.</summary>
    public string Type { get; set; } = TokenTypes.Word;

    /// <summary>
    /// Bytes that are indexed with this occurrence of the term, where the field has positions; empty for none. Kept by
    /// reference until the stream moves.
    /// </summary>
    public ReadOnlyMemory<byte> Payload
    {
        get => _payload;
        set
        {
            _payload = value;
            _hasBytes = true;
        }
    }

    /// <summary>
    /// The term as bytes that are indexed as they are, instead of <see cref="Term"/>; null for a term of text. At most
    /// 32,766 bytes. Kept by reference until the stream moves; filters that change the text do not see it.
    /// </summary>
    public ReadOnlyMemory<byte>? BytesTerm
    {
        get => _bytesTerm;
        set
        {
            _bytesTerm = value;
            _hasBytes = true;
        }
    }

    /// <summary>The term text; valid until the stream moves.</summary>
    public ReadOnlySpan<char> Term => _buffer.AsSpan(0, Length);

    /// <summary>The term text for changing in place.</summary>
    public Span<char> WritableTerm => _buffer.AsSpan(0, Length);

    /// <summary>Number of UTF-16 units in the term.</summary>
    public int Length { get; private set; }

    /// <summary>First unit of the term; any unit if the term is empty.</summary>
    internal char FirstUnit => _buffer[0];

    /// <summary>Last unit of the term; U+0000 if the term is empty.</summary>
    internal char LastUnit => Length > 0 ? _buffer[Length - 1] : '\0';

    /// <summary>Copies a new term text in.</summary>
    public void SetTerm(ReadOnlySpan<char> term) => term.CopyTo(Resize(term.Length));

    /// <summary>
    /// Makes a plain token of increment and length 1 and type word, and returns its term for writing.
    /// </summary>
    internal Span<char> Begin(int startOffset, int endOffset, int length)
    {
        StartOffset = startOffset;
        EndOffset = endOffset;
        PositionIncrement = 1;
        PositionLength = 1;
        Type = TokenTypes.Word;
        ClearBytes();
        return Resize(length);
    }

    /// <summary>Makes a plain token like <see cref="Begin"/> with a short term that stands unchanged in the text.</summary>
    /// <param name="startOffset">Start in the original text.</param>
    /// <param name="text">Begins with the term and has at least <see cref="ShortLength"/> units.</param>
    /// <param name="length">Units of the term.</param>
    internal void SetShort(int startOffset, ReadOnlySpan<char> text, int length)
    {
        StartOffset = startOffset;
        EndOffset = startOffset + length;
        PositionIncrement = 1;
        PositionLength = 1;
        Type = TokenTypes.Word;
        ClearBytes();
        Length = length;

        // A constant number of units is copied with one instruction, and nobody looks at those behind the term.
        text[..ShortLength].CopyTo(_buffer);
    }

    /// <summary>Sets the length, keeping the units before it, and returns the term for writing.</summary>
    public Span<char> Resize(int length)
    {
        if (length > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(length, 2 * _buffer.Length));
        }

        Length = length;
        return _buffer.AsSpan(0, length);
    }

    /// <summary>Takes over all values of another token.</summary>
    /// <exception cref="ArgumentNullException">The other token is null.</exception>
    public void CopyFrom(Token other)
    {
        ArgumentNullException.ThrowIfNull(other);
        SetTerm(other.Term);
        StartOffset = other.StartOffset;
        EndOffset = other.EndOffset;
        PositionIncrement = other.PositionIncrement;
        PositionLength = other.PositionLength;
        Type = other.Type;
        _payload = other._payload;
        _bytesTerm = other._bytesTerm;
        _hasBytes = other._hasBytes;
    }

    /// <summary>
    /// Puts every value back to its default: empty term, offsets 0, increment 1, length 1, type word, no payload, no bytes.
    /// </summary>
    public void Clear()
    {
        Length = 0;
        StartOffset = 0;
        EndOffset = 0;
        PositionIncrement = 1;
        PositionLength = 1;
        Type = TokenTypes.Word;
        ClearBytes();
    }

    private void ClearBytes()
    {
        if (_hasBytes)
        {
            _payload = default;
            _bytesTerm = null;
            _hasBytes = false;
        }
    }
}
