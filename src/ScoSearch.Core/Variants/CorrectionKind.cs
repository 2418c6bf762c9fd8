namespace ScoSearch.Core.Variants;

/// <summary>How a query was corrected.</summary>
internal enum CorrectionKind
{
    /// <summary>Words were replaced by others that look or sound like them.</summary>
    Spelling,

    /// <summary>Letters that the index does not know were read as pinyin.</summary>
    Pinyin,
}
