namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>A text read by code points and their token classes. Indexes count UTF-16 units.</summary>
internal readonly ref struct StandardTokenText
{
    private static readonly CodePointTable Classes = CodePointTable.Load(PackedResource.StandardTokenClasses);

    private readonly ReadOnlySpan<char> _text;

    /// <summary>Reads a text.</summary>
    public StandardTokenText(ReadOnlySpan<char> text) => _text = text;

    /// <summary>The class of a code point; separator for -1.</summary>
    public static byte ClassOf(int codePoint) =>
        codePoint < 0 ? StandardTokenClasses.Separator : Classes[codePoint];

    /// <summary>The code point at an index; -1 behind the end.</summary>
    public int CodePointAt(int index) =>
        index >= _text.Length ? -1
            : UnitsAt(index) == 2 ? char.ConvertToUtf32(_text[index], _text[index + 1]) : _text[index];

    /// <summary>Units of the code point at an index of the text.</summary>
    public int UnitsAt(int index) =>
        char.IsHighSurrogate(_text[index]) && index + 1 < _text.Length && char.IsLowSurrogate(_text[index + 1]) ? 2 : 1;

    /// <summary>The class of the code point at an index; separator behind the end.</summary>
    public byte ClassAt(int index) => ClassOf(CodePointAt(index));

    /// <summary>The class inside words, where six emoji count as letters; separator behind the end.</summary>
    public byte WordClassAt(int index) => CodePointAt(index) switch
    {
        0x2139 or 0x24C2 or 0x1F170 or 0x1F171 or 0x1F17E or 0x1F17F => StandardTokenClasses.Letter,
        int codePoint => ClassOf(codePoint),
    };

    /// <summary>The index behind all characters from an index on that belong to what is before them.</summary>
    public int SkipExtends(int index)
    {
        while (IsExtend(ClassAt(index)))
        {
            index += UnitsAt(index);
        }

        return index;
    }

    /// <summary>True for the classes of characters that belong to what is before them.</summary>
    public static bool IsExtend(byte tokenClass) =>
        tokenClass is StandardTokenClasses.Extend or StandardTokenClasses.SoutheastAsianExtend;
}
