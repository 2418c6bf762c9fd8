namespace ScoSearch.Core.Text;

/// <summary>The script a Chinese text is written in.</summary>
internal enum ChineseScript
{
    /// <summary>It cannot be told.</summary>
    Unknown,

    /// <summary>Simplified characters.</summary>
    Simplified,

    /// <summary>Traditional characters.</summary>
    Traditional,
}
