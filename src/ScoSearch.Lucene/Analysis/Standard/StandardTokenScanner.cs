namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>
/// Finds the one token that starts at the begin of a text. The longest match wins; an emoji sequence wins over a word
/// of equal length.
/// </summary>
internal readonly ref struct StandardTokenScanner
{
    private const int VariationSelectorText = 0xFE0E;
    private const int VariationSelectorEmoji = 0xFE0F;
    private const int ZeroWidthJoiner = 0x200D;
    private const int Keycap = 0x20E3;

    private static readonly CodePointTable Classes = CodePointTable.Load(PackedResource.StandardTokenClasses);

    private readonly ReadOnlySpan<char> _text;

    /// <summary>Creates a scanner over a text that is not empty.</summary>
    public StandardTokenScanner(ReadOnlySpan<char> text) => _text = text;

    /// <summary>Units of the first code point.</summary>
    public int FirstLength => UnitsAt(0);

    /// <summary>Length of the token, or 0 when none starts here.</summary>
    public int Scan(out string type)
    {
        switch (ClassAt(0))
        {
            case StandardTokenClasses.Ideographic:
                type = TokenTypes.Ideographic;
                return SkipExtends(FirstLength);
            case StandardTokenClasses.Hiragana:
                type = TokenTypes.Hiragana;
                return SkipExtends(FirstLength);
            case StandardTokenClasses.SoutheastAsian or StandardTokenClasses.SoutheastAsianExtend:
                type = TokenTypes.SoutheastAsian;
                return ScanSoutheastAsian();
            default:
                int word = ScanWord(out type);
                int emoji = ScanEmoji();
                type = emoji >= word ? TokenTypes.Emoji : type;
                return Math.Max(word, emoji);
        }
    }

    private int ScanSoutheastAsian()
    {
        int index = 0;
        while (index < _text.Length && ClassAt(index)
            is StandardTokenClasses.SoutheastAsian or StandardTokenClasses.SoutheastAsianExtend
                or StandardTokenClasses.Extend)
        {
            index += UnitsAt(index);
        }

        return index;
    }

    // A run of letters, digits, katakana and joining marks, which stick together by the rules of TryContinue.
    private int ScanWord(out string type)
    {
        int kinds = 0;
        byte last = WordClassAt(0);
        int index = 0;
        while (IsWordClass(last))
        {
            kinds |= 1 << last;
            index = SkipExtends(index + UnitsAt(index));
            byte before = last;
            int end = index;
            if (!TryContinue(before, ref index, out last))
            {
                break;
            }

            // Hangul on both sides of a mark is no run of Hangul alone.
            kinds |= index > end && IsLetter(before) ? 1 << StandardTokenClasses.Letter : 0;
        }

        const int JoinOnly = 1 << StandardTokenClasses.Join;
        type = TypeOf(kinds);
        return (kinds & ~JoinOnly) == 0 ? 0 : index;
    }

    // Moves over a mark between two letters or two digits; then the class of the next element, if it sticks.
    private bool TryContinue(byte last, ref int index, out byte next)
    {
        next = WordClassAt(index);
        bool isMid = next is >= StandardTokenClasses.MidLetter and <= StandardTokenClasses.MidBoth;
        if (!isMid)
        {
            return IsWordClass(next) && Sticks(last, next);
        }

        int behind = SkipExtends(index + UnitsAt(index));
        byte mark = next;
        next = WordClassAt(behind);
        bool joins = (IsLetter(last) && IsLetter(next) && mark != StandardTokenClasses.MidNumber)
            || (last == StandardTokenClasses.Digit && next == StandardTokenClasses.Digit
                && mark != StandardTokenClasses.MidLetter);
        index = joins ? behind : index;
        return joins;
    }

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

    // ZWJ? element (EXT* ZWJ element)* EXT*; 0 when there is none. The selector of the emoji style belongs to elements
    // only, the one of the text style to nothing.
    private int ScanEmoji()
    {
        int first = CodePointAt(0) == ZeroWidthJoiner ? 1 : 0;
        int end = ScanEmojiElement(first);
        if (end == 0)
        {
            return 0;
        }

        while (true)
        {
            int behind = SkipEmojiExtends(end);
            int next = behind > end && _text[behind - 1] == ZeroWidthJoiner ? ScanEmojiElement(behind) : 0;
            if (next == 0)
            {
                return _text[end - 1] == VariationSelectorEmoji ? end : behind;
            }

            end = next;
        }
    }

    // End of the element at an index: flag pair, keycap, or an emoji with presentation selector or skin tone.
    private int ScanEmojiElement(int index)
    {
        int first = CodePointAt(index);
        if (IsRegionalIndicator(first))
        {
            int second = SkipExtends(index + 2);
            return IsRegionalIndicator(CodePointAt(second)) ? second + 2 : 0;
        }

        if (first is '#' or '*' or (>= '0' and <= '9'))
        {
            return ScanKeycap(index + 1);
        }

        if (first < 0 || Classes[first] != StandardTokenClasses.Emoji)
        {
            return 0;
        }

        int end = index + UnitsAt(index);
        int next = CodePointAt(end);
        bool isModified = next == VariationSelectorEmoji
            ? !IsSkinTone(first)
            : IsSkinTone(next) && EmojiModifierBases.Contains(first);
        return isModified ? end + UnitsAt(end) : end;
    }

    // The mark may stand behind other extending characters. 0 when there is none.
    private int ScanKeycap(int index)
    {
        while (index < _text.Length && ClassAt(index) == StandardTokenClasses.Extend)
        {
            index += UnitsAt(index);
            if (_text[index - 1] == Keycap)
            {
                return index;
            }
        }

        return 0;
    }

    private int SkipEmojiExtends(int index)
    {
        while (index < _text.Length && ClassAt(index) == StandardTokenClasses.Extend
            && CodePointAt(index) is not (VariationSelectorText or VariationSelectorEmoji))
        {
            index += UnitsAt(index);
        }

        return index;
    }

    private static bool IsSkinTone(int codePoint) => codePoint is >= 0x1F3FB and <= 0x1F3FF;

    private int SkipExtends(int index)
    {
        while (index < _text.Length && ClassAt(index) == StandardTokenClasses.Extend)
        {
            index += UnitsAt(index);
        }

        return index;
    }

    private byte ClassAt(int index) => Classes[CodePointAt(index)];

    // The class inside words, where six emoji count as letters; separator behind the end.
    private byte WordClassAt(int index) => CodePointAt(index) switch
    {
        < 0 => StandardTokenClasses.Separator,
        0x2139 or 0x24C2 or 0x1F170 or 0x1F171 or 0x1F17E or 0x1F17F => StandardTokenClasses.Letter,
        int codePoint => Classes[codePoint],
    };

    private static bool IsRegionalIndicator(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;

    // -1 behind the end.
    private int CodePointAt(int index) =>
        index >= _text.Length ? -1
            : UnitsAt(index) == 2 ? char.ConvertToUtf32(_text[index], _text[index + 1]) : _text[index];

    private int UnitsAt(int index) =>
        char.IsHighSurrogate(_text[index]) && index + 1 < _text.Length && char.IsLowSurrogate(_text[index + 1]) ? 2 : 1;
}
