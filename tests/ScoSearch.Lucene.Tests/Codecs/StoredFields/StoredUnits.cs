using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Compression;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Tests.Codecs.StoredFields;

/// <summary>Decompresses one unit completely, piece after piece.</summary>
internal static class StoredUnits
{
    public static byte[] Decompress(byte[] unit, int length, StoredFieldsMode mode)
    {
        using ByteBuffersDirectory directory = new();
        HexFiles.Add(directory, "x", unit);
        IndexInput input = directory.OpenInput("x");
        StoredChunk chunk = new();
        chunk.Reset(0, 1);
        chunk.SetLength(length);
        StoredUnitLayout.Read(input, chunk, 0, length, mode);
        Assert.Equal(input.Length, input.Position);
        byte[] result = new byte[length];
        foreach (StoredPiece piece in chunk.Pieces)
        {
            Span<byte> dictionary = piece.DictionaryIndex < 0
                ? default
                : result.AsSpan(chunk.Pieces[piece.DictionaryIndex].Start, chunk.Pieces[piece.DictionaryIndex].Length);
            ReadOnlySpan<byte> compressed = input.SpanAt(piece.CompressedOffset, piece.CompressedLength);
            Span<byte> target = result.AsSpan(piece.Start, piece.Length);
            Assert.True(mode == StoredFieldsMode.BestSpeed
                ? Lz4Decoder.Decompress(compressed, dictionary, target) == compressed.Length
                : new Inflater().TryInflate(compressed, dictionary, target));
        }

        return result;
    }
}
