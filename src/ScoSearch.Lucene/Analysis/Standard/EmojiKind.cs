namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>What a code point can be in an emoji sequence.</summary>
internal enum EmojiKind : byte
{
    /// <summary>No emoji.</summary>
    None,

    /// <summary>An emoji that takes no skin tone.</summary>
    Plain,

    /// <summary>An emoji that takes a skin tone.</summary>
    ModifierBase,

    /// <summary>A skin tone, alone or behind its base.</summary>
    SkinTone,
}
