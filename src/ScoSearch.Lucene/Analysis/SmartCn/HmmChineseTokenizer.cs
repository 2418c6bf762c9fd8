using System.Diagnostics;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// Cuts Chinese text into words as SmartCn's tokenizer does: sentences, then the likeliest words of each by a hidden
/// Markov model.
/// </summary>
/// <remarks>
/// Letter runs and digit runs become lower-case half-width tokens; every punctuation mark becomes the token <c>,</c>,
/// which a stop filter drops; white space is no token. Text is processed in windows of at most 1,024 UTF-16 units,
/// which end at a line break if they hold one; no sentence, word or surrogate pair crosses the border of a window. Lone
/// surrogates and control characters are tokens of one unit. Not thread-safe.
/// </remarks>
public sealed class HmmChineseTokenizer : Tokenizer
{
    /// <summary>Largest number of UTF-16 units looked at at once.</summary>
    internal const int WindowSize = 1024;

    private readonly HmmSegmenter _segmenter = new();
    private readonly Func<UserDictionary>? _userWords;

    // The window that is being cut. A copy, because a span cannot be kept and asking for it again costs more; with room
    // behind it, so that short terms can be copied in one piece.
    private readonly char[] _window = new char[WindowSize + Token.ShortLength];

    // Words of the window [_windowStart, _windowStart + _windowLength) from number _nextWord on are still to be given
    // out.
    private int _windowStart;
    private int _windowLength;
    private int _nextWord;

    /// <summary>Creates a tokenizer that cuts exactly as SmartCn.</summary>
    public HmmChineseTokenizer()
    {
    }

    /// <summary>Creates a tokenizer with user words.</summary>
    /// <param name="userWords">Asked for the current words when a text begins; they stay for that text. With an empty
    /// dictionary the cut is SmartCn's.</param>
    /// <exception cref="ArgumentNullException">The provider is null.</exception>
    public HmmChineseTokenizer(Func<UserDictionary> userWords)
    {
        ArgumentNullException.ThrowIfNull(userWords);
        _userWords = userWords;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        if (_userWords is not null)
        {
            _segmenter.UserWords = _userWords();
        }

        _windowStart = 0;
        _windowLength = 0;
        _nextWord = _segmenter.WordCount;
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        while (_nextWord >= _segmenter.WordCount)
        {
            if (!TryReadWindow())
            {
                return false;
            }

            CutWindow();
        }

        SetToken(in _segmenter.Word(_nextWord++));
        return true;
    }

    /// <summary>Length of the window at the begin of a text that is not empty.</summary>
    internal static int WindowLength(ReadOnlySpan<char> text)
    {
        if (text.Length < WindowSize)
        {
            return text.Length;
        }

        int lastBreak = text[..WindowSize].LastIndexOfAny("\n\r\u0085\u2028\u2029");
        return lastBreak < 0 ? WindowSize : lastBreak + 1;
    }

    private bool TryReadWindow()
    {
        ReadOnlySpan<char> rest = Text.Span[(_windowStart + _windowLength)..];
        if (rest.IsEmpty)
        {
            return false;
        }

        _windowStart += _windowLength;
        _windowLength = WindowLength(rest);
        rest[.._windowLength].CopyTo(_window);
        return true;
    }

    private void CutWindow()
    {
        ReadOnlySpan<char> window = _window.AsSpan(0, _windowLength);
        _segmenter.Clear();
        int start = 0;
        while (start < window.Length)
        {
            int end = SentenceSplitter.NextBorder(window, start);
            _segmenter.Add(window, start, end);
            start = end;
        }

        _segmenter.Segment();
        _nextWord = 0;
    }

    private void SetToken(ref readonly WordSpan word)
    {
        if (word.IsPlainHan)
        {
            Token.SetShort(_windowStart + word.Start, _window.AsSpan(word.Start, Token.ShortLength), word.End - word.Start);
            return;
        }

        if (word.UserWord != 0)
        {
            SetUserToken(in word);
            return;
        }

        Debug.Assert(word.End > word.Start, "every node covers at least one unit");
        ReadOnlySpan<char> source = _window.AsSpan(word.Start, word.End - word.Start);
        int start = _windowStart + word.Start;
        Span<char> term = Token.Begin(start, start + source.Length, source.Length);
        switch (CharacterTypes.Of(source[0]))
        {
            case CharacterType.Delimiter:
                term[0] = ',';
                break;
            case CharacterType.Han:
                CopyWithoutSpaces(source, term);
                break;
            case CharacterType.Letter or CharacterType.WideLetter or CharacterType.Digit or CharacterType.WideDigit:
                CopyNarrowLower(source, term);
                break;
            default:
                source.CopyTo(term);
                break;
        }
    }

    private void SetUserToken(ref readonly WordSpan word)
    {
        Token.Clear();
        Token.StartOffset = _windowStart + word.Start;
        Token.EndOffset = _windowStart + word.End;
        Token.SetTerm(_segmenter.UserTerm(in word));
    }

    private void CopyWithoutSpaces(ReadOnlySpan<char> source, Span<char> term)
    {
        int length = 0;
        foreach (char unit in source)
        {
            if (unit > '\u3000' || !CharacterTypes.IsSpace(unit))
            {
                term[length++] = unit;
            }
        }

        if (length != source.Length)
        {
            Token.Resize(length);
        }
    }

    private static void CopyNarrowLower(ReadOnlySpan<char> source, Span<char> term)
    {
        for (int i = 0; i < source.Length; i++)
        {
            char unit = source[i] >= '\uFF10' ? (char)(source[i] - 0xFEE0) : source[i];
            term[i] = char.IsAsciiLetterUpper(unit) ? (char)(unit | 0x20) : unit;
        }
    }
}
