namespace ScoSearch.TestSupport;

/// <summary>One hit.</summary>
/// <param name="Doc">The document number in the whole index.</param>
/// <param name="ScoreBits">The score's bits as eight hexadecimal digits, or "-" when not computed.</param>
/// <param name="SortValues">The sort values: n:decimal, s:hex of bytes, f:hex of a float's bits, or null; by ','.</param>
public readonly record struct JudgeHit(int Doc, string ScoreBits, string SortValues)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Doc} {ScoreBits} {SortValues}";
}
