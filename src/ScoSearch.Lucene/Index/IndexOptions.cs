namespace ScoSearch.Lucene.Index;

/// <summary>What is recorded for each term of a field. The numbers are those of the index format.</summary>
public enum IndexOptions
{
    /// <summary>Not indexed.</summary>
    None = 0,

    /// <summary>Which documents contain the term.</summary>
    Docs = 1,

    /// <summary>Documents and how often each contains the term.</summary>
    DocsAndFreqs = 2,

    /// <summary>Documents, frequencies and positions.</summary>
    DocsAndFreqsAndPositions = 3,

    /// <summary>Documents, frequencies, positions and offsets.</summary>
    DocsAndFreqsAndPositionsAndOffsets = 4,
}
