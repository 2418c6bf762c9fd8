using ScoSearch.Lucene.Packed;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>The distinct byte strings of a field, by ordinal. Immutable; look-ups go through <see cref="TermsDictionaryCursor"/>.</summary>
/// <remarks>
/// Terms in unsigned byte order in blocks of 16. A block's first term: VInt length, bytes. Others: u8 (shared prefix, at most
/// 15) + (rest's length - 1, at most 15) × 16, VInts for what does not fit, the rest. An index keeps for each 1024th term the
/// shortest prefix that is greater than the term before it.
/// Meta: VLong count; i32 block shift; i32 monotonic shift; meta part of the block starts; i32 longest term; i64 offset and
/// length of terms and of block starts; i32 index shift; meta part of the key starts; i64 offset and length of keys and of
/// key starts.
/// </remarks>
internal sealed class TermsDictionary
{
    private const int MaxShift = 20;

    public TermsDictionary(IndexInput meta, IndexInput data)
    {
        long at = meta.Position;
        Count = meta.ReadVInt64();
        BlockShift = ReadShift(meta);
        int monotonicShift = meta.ReadInt32();
        long blocks = Count == 0 ? 0 : ((Count - 1) >> BlockShift) + 1;
        DirectMonotonicMeta blockStarts = DirectMonotonicReader.ReadMeta(meta, blocks, monotonicShift);
        Longest = meta.ReadInt32();
        Terms = ReadRegion(meta, data, "terms");
        (long startsOffset, _) = ReadPlace(meta, data);
        BlockStarts = DirectMonotonicReader.Open(blockStarts, data, startsOffset);
        IndexShift = ReadShift(meta);
        long keys = Count == 0 ? 0 : ((Count - 1) >> IndexShift) + 1;
        DirectMonotonicMeta keyStarts = DirectMonotonicReader.ReadMeta(meta, keys + 1, monotonicShift);
        Keys = ReadRegion(meta, data, "terms index");
        (startsOffset, _) = ReadPlace(meta, data);
        KeyStarts = DirectMonotonicReader.Open(keyStarts, data, startsOffset);
        if (Longest < 0 || Longest > Terms.Length || Count > Terms.Length || IndexShift < BlockShift)
        {
            throw meta.Corrupt(at, $"terms of {Terms.Length} bytes", $"{Count} terms of at most {Longest} bytes");
        }
    }

    /// <summary>Number of terms.</summary>
    public long Count { get; }

    /// <summary>Logarithm of the terms a block.</summary>
    public int BlockShift { get; }

    /// <summary>Logarithm of the terms for each key of the index.</summary>
    public int IndexShift { get; }

    /// <summary>Longest term in bytes.</summary>
    public int Longest { get; }

    /// <summary>The terms' region; to be cloned.</summary>
    public IndexInput Terms { get; }

    /// <summary>Start of each block in <see cref="Terms"/>.</summary>
    public DirectMonotonicReader BlockStarts { get; }

    /// <summary>The keys' region.</summary>
    public IndexInput Keys { get; }

    /// <summary>Start of each key in <see cref="Keys"/>, and the end of the last.</summary>
    public DirectMonotonicReader KeyStarts { get; }

    private static int ReadShift(IndexInput meta)
    {
        int shift = meta.ReadInt32();
        return shift is >= 0 and <= MaxShift
            ? shift
            : throw meta.Corrupt(meta.Position - 4, $"a shift from 0 to {MaxShift}", $"{shift}");
    }

    private static (long Offset, long Length) ReadPlace(IndexInput meta, IndexInput data)
    {
        long offset = meta.ReadInt64();
        long length = meta.ReadInt64();
        return offset >= 0 && length >= 0 && offset <= data.Length - CodecUtil.FooterLength - length
            ? (offset, length)
            : throw meta.Corrupt(meta.Position - 16, $"a region inside {data.Name}", $"{length} bytes at {offset}");
    }

    private static IndexInput ReadRegion(IndexInput meta, IndexInput data, string what)
    {
        (long offset, long length) = ReadPlace(meta, data);
        return data.Slice($"{data.Name} ({what})", offset, length);
    }
}
