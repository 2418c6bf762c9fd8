namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>Finds the emoji sequence that starts at the begin of a text, as Apache Lucene 8 cuts them.</summary>
/// <remarks>
/// A sequence is a pair of regional indicators (a flag), a keycap, or one or more emoji joined by zero width joiners.
/// Joiners may stand before the first emoji, unless that is a skin tone. Between two emoji of a joined sequence:
/// <list type="bullet">
/// <item>behind an emoji come any extending characters (joiners among them) but the two variation selectors; another
/// emoji goes on when the last of them is a joiner, and a skin tone also without one when the emoji takes skin tones;</item>
/// <item>otherwise one selector of the emoji style may follow, but not behind a skin tone; it is part of the sequence.
/// Behind it at least one joiner and another emoji go on, a skin tone with exactly one joiner;</item>
/// <item>where nothing goes on behind the selector of the first emoji, tags that close with the end tag belong to the
/// sequence; joiners behind a selector that lead to no emoji do not.</item>
/// </list>
/// The selector of the text style ends every sequence but flags, which take all extending characters.
/// </remarks>
internal readonly ref struct EmojiScanner
{
    private const int VariationSelectorText = 0xFE0E;
    private const int VariationSelectorEmoji = 0xFE0F;
    private const int ZeroWidthJoiner = 0x200D;
    private const int KeycapMark = 0x20E3;
    private const int TagEnd = 0xE007F;

    private readonly StandardTokenText _text;

    /// <summary>Creates a scanner over a text that is not empty.</summary>
    public EmojiScanner(StandardTokenText text) => _text = text;

    /// <summary>Length of the sequence in units; 0 when none starts here.</summary>
    public int Scan()
    {
        int first = _text.CodePointAt(0);
        if (IsRegionalIndicator(first))
        {
            return ScanFlag();
        }

        if (first is '#' or '*' or (>= '0' and <= '9'))
        {
            return ScanKeycap();
        }

        int start = SkipJoiners(0);
        EmojiKind kind = KindOf(_text.CodePointAt(start));
        return kind == EmojiKind.None || (kind == EmojiKind.SkinTone && start > 0) ? 0 : ScanJoined(start, kind);
    }

    private int ScanFlag()
    {
        int second = _text.SkipExtends(2);
        return IsRegionalIndicator(_text.CodePointAt(second)) ? _text.SkipExtends(second + 2) : 0;
    }

    // The mark stands behind other extending characters, or directly behind a selector of the emoji style.
    private int ScanKeycap()
    {
        int end = SkipEmojiExtends(1, out bool isMarked);
        if (_text.CodePointAt(end) == VariationSelectorEmoji && _text.CodePointAt(end + 1) == KeycapMark)
        {
            return SkipEmojiExtends(end + 1, out _);
        }

        return isMarked ? end : 0;
    }

    private int ScanJoined(int start, EmojiKind kind)
    {
        bool isFirst = true;
        int index = start;
        while (true)
        {
            int behind = index + _text.UnitsAt(index);
            index = SkipEmojiExtends(behind, out _);
            EmojiKind next = KindOf(_text.CodePointAt(index));
            bool isJoined = index > behind && _text.CodePointAt(index - 1) == ZeroWidthJoiner;
            bool goesOn = next != EmojiKind.None
                && (isJoined || (next == EmojiKind.SkinTone && kind == EmojiKind.ModifierBase));
            if (!goesOn)
            {
                bool isSelected = kind != EmojiKind.SkinTone && _text.CodePointAt(index) == VariationSelectorEmoji;
                if (!isSelected)
                {
                    return index;
                }

                int end = index + 1;
                index = SkipJoiners(end);
                next = KindOf(_text.CodePointAt(index));
                if (!GoesOnBehindSelector(next, joiners: index - end))
                {
                    return isFirst ? SkipTags(end) : end;
                }
            }

            kind = next;
            isFirst = false;
        }
    }

    private static bool GoesOnBehindSelector(EmojiKind next, int joiners) =>
        next != EmojiKind.None && joiners > 0 && (next != EmojiKind.SkinTone || joiners == 1);

    // Tags count only with their end.
    private int SkipTags(int start)
    {
        int index = start;
        while (_text.CodePointAt(index) is >= 0xE0020 and < TagEnd)
        {
            index += 2;
        }

        return index > start && _text.CodePointAt(index) == TagEnd ? index + 2 : start;
    }

    private int SkipJoiners(int index)
    {
        while (_text.CodePointAt(index) == ZeroWidthJoiner)
        {
            index++;
        }

        return index;
    }

    private int SkipEmojiExtends(int index, out bool isMarked)
    {
        isMarked = false;
        int codePoint = _text.CodePointAt(index);
        while (StandardTokenText.IsExtend(StandardTokenText.ClassOf(codePoint))
            && codePoint is not (VariationSelectorText or VariationSelectorEmoji))
        {
            isMarked |= codePoint == KeycapMark;
            index += _text.UnitsAt(index);
            codePoint = _text.CodePointAt(index);
        }

        return index;
    }

    private static EmojiKind KindOf(int codePoint)
    {
        if (StandardTokenText.ClassOf(codePoint) != StandardTokenClasses.Emoji)
        {
            return EmojiKind.None;
        }

        bool isSkinTone = codePoint is >= 0x1F3FB and <= 0x1F3FF;
        return isSkinTone ? EmojiKind.SkinTone
            : EmojiModifierBases.Contains(codePoint) ? EmojiKind.ModifierBase : EmojiKind.Plain;
    }

    private static bool IsRegionalIndicator(int codePoint) => codePoint is >= 0x1F1E6 and <= 0x1F1FF;
}
