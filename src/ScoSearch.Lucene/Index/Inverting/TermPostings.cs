namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>What is known of one term of one field in memory; a default value is a term not seen yet.</summary>
/// <remarks>
/// The newest document of the term is kept here and written to <see cref="Documents"/> only when the next one comes,
/// because its frequency is not known before.
/// </remarks>
internal struct TermPostings
{
    /// <summary>Doc id of the newest document.</summary>
    public int DocId;

    /// <summary>Its distance from the document before it, or the doc id itself for the first one.</summary>
    public int DocDelta;

    /// <summary>Occurrences in it so far; 0 when the term was not seen yet.</summary>
    public int Freq;

    /// <summary>Position of its last occurrence.</summary>
    public int Position;

    /// <summary>For each document but the newest: delta * 2 + (freq is 1), then freq if it is not 1; without
    /// frequencies the delta alone.</summary>
    public ByteStream Documents;

    /// <summary>For each occurrence: position delta; with offsets also start delta and length. Deltas start from 0 in
    /// every document.</summary>
    public ByteStream Positions;
}
