using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Where each document's values start: i64 offset, VInt block shift, a monotonic sequence's meta part, i64 length.</summary>
internal static class Addresses
{
    /// <summary>Reads the addresses of that many documents: one more value than documents.</summary>
    public static DirectMonotonicReader Read(IndexInput meta, IndexInput data, int documents)
    {
        long offset = meta.ReadInt64();
        int blockShift = meta.ReadVInt32();
        return ReadSequence(meta, data, offset, (long)documents + 1, blockShift);
    }

    /// <summary>Reads a sequence's meta part and the length of its data.</summary>
    public static DirectMonotonicReader ReadSequence(
        IndexInput meta, IndexInput data, long offset, long count, int blockShift)
    {
        DirectMonotonicMeta sequence = DirectMonotonicReader.ReadMeta(meta, count, blockShift);
        long at = meta.Position;
        long length = meta.ReadInt64();
        return offset >= 0 && length >= 0 && offset <= data.Length - CodecUtil.FooterLength - length
            ? DirectMonotonicReader.Open(sequence, data, offset)
            : throw meta.Corrupt(at, $"addresses inside {data.Name}", $"{length} bytes at {offset}");
    }
}
