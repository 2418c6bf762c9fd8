using ScoSearch.Lucene.Compression;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Units of mode BEST_SPEED.</summary>
/// <remarks>
/// VInt dictionary length, VInt block length, VInt compressed length of the dictionary and of each block, then the LZ4 blocks.
/// </remarks>
internal sealed class Lz4UnitCompressor : UnitCompressor
{
    // The dictionary is a sixteenth of a block.
    private const int DictionaryShare = 160;

    private readonly Lz4Encoder _encoder = new();
    private readonly int[] _lengths = new int[BlocksPerUnit + 1];
    private byte[] _input = [];
    private byte[] _compressed = [];

    /// <inheritdoc/>
    public override void Compress(ReadOnlySpan<byte> input, IndexOutput output)
    {
        int dictionaryLength = input.Length / DictionaryShare;
        int blockLength = BlockLength(input.Length, dictionaryLength);
        int needed = Lz4Encoder.MaxCompressedLength(input.Length) + (16 * (BlocksPerUnit + 1));
        if (_compressed.Length < needed)
        {
            _compressed = GC.AllocateUninitializedArray<byte>(needed);
            _input = GC.AllocateUninitializedArray<byte>(dictionaryLength + blockLength);
        }

        int written = _encoder.Compress(input[..dictionaryLength], 0, _compressed);
        int parts = 0;
        _lengths[parts++] = written;
        input[..dictionaryLength].CopyTo(_input);
        for (int start = dictionaryLength; start < input.Length; start += blockLength)
        {
            ReadOnlySpan<byte> block = input.Slice(start, Math.Min(blockLength, input.Length - start));
            block.CopyTo(_input.AsSpan(dictionaryLength));
            int length = _encoder.Compress(
                _input.AsSpan(0, dictionaryLength + block.Length), dictionaryLength, _compressed.AsSpan(written));
            _lengths[parts++] = length;
            written += length;
        }

        output.WriteVInt32(dictionaryLength);
        output.WriteVInt32(blockLength);
        foreach (int length in _lengths.AsSpan(0, parts))
        {
            output.WriteVInt32(length);
        }

        output.WriteBytes(_compressed.AsSpan(0, written));
    }
}
