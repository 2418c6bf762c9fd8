using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>How and where the byte strings of a field are. Immutable.</summary>
/// <remarks>
/// i64 offset and length of the data; documents; i32 number of them; i32 shortest and longest length. Plain, with different
/// lengths: addresses. Compressed: i64 offset of the block addresses, VInt number of blocks, VInt logarithm of values a block,
/// VInt largest uncompressed block, VInt shift and meta part of the block addresses, i64 their length.
/// </remarks>
internal sealed class BinaryEntry
{
    public BinaryEntry(IndexInput meta, IndexInput data, int maxDoc, bool compressed)
    {
        Data = data;
        IsCompressed = compressed;
        long at = meta.Position;
        DataOffset = meta.ReadInt64();
        DataLength = meta.ReadInt64();
        if (DataOffset < 0 || DataLength < 0 || DataOffset > data.Length - CodecUtil.FooterLength - DataLength)
        {
            throw meta.Corrupt(at, $"values inside {data.Name}", $"{DataLength} bytes at {DataOffset}");
        }

        Docs = DocsWithField.Read(meta);
        DocumentCount = meta.ReadInt32();
        Docs.CheckCount(meta, DocumentCount, maxDoc);
        at = meta.Position;
        int shortest = meta.ReadInt32();
        Longest = meta.ReadInt32();
        if (shortest < 0 || Longest < 0 || (DocumentCount > 0 && shortest > Longest))
        {
            throw meta.Corrupt(at, "a shortest and a longest length", $"{shortest} and {Longest}");
        }

        if (compressed)
        {
            ReadBlocks(meta, data);
        }
        else if (shortest < Longest)
        {
            Addresses = DocValues.Addresses.Read(meta, data, DocumentCount);
        }
        else if ((long)Longest * DocumentCount > DataLength)
        {
            throw meta.Corrupt(at, $"{DocumentCount} values of {Longest} bytes", $"{DataLength} bytes in all");
        }
    }

    public IndexInput Data { get; }

    public bool IsCompressed { get; }

    public long DataOffset { get; }

    public long DataLength { get; }

    public DocsWithField Docs { get; }

    /// <summary>Number of documents with a value.</summary>
    public int DocumentCount { get; }

    /// <summary>Longest value in bytes.</summary>
    public int Longest { get; }

    /// <summary>Plain: start of each value, or null when all have the same length. Compressed: file pointer of each block.</summary>
    public DirectMonotonicReader? Addresses { get; private set; }

    /// <summary>Compressed: logarithm of the values a block.</summary>
    public int BlockShift { get; private set; }

    /// <summary>Compressed: most bytes of an uncompressed block.</summary>
    public int LargestBlock { get; private set; }

    private void ReadBlocks(IndexInput meta, IndexInput data)
    {
        if (DocumentCount == 0)
        {
            return;
        }

        long offset = meta.ReadInt64();
        long at = meta.Position;
        int blocks = meta.ReadNonNegativeVInt32("a number of blocks");
        BlockShift = meta.ReadVInt32();
        LargestBlock = meta.ReadNonNegativeVInt32("a block length");
        // LZ4 gives at most 255 bytes for each compressed one, which bounds the buffer by the file's length.
        if (BlockShift is < 0 or > 16 || ((DocumentCount - 1) >> BlockShift) + 1 != blocks || LargestBlock / 256 > DataLength)
        {
            throw meta.Corrupt(
                at, $"blocks of {DocumentCount} values", $"{blocks} of 2^{BlockShift} values, {LargestBlock} bytes");
        }

        Addresses = DocValues.Addresses.ReadSequence(meta, data, offset, blocks, meta.ReadVInt32());
    }
}
