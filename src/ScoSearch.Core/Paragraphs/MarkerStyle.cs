namespace ScoSearch.Core.Paragraphs;

/// <summary>Ways to write a footnote marker.</summary>
internal enum MarkerStyle
{
    /// <summary><c>[3]</c>, <c>［3］</c>, <c>〔3〕</c>.</summary>
    Square,

    /// <summary><c>①</c>, <c>⑴</c>.</summary>
    Circled,

    /// <summary><c>（3）</c>.</summary>
    Round,

    /// <summary><c>³</c>.</summary>
    Superscript,

    /// <summary><c>*</c>.</summary>
    Star,

    /// <summary><c>3</c>, a raised number that lost its height.</summary>
    Bare,

    /// <summary>Whatever it looks like: the format says that it is a marker, and of which note.</summary>
    Declared,
}
