namespace ScoSearch.Core.Paragraphs;

/// <summary>Classes and widths of characters as the layout of Chinese text sees them; one table look-up each.</summary>
internal static class CharClass
{
    private const byte WideFlag = 1;
    private const byte HanFlag = 2;
    private const byte ClosingFlag = 4;
    private const byte OpeningFlag = 8;
    private const byte SentenceEndFlag = 16;
    private const byte SpaceFlag = 32;
    private const byte InvisibleFlag = 64;
    private const byte NarrowWordFlag = 128;

    private static readonly byte[] Flags = BuildFlags();

    /// <summary>Width in half-width columns: 2 for Chinese and full-width characters, 0 for invisible ones, else 1.</summary>
    public static int Width(char c) => (Flags[c] & WideFlag) != 0 ? 2 : (Flags[c] & InvisibleFlag) != 0 ? 0 : 1;

    /// <summary>A Chinese character, or half of one beyond the basic plane.</summary>
    public static bool IsHan(char c) => (Flags[c] & HanFlag) != 0;

    /// <summary>Full-width: a Chinese character or punctuation of Chinese text.</summary>
    public static bool IsWide(char c) => (Flags[c] & WideFlag) != 0;

    /// <summary>Cannot begin a line of Chinese text.</summary>
    public static bool IsClosing(char c) => (Flags[c] & ClosingFlag) != 0;

    /// <summary>Cannot end a line of Chinese text.</summary>
    public static bool IsOpening(char c) => (Flags[c] & OpeningFlag) != 0;

    /// <summary>Ends a sentence: <c>。！？…</c> and their half-width forms, without the full point.</summary>
    public static bool IsSentenceEnd(char c) => (Flags[c] & SentenceEndFlag) != 0;

    /// <summary>White space of any width.</summary>
    public static bool IsSpace(char c) => (Flags[c] & SpaceFlag) != 0;

    /// <summary>Takes no room and is no text: byte order mark, zero-width space, soft hyphen.</summary>
    public static bool IsInvisible(char c) => (Flags[c] & (InvisibleFlag | HanFlag)) == InvisibleFlag;

    /// <summary>A letter or digit of a script that separates words by spaces (Latin, Cyrillic, Greek ...).</summary>
    public static bool IsNarrowWord(char c) => (Flags[c] & NarrowWordFlag) != 0;

    /// <summary>Neither white space nor invisible: copied as it is.</summary>
    public static bool IsPlain(char c) => (Flags[c] & (SpaceFlag | InvisibleFlag)) == 0 || (Flags[c] & HanFlag) != 0;

    /// <summary>Number of characters that are not white space.</summary>
    public static int CountText(ReadOnlySpan<char> text)
    {
        int count = 0;
        foreach (char c in text)
        {
            count += IsSpace(c) ? 0 : 1;
        }

        return count;
    }

    private static byte[] BuildFlags()
    {
        byte[] flags = new byte[0x10000];
        for (int i = 0; i < flags.Length; i++)
        {
            char c = (char)i;
            bool han = c is (>= '\u3400' and <= '\u4DBF') or (>= '\u4E00' and <= '\u9FFF')
                or (>= '\uF900' and <= '\uFAFF') or '\u3005' or '\u3007' || char.IsHighSurrogate(c);
            bool wide = han || c is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\u33FF')
                or (>= '\uAC00' and <= '\uD7A3') or (>= '\uFE30' and <= '\uFE4F') or (>= '\uFF01' and <= '\uFF60')
                or (>= '\u2460' and <= '\u24FF') or (>= '\u2500' and <= '\u27BF') or (>= '\uE000' and <= '\uF8FF')
                or '—' or '…' or '“' or '”' or '‘' or '’' or '·' or '×' or '°' or '※';
            byte flag = 0;
            flag |= wide && c != '\u3000' ? WideFlag : (byte)0;
            flag |= han ? HanFlag : (byte)0;
            flag |= char.IsWhiteSpace(c) ? SpaceFlag : (byte)0;
            flag |= c is '\u200B' or '\u200C' or '\uFEFF' or '\u00AD' or '\u2060'
                ? InvisibleFlag : (byte)0;
            flag |= !wide && char.IsLetterOrDigit(c) ? NarrowWordFlag : (byte)0;
            flags[i] = flag;
        }

        Mark(flags, "，。、；：！？）》」』】〕〉”’…％‰℃·,;:!?)]}%｝］", ClosingFlag);
        Mark(flags, "（《「『【〔〈“‘([{｛［", OpeningFlag);
        Mark(flags, "。！？…!?", SentenceEndFlag);
        for (int i = 0xDC00; i < 0xE000; i++)
        {
            // the low half of a pair is part of a Chinese character for every purpose but its width
            flags[i] = HanFlag | InvisibleFlag;
        }

        return flags;
    }

    private static void Mark(byte[] flags, string characters, byte flag)
    {
        foreach (char c in characters)
        {
            flags[c] |= flag;
        }
    }
}
