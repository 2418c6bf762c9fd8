using System.Text;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Core.Indexing;

/// <summary>Cuts folded text into single characters and bigrams. Not thread-safe.</summary>
/// <remarks>
/// <para>An element is one Han character, kana or syllable, or a run of other letters, digits and marks. Each element takes
/// one position; blanks, punctuation and symbols take none, but nothing is paired across them. Two neighbouring characters
/// also make a bigram, at the position of the first.</para>
/// <para>For the index, a run also has its <see cref="RunPieces"/>, at its position.</para>
/// <para>Example without these, <see cref="GramMode.Index"/>: <c>上合SCO组</c> gives 上 (position 0), 上合 (0), 合 (1), sco (2), 组 (3);
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

    // Where inside the current run the next piece ends or begins; 0 when there is none. Beginnings come first, so that offsets
    // never go back.
    private int _cut;
    private bool _isCutEnding;

    /// <inheritdoc/>
    public override void Reset()
    {
        _start = _end = _nextStart = _nextEnd = 0;
        _isCharacter = _nextIsCharacter = _isPaired = _bigramPending = false;
        _skipped = _cut = 0;
        _isCutEnding = false;
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

        if (_cut > 0 && TrySetPiece())
        {
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
                _cut = !_isCharacter && _end - _start <= RunPieces.MaxRunLength ? _start + 1 : 0;
                _isCutEnding = false;
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

    // The next beginning, then ending of the run the stream stands on; false when there is none left.
    private bool TrySetPiece()
    {
        SkipToCut();
        if (_cut == _end && !_isCutEnding)
        {
            _isCutEnding = true;
            _cut = _start + 1;
            SkipToCut();
        }

        if (_cut == _end)
        {
            _cut = 0;
            return false;
        }

        if (_isCutEnding)
        {
            SetPiece(RunPieces.Ending, _cut, _end);
        }
        else
        {
            SetPiece(RunPieces.Beginning, _start, _cut);
        }

        _cut++;
        return true;
    }

    // Nobody sees half a character, or an accent without its letter.
    private void SkipToCut()
    {
        ReadOnlySpan<char> text = Text.Span;
        while (_cut < _end && (char.IsLowSurrogate(text[_cut]) || GramElements.KindAt(text, _cut, out _) == ElementKind.Mark))
        {
            _cut++;
        }
    }

    private void SetPiece(char mark, int start, int end)
    {
        Token.Clear();
        Token.PositionIncrement = 0;
        Token.StartOffset = start;
        Token.EndOffset = end;
        Token.Type = TokenTypes.AlphaNum;
        Span<char> term = Token.Resize(1 + end - start);
        term[0] = mark;
        Text.Span[start..end].CopyTo(term[1..]);
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
