namespace ScoSearch.Core.Variants;

/// <summary>Where an entry of a <see cref="Vocabulary"/> is from; the first one wins when several have the same text.</summary>
internal enum VocabularyKind : byte
{
    /// <summary>A word of the user dictionary.</summary>
    Term,

    /// <summary>An author or a source.</summary>
    Name,

    /// <summary>Title of a document.</summary>
    Title,

    /// <summary>A word of the texts.</summary>
    Word,
}
