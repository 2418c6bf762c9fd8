namespace ScoSearch.Core.Dictionaries;

/// <summary>Bounds of dictionaries: what is read from disk is not trusted.</summary>
internal static class DictionaryLimits
{
    /// <summary>Longest word or entry, in UTF-16 units.</summary>
    public const int MaxEntryLength = 100;

    /// <summary>Highest frequency of a word.</summary>
    public const int MaxFrequency = 10_000_000;

    /// <summary>Most entries of one file.</summary>
    public const int MaxEntries = 1_000_000;

    /// <summary>Largest file, in bytes.</summary>
    public const long MaxFileSizeInBytes = 64L << 20;

    /// <summary>Most problems collected before reading stops.</summary>
    public const int MaxProblems = 100;
}
