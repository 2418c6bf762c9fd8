using System.Runtime.Intrinsics;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>A block of 128 doc id deltas: Byte b, then a FOR block of b bits; b = 0 means that all deltas are 1.</summary>
internal static class DeltaBlock
{
    private const int Size = Lucene84PostingsFormat.BlockSize;

    /// <summary>Most bytes a block takes.</summary>
    public const int MaxBytes = 1 + (16 * 31);

    /// <summary>Writes 128 deltas.</summary>
    public static void Write(ReadOnlySpan<int> deltas, IndexOutput output)
    {
        uint union = 0;
        bool allOne = true;
        foreach (int delta in deltas[..Size])
        {
            union |= (uint)delta;
            allOne &= delta == 1;
        }

        if (allOne)
        {
            output.WriteByte(0);
            return;
        }

        int bits = ForBlock.BitsRequired(union);
        Span<byte> packed = stackalloc byte[16 * 31];
        ForBlock.Encode(deltas, bits, packed);
        output.WriteByte((byte)bits);
        output.WriteBytes(packed[..(16 * bits)]);
    }

    /// <summary>Decodes a block into absolute doc ids.</summary>
    /// <param name="reader">Stands on the block; afterwards behind it.</param>
    /// <param name="baseDocId">Last doc id before the block, or 0.</param>
    /// <param name="maxDoc">Number of documents in the segment.</param>
    /// <param name="docIds">Receives 128 doc ids.</param>
    /// <exception cref="CorruptIndexException">The block is not valid or leaves the segment.</exception>
    public static void ReadDocIds(ref SpanReader reader, int baseDocId, int maxDoc, Span<int> docIds)
    {
        int bits = reader.ReadByte();
        if (bits == 0)
        {
            FillConsecutive(baseDocId + 1, docIds[..Size]);
        }
        else if (bits <= 31)
        {
            ReadOnlySpan<byte> packed = reader.ReadSpan(16 * bits);
            ForDecoder.DecodePrefixSums(packed, bits, baseDocId, docIds);
        }
        else
        {
            throw reader.Corrupt("a doc id block of 0 to 31 bits", $"{bits} bits");
        }

        // Up to 16 bits the sum of 128 deltas stays far below 2^31 and cannot have wrapped around twice; the unsigned
        // comparison refuses a sum that wrapped once. Wider blocks are verified one by one.
        if ((uint)docIds[Size - 1] >= (uint)maxDoc || (bits > 16 && !IsRising(baseDocId, docIds)))
        {
            throw reader.Corrupt($"rising doc ids below {maxDoc}", "others");
        }
    }

    private static void FillConsecutive(int first, Span<int> docIds)
    {
        Vector256<int> next = Vector256<int>.Indices + Vector256.Create(first);
        Vector256<int> step = Vector256.Create(Vector256<int>.Count);
        for (int i = 0; i < docIds.Length; i += Vector256<int>.Count)
        {
            next.CopyTo(docIds[i..]);
            next += step;
        }
    }

    private static bool IsRising(int baseDocId, ReadOnlySpan<int> docIds)
    {
        int previous = baseDocId;
        foreach (int docId in docIds[..Size])
        {
            if (docId < previous)
            {
                return false;
            }

            previous = docId;
        }

        return true;
    }
}
