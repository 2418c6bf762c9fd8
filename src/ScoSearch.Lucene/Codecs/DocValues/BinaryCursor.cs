using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Cursor over one byte string a document; values are read where they are mapped.</summary>
internal sealed class BinaryCursor(DocSetCursor documents, BinaryEntry entry) : BinaryDocValues
{
    /// <inheritdoc/>
    public override int DocId => documents.DocId;

    /// <inheritdoc/>
    public override long Cost => documents.Cost;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> BinaryValue
    {
        get
        {
            long rank = documents.Rank;
            if (entry.Addresses is null)
            {
                return entry.Data.SpanAt(entry.DataOffset + (rank * entry.Longest), entry.Longest);
            }

            long start = entry.Addresses[rank];
            long length = entry.Addresses[rank + 1] - start;
            return start >= 0 && length >= 0 && length <= entry.Longest && start <= entry.DataLength - length
                ? entry.Data.SpanAt(entry.DataOffset + start, (int)length)
                : throw entry.Data.Corrupt(
                    entry.DataOffset, $"a value of at most {entry.Longest} bytes", $"{length} bytes at {start}");
        }
    }

    /// <inheritdoc/>
    public override int NextDoc() => documents.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => documents.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => documents.AdvanceExact(target);
}
