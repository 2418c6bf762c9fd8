namespace ScoSearch.Cli;

/// <summary>What the tool tells the shell. Scripts rely on the numbers.</summary>
internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>Nothing was done; for <c>search</c>: nothing was found; for <c>check</c>: the index is damaged.</summary>
    public const int Nothing = 1;

    /// <summary>For <c>index</c>: some files failed; for <c>search</c> and <c>check</c>: an error.</summary>
    public const int Trouble = 2;

    /// <summary>Ended by Ctrl-C, as shells number it.</summary>
    public const int Cancelled = 130;
}
