namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>Numbers of the lexicon nodes that are not Han words.</summary>
internal static class SpecialNode
{
    /// <summary>A punctuation mark that occurs in no pair.</summary>
    public const int PlainPunctuation = 0;

    /// <summary>Begin of a sentence.</summary>
    public const int Begin = 1;

    /// <summary>End of a sentence.</summary>
    public const int End = 2;

    /// <summary>Letter runs and characters of type other.</summary>
    public const int String = 3;

    /// <summary>Digit runs.</summary>
    public const int Number = 4;

    /// <summary>Characters and words without statistics: frequency 0 and no pair.</summary>
    public const int Unknown = 5;

    /// <summary>First of the punctuation marks that occur in pairs.</summary>
    public const int FirstPunctuation = 6;

    /// <summary>Number of special nodes. The dictionary has 36 punctuation marks in pairs.</summary>
    public const int Count = FirstPunctuation + 36;
}
