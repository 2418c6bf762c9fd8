namespace ScoSearch.Core.Dictionaries;

/// <summary>A line of a dictionary that cannot be used. Immutable.</summary>
/// <param name="File">Name or path of the dictionary.</param>
/// <param name="Line">Line number, from 1; 0 for the file as a whole.</param>
/// <param name="Kind">What is wrong.</param>
/// <param name="Entry">The entry concerned, or an empty string.</param>
/// <param name="Other">An earlier line that contradicts, or 0.</param>
public sealed record DictionaryProblem(string File, int Line, DictionaryProblemKind Kind, string Entry, int Other = 0)
{
    /// <summary>The problem in one English sentence, with file and line in front.</summary>
    public override string ToString() => $"{File}:{Line}: {Explain()}";

    private string Explain() => Kind switch
    {
        DictionaryProblemKind.NotUtf8 => "the file is not UTF-8",
        DictionaryProblemKind.BadCharacter => $"'{Entry}' contains a blank or a control character",
        DictionaryProblemKind.TooLong => $"'{Entry}' is longer than {DictionaryLimits.MaxEntryLength} characters",
        DictionaryProblemKind.BadFrequency =>
            $"'{Entry}' is not a frequency from 1 to {DictionaryLimits.MaxFrequency}",
        DictionaryProblemKind.Duplicate => $"'{Entry}' stands in line {Other} already",
        DictionaryProblemKind.EmptyEntry => "an entry is empty",
        DictionaryProblemKind.BadSeparator => "a line needs '=' between synonyms, or one '=>'",
        _ => $"more than {DictionaryLimits.MaxEntries} entries",
    };
}
