namespace ScoSearch.Core.Paragraphs;

/// <summary>The number, letter or sign that opens a heading, an item or a footnote.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Value">Its value; for dotted numbers the last part, for signs 0.</param>
/// <param name="Length">Its length in UTF-16 code units, with its punctuation.</param>
/// <param name="Depth">Number of parts of a dotted number, else 1.</param>
internal readonly record struct Enumerator(EnumeratorStyle Style, int Value, int Length, int Depth)
{
    /// <summary>Whether there is one.</summary>
    public bool Exists => Style != EnumeratorStyle.None;

    /// <summary>Whether it may open a heading.</summary>
    public bool CanHead => Style is EnumeratorStyle.Part or EnumeratorStyle.Chapter or EnumeratorStyle.SectionName
        or EnumeratorStyle.Chinese or EnumeratorStyle.ChineseInBrackets or EnumeratorStyle.Arabic
        or EnumeratorStyle.Dotted or EnumeratorStyle.ArabicInBrackets;
}
