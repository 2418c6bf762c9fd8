using System.Numerics;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs;

/// <summary>Writes what <see cref="IndexedDisi"/> reads.</summary>
internal static class IndexedDisiWriter
{
    private const int WordsPerBlock = IndexedDisi.BlockSize / 64;

    /// <summary>Writes a non-empty, strictly ascending set of doc ids.</summary>
    /// <returns>Number of entries of the jump table, 0 when all documents are in the first block.</returns>
    public static short Write(IndexOutput output, ReadOnlySpan<int> docIds)
    {
        long origin = output.Position;
        int blockCount = (docIds[^1] >> IndexedDisi.BlockShift) + 2;
        (int Index, int Offset)[] jumps = new (int, int)[blockCount];
        int nextJump = 0;
        int start = 0;
        while (start < docIds.Length)
        {
            int block = docIds[start] >> IndexedDisi.BlockShift;
            int end = start + FindBlockEnd(docIds[start..], block);
            int offset = checked((int)(output.Position - origin));
            jumps.AsSpan(nextJump..(block + 1)).Fill((start, offset));
            nextJump = block + 1;
            WriteBlock(output, block, docIds[start..end]);
            start = end;
        }

        // The terminator: a block of its own with the last doc id there is, "no more documents".
        jumps[nextJump] = (docIds.Length, checked((int)(output.Position - origin)));
        WriteBlock(output, int.MaxValue >> IndexedDisi.BlockShift, [int.MaxValue]);
        if (blockCount == 2)
        {
            return 0;
        }

        foreach ((int index, int offset) in jumps)
        {
            output.WriteInt32(index);
            output.WriteInt32(offset);
        }

        return (short)blockCount;
    }

    private static int FindBlockEnd(ReadOnlySpan<int> docIds, int block)
    {
        long limit = (long)(block + 1) << IndexedDisi.BlockShift;
        int low = 0;
        int high = docIds.Length;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (docIds[middle] < limit)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    private static void WriteBlock(IndexOutput output, int block, ReadOnlySpan<int> docIds)
    {
        output.WriteInt16((short)block);
        output.WriteInt16((short)(docIds.Length - 1));
        if (docIds.Length <= IndexedDisi.MaxSparse)
        {
            foreach (int docId in docIds)
            {
                output.WriteInt16((short)docId);
            }
        }
        else if (docIds.Length < IndexedDisi.BlockSize)
        {
            WriteDense(output, docIds);
        }
    }

    private static void WriteDense(IndexOutput output, ReadOnlySpan<int> docIds)
    {
        ulong[] words = new ulong[WordsPerBlock];
        foreach (int docId in docIds)
        {
            words[(docId & 0xFFFF) >> 6] |= 1UL << (docId & 63);
        }

        const int WordsPerRank = (1 << IndexedDisi.WrittenRankPower) / 64;
        int before = 0;
        for (int i = 0; i < words.Length; i++)
        {
            if (i % WordsPerRank == 0)
            {
                output.WriteInt16((short)before);
            }

            before += BitOperations.PopCount(words[i]);
        }

        foreach (ulong word in words)
        {
            output.WriteInt64((long)word);
        }
    }
}
