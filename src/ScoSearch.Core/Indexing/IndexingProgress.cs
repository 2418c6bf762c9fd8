namespace ScoSearch.Core.Indexing;

/// <summary>How far an indexing run is. Immutable.</summary>
/// <param name="FilesDone">Files done so far, failed ones included.</param>
/// <param name="FilesTotal">Files to read in all.</param>
/// <param name="BytesDone">Bytes done so far; within a file of many documents, in proportion to them.</param>
/// <param name="BytesTotal">Bytes of all files, as they were when the run began.</param>
/// <param name="Paragraphs">Paragraphs written so far.</param>
/// <param name="CurrentPath">The file being worked on, or null at the end.</param>
public readonly record struct IndexingProgress(
    int FilesDone, int FilesTotal, long BytesDone, long BytesTotal, int Paragraphs, string? CurrentPath)
{
    /// <summary>Share of the work done, from 0 to 1.</summary>
    public double Share => BytesTotal > 0 ? Math.Min(1, (double)BytesDone / BytesTotal)
        : FilesTotal > 0 ? (double)FilesDone / FilesTotal : 1;
}
