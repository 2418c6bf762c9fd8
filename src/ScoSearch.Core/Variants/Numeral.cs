namespace ScoSearch.Core.Variants;

/// <summary>A number in a text. Immutable.</summary>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">Unit after the last; units of measure are not part of it, 万 and 亿 are.</param>
/// <param name="Value">The number, without the hundredths of per cent.</param>
/// <param name="IsChinese">Whether it is in Chinese characters.</param>
/// <param name="IsPercent">Whether it is so many of a hundred: 百分之四十, 40%.</param>
internal readonly record struct Numeral(int Start, int End, decimal Value, bool IsChinese, bool IsPercent)
{
    /// <summary>Number of UTF-16 units.</summary>
    public int Length => End - Start;
}
