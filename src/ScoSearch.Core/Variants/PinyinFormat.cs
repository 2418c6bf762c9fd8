namespace ScoSearch.Core.Variants;

/// <summary>The packed readings, written by ScoSearch.DictionaryBuilder and read by <see cref="PinyinTable"/>.</summary>
/// <remarks>
/// <para>Little-endian: <see cref="Magic"/>; number of syllables, then each as a length byte and ASCII letters, in ordinal
/// order, without tones, ü as v; number of characters, then each as a UTF-16 unit, a count byte and as many syllable numbers
/// of 16 bits, the most usual first; number of phrases, then each as a length byte, its UTF-16 units and one syllable number
/// a unit. Counts are of 32 bits. Characters and phrases rise in ordinal order.</para>
/// <para>Example: 重庆 is <c>02</c>, <c>CD 91 86 5E</c>, the number of "chong", the number of "qing".</para>
/// </remarks>
internal static class PinyinFormat
{
    /// <summary>First bytes.</summary>
    public const uint Magic = 0x31594E50; // "PNY1"

    /// <summary>Name of the embedded resource's file.</summary>
    public const string FileName = "pinyin.bin";

    /// <summary>Longest phrase, in UTF-16 units.</summary>
    public const int MaxPhraseLength = 4;

    /// <summary>Most readings of one character.</summary>
    public const int MaxReadings = 4;
}
