namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>Emoji that take a skin tone, as Apache Lucene 8's standard tokenizer knows them (found by probing it).</summary>
internal static class EmojiModifierBases
{
    /// <summary>True for an emoji with which a skin tone behind it forms one.</summary>
    public static bool Contains(int codePoint) => codePoint is
        0x261D or 0x26F9 or (>= 0x270A and <= 0x270D) or 0x1F385 or (>= 0x1F3C2 and <= 0x1F3C4) or 0x1F3C7
            or (>= 0x1F3CA and <= 0x1F3CC) or (>= 0x1F442 and <= 0x1F443) or (>= 0x1F446 and <= 0x1F450)
            or (>= 0x1F466 and <= 0x1F469) or 0x1F46E or (>= 0x1F470 and <= 0x1F478) or 0x1F47C
            or (>= 0x1F481 and <= 0x1F483) or (>= 0x1F485 and <= 0x1F487) or 0x1F4AA or (>= 0x1F574 and <= 0x1F575)
            or 0x1F57A or 0x1F590 or (>= 0x1F595 and <= 0x1F596) or (>= 0x1F645 and <= 0x1F647)
            or (>= 0x1F64B and <= 0x1F64F) or 0x1F6A3 or (>= 0x1F6B4 and <= 0x1F6B6) or 0x1F6C0 or 0x1F6CC
            or (>= 0x1F918 and <= 0x1F91C) or (>= 0x1F91E and <= 0x1F91F) or 0x1F926 or (>= 0x1F930 and <= 0x1F939)
            or (>= 0x1F93D and <= 0x1F93E) or (>= 0x1F9B5 and <= 0x1F9B6) or (>= 0x1F9B8 and <= 0x1F9B9)
            or (>= 0x1F9D1 and <= 0x1F9DD);
}
