using ScoSearch.Lucene.Compression;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>Cursor over one byte string a document in compressed blocks; keeps the current block decompressed.</summary>
/// <remarks>
/// Block: VInt (length of the first value × 2 + 1 when all have that length), otherwise the other lengths as VInts - always
/// for all values a block can have - and one LZ4 block of the concatenated values.
/// </remarks>
internal sealed class CompressedBinaryCursor(DocSetCursor documents, BinaryEntry entry) : BinaryDocValues
{
    private readonly IndexInput _input = entry.Data.Clone();
    private readonly int[] _offsets = new int[(1 << entry.BlockShift) + 1];
    private byte[] _block = [];
    private long _blockNumber = -1;

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
            long number = rank >> entry.BlockShift;
            if (number != _blockNumber)
            {
                Load(number);
            }

            int i = (int)rank & ((1 << entry.BlockShift) - 1);
            return _block.AsSpan(_offsets[i].._offsets[i + 1]);
        }
    }

    /// <inheritdoc/>
    public override int NextDoc() => documents.NextDoc();

    /// <inheritdoc/>
    public override int Advance(int target) => documents.Advance(target);

    /// <inheritdoc/>
    public override bool AdvanceExact(int target) => documents.AdvanceExact(target);

    private void Load(long number)
    {
        _blockNumber = -1;
        if (_block.Length == 0)
        {
            _block = new byte[entry.LargestBlock];
        }

        _input.Seek(entry.Addresses![number]);
        int total = ReadLengths();
        long start = _input.Position;
        long rest = _input.Length - CodecUtil.FooterLength - start;
        ReadOnlySpan<byte> compressed = _input.SpanAt(start, (int)Math.Clamp(rest, 0, Lz4Encoder.MaxCompressedLength(total)));
        if (Lz4Decoder.Decompress(compressed, default, _block.AsSpan(0, total)) < 0)
        {
            throw _input.Corrupt(start, $"{total} compressed bytes", "a damaged compressed block");
        }

        _blockNumber = number;
    }

    // Returns the sum.
    private int ReadLengths()
    {
        long at = _input.Position;
        int token = _input.ReadVInt32();
        bool allEqual = (token & 1) != 0;
        int length = (int)((uint)token >> 1);
        long end = 0;
        for (int i = 0; i < _offsets.Length - 1; i++)
        {
            if (i > 0 && !allEqual)
            {
                length = _input.ReadVInt32();
            }

            end += length;
            if (length < 0 || end > _block.Length)
            {
                throw _input.Corrupt(at, $"values of at most {_block.Length} bytes in a block", $"{end} bytes");
            }

            _offsets[i + 1] = (int)end;
        }

        return (int)end;
    }
}
