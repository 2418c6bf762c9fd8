namespace ScoSearch.Lucene.Index.Merging;

/// <summary>What a merge policy knows of a segment. Immutable.</summary>
/// <param name="Name">Name of the segment.</param>
/// <param name="MaxDoc">Number of documents, deleted ones included.</param>
/// <param name="DeletedCount">Number of deleted documents.</param>
/// <param name="SizeInBytes">Bytes of all its files.</param>
/// <param name="IsMerging">True while a running or waiting merge reads it.</param>
internal sealed record MergeCandidate(string Name, int MaxDoc, int DeletedCount, long SizeInBytes, bool IsMerging)
{
    /// <summary>Bytes that are likely to be left when deleted documents are gone.</summary>
    public long LiveBytes => MaxDoc == 0 ? 0 : (long)(SizeInBytes * ((double)(MaxDoc - DeletedCount) / MaxDoc));

    /// <summary>Share of deleted documents in percent.</summary>
    public double DeletedPercent => MaxDoc == 0 ? 0 : 100.0 * DeletedCount / MaxDoc;
}
