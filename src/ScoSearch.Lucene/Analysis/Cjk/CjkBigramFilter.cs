namespace ScoSearch.Lucene.Analysis.Cjk;

/// <summary>
/// Replaces runs of Han, kana and Hangul tokens by overlapping pairs of characters, with or without the single ones.
/// Not thread-safe.
/// </summary>
/// <remarks>
/// As Apache Lucene's CJKBigramFilter. A run is made of such tokens each of which starts where the one before ends; 中国人
/// gives 中国, 国人, a lone character itself. With single characters each comes first and its pair at the same position
/// with position length 2. Other tokens pass.
/// </remarks>
public sealed class CjkBigramFilter : TokenFilter
{
    private readonly bool _outputUnigrams;
    private readonly Token _pending = new();

    // The elements (code points) of the run that are not yet given out are [_first, _count).
    private int[] _codePoints = new int[64];
    private int[] _starts = new int[64];
    private int[] _ends = new int[64];
    private int _first;
    private int _count;

    private bool _hasPending;   // _pending is the token after the run
    private bool _runIsClosed;  // nothing follows element _count - 1
    private bool _exhausted;    // the input has no more tokens
    private bool _firstIsDone;  // element _first was given out, alone or as the second of a pair
    private int _runEnd;        // end offset of the run's last token

    /// <summary>Creates the filter.</summary>
    /// <param name="input">The link before: a tokenizer that types its tokens.</param>
    /// <param name="outputUnigrams">True to give out each single character as well.</param>
    public CjkBigramFilter(TokenStream input, bool outputUnigrams = false) : base(input) =>
        _outputUnigrams = outputUnigrams;

    /// <inheritdoc/>
    public override void Reset()
    {
        base.Reset();
        _first = 0;
        _count = 0;
        _hasPending = false;
        _runIsClosed = false;
        _exhausted = false;
        _firstIsDone = false;
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        while (true)
        {
            if (_first == _count)
            {
                if (!TryStartRun(out bool isOther))
                {
                    return false;
                }

                if (isOther)
                {
                    return true;
                }
            }

            if (_first + 1 == _count && !_runIsClosed)
            {
                LookAhead();
            }

            if (TryTakeToken())
            {
                return true;
            }
        }
    }

    // Gives out the next token of the run; false when its last element only had to be passed.
    private bool TryTakeToken()
    {
        bool hasNext = _first + 1 < _count;
        if (!_firstIsDone && (_outputUnigrams || !hasNext))
        {
            SetUnigram();
            _firstIsDone = true;
            return true;
        }

        if (hasNext)
        {
            SetBigram();
        }

        _first++;
        _firstIsDone = !_outputUnigrams && hasNext;
        return hasNext;
    }

    // Takes the token after the last run. Other tokens stay in Token and pass; CJK ones become the begin of a run.
    private bool TryStartRun(out bool isOther)
    {
        isOther = false;
        _first = 0;
        _count = 0;
        _runIsClosed = false;
        _firstIsDone = false;
        if (_hasPending)
        {
            _hasPending = false;
            Token.CopyFrom(_pending);
        }
        else if (_exhausted || !Input.MoveNext())
        {
            _exhausted = true;
            return false;
        }

        isOther = !IsCjk(Token.Type) || Token.Length == 0;
        if (!isOther)
        {
            AddElements();
        }

        return true;
    }

    // Finds out what follows the last element: more of the run, or something else, which is kept.
    private void LookAhead()
    {
        if (_exhausted || !Input.MoveNext())
        {
            _exhausted = true;
            _runIsClosed = true;
        }
        else if (IsCjk(Token.Type) && Token.StartOffset == _runEnd && Token.Length > 0)
        {
            _codePoints[0] = _codePoints[_first];
            _starts[0] = _starts[_first];
            _ends[0] = _ends[_first];
            _first = 0;
            _count = 1;
            AddElements();
        }
        else
        {
            _pending.CopyFrom(Token);
            _hasPending = true;
            _runIsClosed = true;
        }
    }

    private void AddElements()
    {
        ReadOnlySpan<char> term = Token.Term;
        bool keepsPlaces = term.Length == Token.EndOffset - Token.StartOffset;
        for (int i = 0; i < term.Length;)
        {
            bool isPair = char.IsHighSurrogate(term[i]) && i + 1 < term.Length && char.IsLowSurrogate(term[i + 1]);
            int units = isPair ? 2 : 1;
            if (_count == _codePoints.Length)
            {
                Array.Resize(ref _codePoints, 2 * _count);
                Array.Resize(ref _starts, 2 * _count);
                Array.Resize(ref _ends, 2 * _count);
            }

            _codePoints[_count] = isPair ? char.ConvertToUtf32(term[i], term[i + 1]) : term[i];
            _starts[_count] = keepsPlaces ? Token.StartOffset + i : Token.StartOffset;
            _ends[_count++] = keepsPlaces ? Token.StartOffset + i + units : Token.EndOffset;
            i += units;
        }

        _runEnd = Token.EndOffset;
    }

    private void SetUnigram()
    {
        Token.Clear();
        Append(_codePoints[_first]);
        Token.StartOffset = _starts[_first];
        Token.EndOffset = _ends[_first];
        Token.Type = TokenTypes.Single;
    }

    private void SetBigram()
    {
        Token.Clear();
        Append(_codePoints[_first]);
        Append(_codePoints[_first + 1]);
        Token.StartOffset = _starts[_first];
        Token.EndOffset = _ends[_first + 1];
        Token.Type = TokenTypes.Double;
        if (_outputUnigrams)
        {
            Token.PositionIncrement = 0;
            Token.PositionLength = 2;
        }
    }

    private void Append(int codePoint)
    {
        int length = Token.Length;
        if (codePoint <= char.MaxValue)
        {
            Token.Resize(length + 1)[length] = (char)codePoint;
            return;
        }

        Span<char> term = Token.Resize(length + 2);
        term[length] = (char)(0xD800 + ((codePoint - 0x10000) >> 10));
        term[length + 1] = (char)(0xDC00 + (codePoint & 0x3FF));
    }

    private static bool IsCjk(string type) =>
        type is TokenTypes.Ideographic or TokenTypes.Hiragana or TokenTypes.Katakana or TokenTypes.Hangul;
}
