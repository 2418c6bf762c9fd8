namespace ScoSearch.Lucene.Index;

/// <summary>What a caller wants to read of a postings list; asking for less is cheaper.</summary>
[Flags]
public enum PostingsFlags
{
    /// <summary>Doc ids only.</summary>
    Docs = 0,

    /// <summary>Frequencies too.</summary>
    Freqs = 1,

    /// <summary>Positions too (and frequencies).</summary>
    Positions = 3,

    /// <summary>Offsets too (and positions).</summary>
    Offsets = 7,

    /// <summary>Payloads too (and positions).</summary>
    Payloads = 11,

    /// <summary>Everything.</summary>
    All = 15,
}
