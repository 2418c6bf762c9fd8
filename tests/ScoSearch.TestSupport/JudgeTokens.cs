namespace ScoSearch.TestSupport;

/// <summary>What an analyzer makes of a text.</summary>
/// <param name="Tokens">The tokens in order.</param>
/// <param name="FinalOffset">The end offset after the last token.</param>
/// <param name="FinalIncrement">The position increment after the last token.</param>
public sealed record JudgeTokens(IReadOnlyList<JudgeToken> Tokens, int FinalOffset, int FinalIncrement)
{
    /// <summary>One token a line, for comparing and for messages.</summary>
    public string Describe() =>
        string.Join('\n', Tokens.Select(t => t.ToString()).Append($"final {FinalOffset} +{FinalIncrement}"));
}
