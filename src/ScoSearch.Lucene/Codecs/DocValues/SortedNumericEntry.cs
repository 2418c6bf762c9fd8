using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Several integers a document. Immutable.</summary>
/// <remarks>
/// A numeric entry over all values; i32 number of documents; when there are more values than documents the addresses of the
/// documents' first values.
/// </remarks>
internal sealed class SortedNumericEntry
{
    public SortedNumericEntry(IndexInput meta, IndexInput data, int maxDoc)
    {
        Numbers = new NumericEntry(meta, data);
        DocumentCount = meta.ReadInt32();
        Numbers.Docs.CheckCount(meta, DocumentCount, maxDoc);
        if (Numbers.ValueCount < DocumentCount)
        {
            throw meta.Corrupt(meta.Position - 4, $"at most {Numbers.ValueCount} documents", $"{DocumentCount}");
        }

        if (Numbers.ValueCount > DocumentCount)
        {
            Addresses = DocValues.Addresses.Read(meta, data, DocumentCount);
        }
    }

    /// <summary>All values.</summary>
    public NumericEntry Numbers { get; }

    /// <summary>Number of documents with values.</summary>
    public int DocumentCount { get; }

    /// <summary>Start of each document's values, or null when each has one.</summary>
    public DirectMonotonicReader? Addresses { get; }
}
