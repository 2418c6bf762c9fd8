namespace ScoSearch.TestSupport;

/// <summary>One token of a naive document.</summary>
public readonly record struct NaiveToken(string Term, int Position, int StartOffset, int EndOffset);
