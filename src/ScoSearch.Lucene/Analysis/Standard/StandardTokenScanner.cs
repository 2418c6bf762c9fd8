namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>
/// Finds the one token that starts at the begin of a text. The longest match wins; an emoji sequence wins over a word
/// of equal length.
/// </summary>
internal readonly ref struct StandardTokenScanner
{
    private readonly StandardTokenText _text;

    /// <summary>Creates a scanner over a text that is not empty.</summary>
    public StandardTokenScanner(ReadOnlySpan<char> text) => _text = new StandardTokenText(text);

    /// <summary>Units of the first code point.</summary>
    public int FirstLength => _text.UnitsAt(0);

    /// <summary>Length of the token, or 0 when none starts here.</summary>
    public int Scan(out string type)
    {
        switch (_text.ClassAt(0))
        {
            case StandardTokenClasses.Ideographic:
                type = TokenTypes.Ideographic;
                return _text.SkipExtends(FirstLength);
            case StandardTokenClasses.Hiragana:
                type = TokenTypes.Hiragana;
                return _text.SkipExtends(FirstLength);
            case StandardTokenClasses.SoutheastAsian or StandardTokenClasses.SoutheastAsianExtend:
                type = TokenTypes.SoutheastAsian;
                return ScanSoutheastAsian();
            default:
                int word = ScanWord(out type);
                int emoji = new EmojiScanner(_text).Scan();
                type = emoji >= word ? TokenTypes.Emoji : type;
                return Math.Max(word, emoji);
        }
    }

    private int ScanSoutheastAsian()
    {
        int index = 0;
        byte tokenClass = _text.ClassAt(0);
        while (tokenClass == StandardTokenClasses.SoutheastAsian || StandardTokenText.IsExtend(tokenClass))
        {
            index += _text.UnitsAt(index);
            tokenClass = _text.ClassAt(index);
        }

        return index;
    }

    // A run of letters, digits, katakana and joining marks, which stick together by the rules of TryContinue.
    private int ScanWord(out string type)
    {
        int kinds = 0;
        byte last = _text.WordClassAt(0);
        int index = 0;
        bool isBehindMark = false;
        while (IsWordClass(last))
        {
            kinds |= 1 << last;
            bool takesQuote = !isBehindMark && IsHebrew(_text.CodePointAt(index));
            index = _text.SkipExtends(index + _text.UnitsAt(index));
            int end = index;
            index = takesQuote ? SkipHebrewQuote(index) : index;
            bool isQuoted = index > end;
            byte before = last;
            end = index;
            if (!TryContinue(before, takesMark: !isQuoted, ref index, out last))
            {
                break;
            }

            // Hangul on both sides of a mark is no run of Hangul alone.
            isBehindMark = index > end;
            kinds |= isBehindMark && IsLetter(before) ? 1 << StandardTokenClasses.Letter : 0;
        }

        const int JoinOnly = 1 << StandardTokenClasses.Join;
        type = TypeOf(kinds);
        return (kinds & ~JoinOnly) == 0 ? 0 : index;
    }

    // Moves over a mark between two letters or two digits; then the class of the next element, if it sticks.
    private bool TryContinue(byte last, bool takesMark, ref int index, out byte next)
    {
        next = _text.WordClassAt(index);
        bool isMark = next is >= StandardTokenClasses.MidLetter and <= StandardTokenClasses.MidBoth;
        if (!isMark)
        {
            return IsWordClass(next) && Sticks(last, next);
        }

        if (!takesMark)
        {
            return false;
        }

        int behind = _text.SkipExtends(index + _text.UnitsAt(index));
        byte mark = next;
        next = _text.WordClassAt(behind);
        bool joins = (IsLetter(last) && IsLetter(next) && mark != StandardTokenClasses.MidNumber)
            || (last == StandardTokenClasses.Digit && next == StandardTokenClasses.Digit
                && mark != StandardTokenClasses.MidLetter);
        index = joins ? behind : index;
        return joins;
    }

    // Behind a Hebrew letter that follows no mark: an apostrophe, or a quotation mark and another Hebrew letter. What
    // was skipped takes no other mark.
    private int SkipHebrewQuote(int index)
    {
        int quote = _text.CodePointAt(index);
        if (quote is not ('\'' or '"'))
        {
            return index;
        }

        int behind = _text.SkipExtends(index + 1);
        return quote == '\'' ? behind
            : IsHebrew(_text.CodePointAt(behind)) ? _text.SkipExtends(behind + 1) : index;
    }

    // The letters of Unicode's word break class; all are in the basic plane.
    private static bool IsHebrew(int codePoint) => codePoint is >= 0x5D0 and <= 0xFB4F
        && (codePoint is (>= 0x5D0 and <= 0x5EA) or (>= 0x5F0 and <= 0x5F2)
            || (codePoint is >= 0xFB1D and not 0xFB1E and not 0xFB29
                && StandardTokenText.ClassOf(codePoint) == StandardTokenClasses.Letter));

    private static bool Sticks(byte last, byte next) =>
        last == StandardTokenClasses.Join || next == StandardTokenClasses.Join
            || (last == StandardTokenClasses.Katakana) == (next == StandardTokenClasses.Katakana);

    private static bool IsLetter(byte wordClass) =>
        wordClass is StandardTokenClasses.Letter or StandardTokenClasses.Hangul;

    private static bool IsWordClass(byte wordClass) =>
        wordClass is >= StandardTokenClasses.Letter and <= StandardTokenClasses.Join;

    private static string TypeOf(int kinds) => kinds switch
    {
        1 << StandardTokenClasses.Katakana => TokenTypes.Katakana,
        1 << StandardTokenClasses.Hangul => TokenTypes.Hangul,
        1 << StandardTokenClasses.Digit => TokenTypes.Num,
        (1 << StandardTokenClasses.Digit) | (1 << StandardTokenClasses.Join) => TokenTypes.Num,
        _ => TokenTypes.AlphaNum,
    };
}
