using System.Text;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Core.Indexing;

/// <summary>Cuts folded text into single characters and bigrams. Not thread-safe.</summary>
/// <remarks>
/// <para>An element is one Han character, kana or syllable, or a run of other letters, digits and marks. Each element takes
/// one position; blanks, punctuation and symbols take none, but nothing is paired across them. Two neighbouring characters
/// also make a bigram, at the position of the first.</para>
/// <para>Example, <see cref="GramMode.Index"/>: <c>上合SCO组</c> gives 上 (position 0), 上合 (0), 合 (1), sco (2), 组 (3);
/// <see cref="GramMode.Query"/> gives 上合 (0), sco (2), 组 (3).</para>
/// </remarks>
internal sealed class GramTokenizer(GramMode mode) : Tokenizer
{
    // Longest run of letters or digits that is one term; longer ones are cut here.
    private const int MaxRunLength = 255;

    // The element the stream stands on is [_start, _end); the next one, if any, [_nextStart, _nextEnd).
    private int _start, _end, _nextStart, _nextEnd;
    private bool _isCharacter, _nextIsCharacter;

    // Whether the left neighbour formed a bigram with the current element.
    private bool _isPaired;

    // Whether the single form of the current element was given out and its bigram is still to come.
    private bool _bigramPending;
    private int _skipped;

    /// <inheritdoc/>
    public override void Reset()
    {
        _start = _end = _nextStart = _nextEnd = 0;
        _isCharacter = _nextIsCharacter = _isPaired = _bigramPending = false;
        _skipped = 0;
        ReadNext();
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (_bigramPending)
        {
            _bigramPending = false;
            SetBigram(increment: 0);
            return true;
        }

        while (_nextEnd > _nextStart)
        {
            bool wasPaired = IsBigram();
            (_start, _end, _isCharacter) = (_nextStart, _nextEnd, _nextIsCharacter);
            _isPaired = wasPaired;
            ReadNext();
            if (mode == GramMode.Index)
            {
                SetSingle(increment: 1);
                _bigramPending = IsBigram();
                return true;
            }

            int increment = _skipped + 1;
            if (IsBigram())
            {
                _skipped = 0;
                SetBigram(increment);
                return true;
            }

            if (!_isPaired)
            {
                _skipped = 0;
                SetSingle(increment);
                return true;
            }

            // The last character of a run is covered by the bigram before it, yet takes its position.
            _skipped++;
        }

        return false;
    }

    /// <inheritdoc/>
    public override void End()
    {
        base.End();
        Token.PositionIncrement = _skipped;
    }

    // Whether current and next element stand side by side and are characters both. False before the first element.
    private bool IsBigram() =>
        _isCharacter && _nextIsCharacter && _nextEnd > _nextStart && _end == _nextStart && _end > _start;

    private void SetSingle(int increment)
    {
        Token.Clear();
        Token.PositionIncrement = increment;
        Token.StartOffset = _start;
        Token.EndOffset = _end;
        Token.Type = _isCharacter ? TokenTypes.Single : TokenTypes.AlphaNum;
        Append(_start, _end);
    }

    private void SetBigram(int increment)
    {
        Token.Clear();
        Token.PositionIncrement = increment;
        Token.StartOffset = _start;
        Token.EndOffset = _nextEnd;
        Token.Type = TokenTypes.Double;
        Append(_start, _nextEnd);
    }

    // Variation selectors only choose the shape of a character and are left out.
    private void Append(int start, int end)
    {
        ReadOnlySpan<char> source = Text.Span[start..end];
        Token.SetTerm(source);
        if (_isCharacter && source.Length > 2)
        {
            int length = 0;
            Span<char> term = Token.WritableTerm;
            while (!source.IsEmpty)
            {
                // Elements hold no lone surrogates, so decoding cannot fail.
                _ = Rune.DecodeFromUtf16(source, out Rune rune, out int consumed);
                if (!GramElements.IsVariationSelector(rune.Value))
                {
                    source[..consumed].CopyTo(term[length..]);
                    length += consumed;
                }

                source = source[consumed..];
            }

            Token.Resize(length);
        }
    }

    private void ReadNext()
    {
        ReadOnlySpan<char> text = Text.Span;
        int at = _nextEnd;
        ElementKind kind = ElementKind.None;
        int length = 0;
        while (at < text.Length && (kind = GramElements.KindAt(text, at, out length)) is ElementKind.None or ElementKind.Mark)
        {
            at += length;
        }

        _nextStart = at;
        _nextEnd = at;
        _nextIsCharacter = kind == ElementKind.Character;
        if (at >= text.Length)
        {
            return;
        }

        _nextEnd = at + length;
        ElementKind following;
        while (_nextEnd < text.Length && _nextEnd - _nextStart < MaxRunLength
            && ((following = GramElements.KindAt(text, _nextEnd, out length)) == ElementKind.Mark
                || (kind == ElementKind.Run && following == ElementKind.Run)))
        {
            _nextEnd += length;
        }
    }
}
