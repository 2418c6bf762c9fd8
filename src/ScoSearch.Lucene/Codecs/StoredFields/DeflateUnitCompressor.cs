using System.IO;
using System.IO.Compression;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Units of mode BEST_COMPRESSION.</summary>
/// <remarks>
/// VInt dictionary length, VInt block length; then for the dictionary and each block VInt compressed length and a raw DEFLATE
/// stream. The base library offers no preset dictionary. The same effect: compress the dictionary, flush to a byte boundary,
/// and go on with the block; what comes out after the flush is a complete stream that may refer to the dictionary.
/// </remarks>
internal sealed class DeflateUnitCompressor : UnitCompressor
{
    // The dictionary is a sixth of a block.
    private const int DictionaryShare = 60;

    private static readonly ZLibCompressionOptions Options = new() { CompressionLevel = 6 };

    /// <inheritdoc/>
    public override void Compress(ReadOnlySpan<byte> input, IndexOutput output)
    {
        int dictionaryLength = input.Length / DictionaryShare;
        int blockLength = BlockLength(input.Length, dictionaryLength);
        ReadOnlySpan<byte> dictionary = input[..dictionaryLength];
        output.WriteVInt32(dictionaryLength);
        output.WriteVInt32(blockLength);
        WriteStream(default, dictionary, output);
        for (int start = dictionaryLength; start < input.Length; start += blockLength)
        {
            WriteStream(dictionary, input.Slice(start, Math.Min(blockLength, input.Length - start)), output);
        }
    }

    private static void WriteStream(ReadOnlySpan<byte> dictionary, ReadOnlySpan<byte> data, IndexOutput output)
    {
        if (data.IsEmpty)
        {
            output.WriteVInt32(0);
            return;
        }

        using MemoryStream compressed = new(capacity: (data.Length / 2) + 64);
        long start = 0;
        using (DeflateStream deflate = new(compressed, Options, leaveOpen: true))
        {
            if (!dictionary.IsEmpty)
            {
                deflate.Write(dictionary);
                deflate.Flush();
                start = compressed.Length;
            }

            deflate.Write(data);
        }

        ReadOnlySpan<byte> stream = compressed.GetBuffer().AsSpan((int)start, (int)(compressed.Length - start));
        output.WriteVInt32(stream.Length);
        output.WriteBytes(stream);
    }
}
