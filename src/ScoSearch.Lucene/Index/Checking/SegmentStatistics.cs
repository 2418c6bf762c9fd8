namespace ScoSearch.Lucene.Index.Checking;

/// <summary>What <see cref="IndexChecker"/> counted in one segment. Immutable.</summary>
/// <param name="Name">Name of the segment.</param>
/// <param name="MaxDoc">Number of documents, deleted ones included.</param>
/// <param name="DeletedCount">Number of deleted documents.</param>
/// <param name="SizeInBytes">Bytes of all files.</param>
/// <param name="IsCompound">True when the files are packed into one.</param>
/// <param name="FieldCount">Number of fields.</param>
/// <param name="TermCount">Number of terms of all fields.</param>
/// <param name="PostingCount">Number of pairs of term and document.</param>
/// <param name="OccurrenceCount">Number of occurrences; equals <paramref name="PostingCount"/> for fields without
/// frequencies.</param>
/// <param name="StoredValueCount">Number of stored values.</param>
/// <param name="DocValueCount">Number of pairs of document and field with doc values.</param>
public sealed record SegmentStatistics(
    string Name,
    int MaxDoc,
    int DeletedCount,
    long SizeInBytes,
    bool IsCompound,
    int FieldCount,
    long TermCount,
    long PostingCount,
    long OccurrenceCount,
    long StoredValueCount,
    long DocValueCount);
