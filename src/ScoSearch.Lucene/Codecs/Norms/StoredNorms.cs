using System.Buffers.Binary;
using System.Runtime.InteropServices;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Norms;

/// <summary>The norms of one field, read where they are mapped. Immutable and thread-safe.</summary>
internal sealed class StoredNorms(IndexInput data, DocsWithField docs, int maxDoc, int count, int bytesPerNorm, long offset)
    : FieldNorms
{
    /// <inheritdoc/>
    public override ReadOnlySpan<sbyte> Dense =>
        // Safety: the same bytes seen as signed, one for one; SpanAt checks that they are inside the file.
        docs.IsAll && bytesPerNorm == 1 ? MemoryMarshal.Cast<byte, sbyte>(data.SpanAt(offset, count)) : default;

    /// <inheritdoc/>
    public override NumericDocValues GetCursor() => new Cursor(this, docs.OpenCursor(data, maxDoc, count));

    private long ReadValue(long rank)
    {
        ReadOnlySpan<byte> bytes = bytesPerNorm == 0
            ? default : data.SpanAt(offset + (rank * bytesPerNorm), bytesPerNorm);
        return bytesPerNorm switch
        {
            0 => offset,
            1 => (sbyte)bytes[0],
            2 => BinaryPrimitives.ReadInt16BigEndian(bytes),
            4 => BinaryPrimitives.ReadInt32BigEndian(bytes),
            _ => BinaryPrimitives.ReadInt64BigEndian(bytes),
        };
    }

    private sealed class Cursor(StoredNorms norms, DocSetCursor documents) : NumericDocValues
    {
        public override int DocId => documents.DocId;

        public override long Cost => documents.Cost;

        public override long LongValue => norms.ReadValue(documents.Rank);

        public override int NextDoc() => documents.NextDoc();

        public override int Advance(int target) => documents.Advance(target);

        public override bool AdvanceExact(int target) => documents.AdvanceExact(target);
    }
}
