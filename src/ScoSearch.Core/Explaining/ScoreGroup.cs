namespace ScoSearch.Core.Explaining;

/// <summary>Kinds of evidence a score is made of, in the order they are told.</summary>
internal enum ScoreGroup
{
    /// <summary>Words in text or title.</summary>
    Words,

    /// <summary>Pairs of characters in text or title.</summary>
    Bigrams,

    /// <summary>Characters that stand together as they were typed.</summary>
    Phrases,

    /// <summary>What means the same by the dictionary.</summary>
    Synonyms,

    /// <summary>Everything else a query can ask.</summary>
    Others,
}
