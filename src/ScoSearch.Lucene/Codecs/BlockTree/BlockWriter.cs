using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Writes one block of the terms dictionary.</summary>
/// <remarks>
/// VInt entries and last flag; VLong suffix bytes, leaf flag and compression, the suffixes; VInt and the suffix lengths
/// (with pointers to sub-blocks); VInt and the statistics; VInt and the postings metadata. Not thread-safe.
/// </remarks>
internal sealed class BlockWriter(IndexOutput output)
{
    // Below these averages compression is not tried.
    private const int MinSuffixBytesPerEntry = 2;
    private const int MinSuffixBytesPerEntryForLz4 = 6;
    private const int MinPrefixLengthForCompression = 3;

    private readonly ByteBuffer _suffixes = new();
    private readonly ByteBuffer _lengths = new();
    private readonly ByteBuffer _stats = new();
    private readonly ByteBuffer _metadata = new();
    private readonly ByteBuffer _compressed = new();
    private readonly Lz4SuffixEncoder _lz4 = new();

    /// <summary>Writes the entries, which share a prefix of that length; true when one of them is a term.</summary>
    public bool Write(
        FieldInfo field, ReadOnlySpan<PendingEntry> entries, ReadOnlySpan<byte> pool, int prefixLength, bool isLast)
    {
        int subBlocks = 0;
        foreach (ref readonly PendingEntry entry in entries)
        {
            subBlocks += entry.IsBlock ? 1 : 0;
        }

        long start = output.Position;
        _suffixes.Clear();
        _lengths.Clear();
        _stats.Clear();
        _metadata.Clear();
        Collect(field, entries, pool, prefixLength, isLeaf: subBlocks == 0, start);

        output.WriteVInt32((entries.Length << 1) | (isLast ? 1 : 0));
        WriteSuffixes(entries.Length, prefixLength, isLeaf: subBlocks == 0);
        WriteLengths();
        output.WriteVInt32(_stats.Count);
        output.WriteBytes(_stats.Written);
        output.WriteVInt32(_metadata.Count);
        output.WriteBytes(_metadata.Written);
        return subBlocks < entries.Length;
    }

    private void Collect(
        FieldInfo field,
        ReadOnlySpan<PendingEntry> entries,
        ReadOnlySpan<byte> pool,
        int prefixLength,
        bool isLeaf,
        long start)
    {
        int singletonRun = 0;
        TermMetadata previous = new() { SingletonDocId = -1 };
        foreach (ref readonly PendingEntry entry in entries)
        {
            int suffixLength = entry.BytesLength - prefixLength;
            _suffixes.Add(pool.Slice(entry.BytesStart + prefixLength, suffixLength));
            if (entry.IsBlock)
            {
                _lengths.AddVInt32((suffixLength << 1) | 1);
                _lengths.AddVInt64(start - entry.BlockFilePointer);
                continue;
            }

            _lengths.AddVInt32(isLeaf ? suffixLength : suffixLength << 1);
            if (entry.Metadata.DocFreq == 1 && entry.Metadata.TotalTermFreq == 1)
            {
                singletonRun++;
            }
            else
            {
                FlushRun(ref singletonRun);
                _stats.AddVInt32(entry.Metadata.DocFreq << 1);
                if (field.HasFreqs)
                {
                    _stats.AddVInt64(entry.Metadata.TotalTermFreq - entry.Metadata.DocFreq);
                }
            }

            AddMetadata(field, entry.Metadata, previous);
            previous = entry.Metadata;
        }

        FlushRun(ref singletonRun);
    }

    private void FlushRun(ref int run)
    {
        if (run > 0)
        {
            _stats.AddVInt32(((run - 1) << 1) | 1);
            run = 0;
        }
    }

    private void AddMetadata(FieldInfo field, in TermMetadata term, in TermMetadata previous)
    {
        if (term.SingletonDocId >= 0 && previous.SingletonDocId >= 0 && term.DocStart == previous.DocStart)
        {
            // Singletons write nothing to .doc, so the pointer stands still and the doc id difference takes its place.
            long delta = (long)term.SingletonDocId - previous.SingletonDocId;
            _metadata.AddVInt64((((delta << 1) ^ (delta >> 63)) << 1) | 1);
        }
        else
        {
            _metadata.AddVInt64((term.DocStart - previous.DocStart) << 1);
            if (term.SingletonDocId >= 0)
            {
                _metadata.AddVInt32(term.SingletonDocId);
            }
        }

        if (field.HasPositions)
        {
            _metadata.AddVInt64(term.PosStart - previous.PosStart);
            if (field.HasPayloads || field.HasOffsets)
            {
                _metadata.AddVInt64(term.PayStart - previous.PayStart);
            }

            if (term.LastPosBlockOffset >= 0)
            {
                _metadata.AddVInt64(term.LastPosBlockOffset);
            }
        }

        if (term.SkipOffset >= 0)
        {
            _metadata.AddVInt64(term.SkipOffset);
        }
    }

    private void WriteSuffixes(int entries, int prefixLength, bool isLeaf)
    {
        SuffixCompression compression = Compress(entries, prefixLength);
        output.WriteVInt64(((long)_suffixes.Count << 3) | (isLeaf ? 4L : 0) | (long)compression);
        output.WriteBytes(compression == SuffixCompression.None ? _suffixes.Written : _compressed.Written);
    }

    private SuffixCompression Compress(int entries, int prefixLength)
    {
        ReadOnlySpan<byte> suffixes = _suffixes.Written;
        if (prefixLength < MinPrefixLengthForCompression || suffixes.Length <= MinSuffixBytesPerEntry * (long)entries)
        {
            return SuffixCompression.None;
        }

        _compressed.Clear();
        if (suffixes.Length > MinSuffixBytesPerEntryForLz4 * (long)entries)
        {
            _lz4.Compress(suffixes, _compressed);
            if (_compressed.Count < suffixes.Length - (suffixes.Length >>> 2))
            {
                return SuffixCompression.Lz4;
            }

            _compressed.Clear();
        }

        return LowercaseAscii.TryCompress(suffixes, _compressed)
            ? SuffixCompression.LowercaseAscii
            : SuffixCompression.None;
    }

    private void WriteLengths()
    {
        ReadOnlySpan<byte> lengths = _lengths.Written;
        if (!lengths.ContainsAnyExcept(lengths[0]))
        {
            output.WriteVInt32((lengths.Length << 1) | 1);
            output.WriteByte(lengths[0]);
        }
        else
        {
            output.WriteVInt32(lengths.Length << 1);
            output.WriteBytes(lengths);
        }
    }
}
