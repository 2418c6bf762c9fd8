using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Finds the pieces of a compressed unit without decompressing them.</summary>
internal static class StoredUnitLayout
{
    /// <summary>Adds the pieces of one unit to the chunk and moves the input behind the unit.</summary>
    /// <param name="input">The .fdt file at the unit's start.</param>
    /// <param name="chunk">Gets the pieces.</param>
    /// <param name="start">First decompressed byte of the unit in the chunk.</param>
    /// <param name="length">Decompressed bytes of the unit.</param>
    /// <param name="mode">Kind of the unit.</param>
    public static void Read(IndexInput input, StoredChunk chunk, int start, int length, StoredFieldsMode mode)
    {
        long at = input.Position;
        int dictionaryLength = input.ReadNonNegativeVInt32("a dictionary length");
        int blockLength = input.ReadNonNegativeVInt32("a block length");
        if (dictionaryLength > length || (blockLength == 0 && length > dictionaryLength))
        {
            throw input.Corrupt(
                at, $"a dictionary and blocks of {length} bytes", $"{dictionaryLength} bytes and blocks of {blockLength}");
        }

        // Each block takes at least one byte, which bounds their number by the file's length.
        long blocks = blockLength == 0 ? 0 : ((long)length - dictionaryLength + blockLength - 1) / blockLength;
        if (blocks > input.Length - input.Position)
        {
            throw input.Corrupt(at, "blocks that fit into the file", $"{blocks} blocks");
        }

        if (mode == StoredFieldsMode.BestSpeed)
        {
            ReadLz4(input, chunk, start, length, dictionaryLength, blockLength, (int)blocks);
        }
        else
        {
            ReadDeflate(input, chunk, start, length, dictionaryLength, blockLength);
        }
    }

    // All lengths stand in front of all data.
    private static void ReadLz4(
        IndexInput input, StoredChunk chunk, int start, int length, int dictionaryLength, int blockLength, int blocks)
    {
        IndexInput lengths = input.Clone();
        for (int i = 0; i <= blocks; i++)
        {
            input.ReadVInt32();
        }

        int dictionaryIndex = AddDictionary(chunk, input, start, dictionaryLength, ReadLength(lengths));
        int end = start + length;
        for (int position = start + dictionaryLength; position < end; position += blockLength)
        {
            AddPiece(chunk, input, position, Math.Min(blockLength, end - position), ReadLength(lengths), dictionaryIndex);
        }
    }

    // Each length stands in front of its data.
    private static void ReadDeflate(
        IndexInput input, StoredChunk chunk, int start, int length, int dictionaryLength, int blockLength)
    {
        int dictionaryIndex = AddDictionary(chunk, input, start, dictionaryLength, ReadLength(input));
        int end = start + length;
        for (int position = start + dictionaryLength; position < end; position += blockLength)
        {
            AddPiece(chunk, input, position, Math.Min(blockLength, end - position), ReadLength(input), dictionaryIndex);
        }
    }

    private static int ReadLength(IndexInput input) => input.ReadNonNegativeVInt32("a compressed length");

    private static int AddDictionary(StoredChunk chunk, IndexInput input, int start, int length, int compressedLength)
    {
        if (length == 0)
        {
            input.Skip(compressedLength);
            return -1;
        }

        AddPiece(chunk, input, start, length, compressedLength, dictionaryIndex: -1);
        return chunk.PieceCount - 1;
    }

    private static void AddPiece(
        StoredChunk chunk, IndexInput input, int start, int length, int compressedLength, int dictionaryIndex)
    {
        chunk.AddPiece(new StoredPiece(start, length, input.Position, compressedLength, dictionaryIndex));
        input.Skip(compressedLength);
    }
}
