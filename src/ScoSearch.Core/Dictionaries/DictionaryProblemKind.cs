namespace ScoSearch.Core.Dictionaries;

/// <summary>What is wrong with a line of a dictionary.</summary>
public enum DictionaryProblemKind
{
    /// <summary>The file is not UTF-8.</summary>
    NotUtf8,

    /// <summary>A word or entry contains white space or control characters where none is allowed.</summary>
    BadCharacter,

    /// <summary>A word or entry is longer than the limit.</summary>
    TooLong,

    /// <summary>What follows the tab is not a positive integer within the limit.</summary>
    BadFrequency,

    /// <summary>The word or entry stands in an earlier line.</summary>
    Duplicate,

    /// <summary>An entry of a set of synonyms is empty.</summary>
    EmptyEntry,

    /// <summary>The line has neither <c>=</c> nor <c>=&gt;</c>, or both.</summary>
    BadSeparator,

    /// <summary>The file has more entries than the limit.</summary>
    TooMany,
}
