namespace ScoSearch.Core.Paragraphs;

/// <summary>Ways to write the number of a heading, an item or a footnote.</summary>
internal enum EnumeratorStyle
{
    /// <summary>None.</summary>
    None,

    /// <summary><c>第一编</c>, <c>第一部分</c>.</summary>
    Part,

    /// <summary><c>第三章</c>.</summary>
    Chapter,

    /// <summary><c>第二节</c>.</summary>
    SectionName,

    /// <summary><c>第十条</c>.</summary>
    Article,

    /// <summary><c>一、</c>.</summary>
    Chinese,

    /// <summary><c>（一）</c>.</summary>
    ChineseInBrackets,

    /// <summary><c>1.</c> <c>1、</c>.</summary>
    Arabic,

    /// <summary><c>1.2</c>.</summary>
    Dotted,

    /// <summary><c>（1）</c> <c>1)</c>.</summary>
    ArabicInBrackets,

    /// <summary><c>①</c>.</summary>
    Circled,

    /// <summary><c>[1]</c> <c>〔1〕</c>.</summary>
    SquareBrackets,

    /// <summary><c>A.</c>.</summary>
    Letter,

    /// <summary><c>•</c> and other bullets.</summary>
    Bullet,

    /// <summary><c>——</c>.</summary>
    Dash,
}
