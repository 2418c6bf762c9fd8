namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>A separately compressed part of a chunk: a dictionary or a block.</summary>
/// <param name="Start">First decompressed byte in the chunk.</param>
/// <param name="Length">Decompressed bytes.</param>
/// <param name="CompressedOffset">File pointer of the compressed bytes.</param>
/// <param name="CompressedLength">Number of compressed bytes.</param>
/// <param name="DictionaryIndex">Index of the piece that is this one's dictionary, or -1.</param>
/// <param name="IsDecoded">True when the chunk's bytes hold the piece.</param>
internal readonly record struct StoredPiece(
    int Start, int Length, long CompressedOffset, int CompressedLength, int DictionaryIndex, bool IsDecoded = false);
