namespace ScoSearch.TestSupport;

/// <summary>One token; offsets count UTF-16 code units, the end exclusive.</summary>
public readonly record struct JudgeToken(
    string Term, int Start, int End, int PositionIncrement, int PositionLength, string Type)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{JudgeEscapes.Escape(Term)} [{Start},{End}) +{PositionIncrement} x{PositionLength} {Type}";
}
