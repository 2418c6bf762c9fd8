using ScoSearch.Lucene.Codecs;

namespace ScoSearch.Lucene.Index;

/// <summary>One segment of an index as a commit or a writer sees it. Immutable and thread-safe.</summary>
public sealed class SegmentReader : LeafReader
{
    internal SegmentReader(SegmentCore core, SegmentCommitInfo info, LiveDocs? liveDocs)
    {
        Core = core;
        CommitInfo = info;
        LiveDocs = liveDocs;
    }

    /// <summary>Name of the segment, such as <c>_0</c>.</summary>
    public string SegmentName => Core.Info.Name;

    /// <inheritdoc/>
    public override int MaxDoc => Core.Info.MaxDoc;

    /// <inheritdoc/>
    public override LiveDocs? LiveDocs { get; }

    /// <inheritdoc/>
    public override FieldInfos FieldInfos => Core.FieldInfos;

    /// <summary>The open files.</summary>
    internal SegmentCore Core { get; }

    /// <summary>The segment as written; its deletions may be behind <see cref="LiveDocs"/> when the reader came from a
    /// writer.</summary>
    internal SegmentCommitInfo CommitInfo { get; }

    /// <inheritdoc/>
    public override Terms? GetTerms(string field) => Core.Postings?.GetTerms(field);

    /// <inheritdoc/>
    public override FieldNorms? GetNorms(string field) =>
        FieldInfos.TryGet(field, out FieldInfo? info) && info.HasNorms ? Core.Norms?.Get(info) : null;

    /// <inheritdoc/>
    public override NumericDocValues? GetNumericDocValues(string field) =>
        Find(field, DocValuesType.Numeric) is FieldInfo info ? Core.DocValues?.GetNumeric(info) : null;

    /// <inheritdoc/>
    public override BinaryDocValues? GetBinaryDocValues(string field) =>
        Find(field, DocValuesType.Binary) is FieldInfo info ? Core.DocValues?.GetBinary(info) : null;

    /// <inheritdoc/>
    public override SortedDocValues? GetSortedDocValues(string field) =>
        Find(field, DocValuesType.Sorted) is FieldInfo info ? Core.DocValues?.GetSorted(info) : null;

    /// <inheritdoc/>
    public override SortedSetDocValues? GetSortedSetDocValues(string field) =>
        Find(field, DocValuesType.SortedSet) is FieldInfo info ? Core.DocValues?.GetSortedSet(info) : null;

    /// <inheritdoc/>
    public override SortedNumericDocValues? GetSortedNumericDocValues(string field) =>
        Find(field, DocValuesType.SortedNumeric) is FieldInfo info ? Core.DocValues?.GetSortedNumeric(info) : null;

    /// <inheritdoc/>
    public override void VisitStoredFields(int docId, StoredFieldVisitor visitor)
    {
        ArgumentNullException.ThrowIfNull(visitor);
        Core.Stored.Visit(docId, visitor);
    }

    /// <inheritdoc/>
    public override void CheckIntegrity() => Core.CheckIntegrity();

    /// <inheritdoc/>
    public override string ToString() => $"{SegmentName} ({NumDocs} of {MaxDoc} documents live)";

    private FieldInfo? Find(string field, DocValuesType type) =>
        FieldInfos.TryGet(field, out FieldInfo? info) && info.DocValuesType == type ? info : null;
}
