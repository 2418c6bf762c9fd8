using ScoSearch.Lucene.Compression;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <content>Loading and decoding chunks.</content>
internal sealed partial class StoredFieldsReader
{
    // A cursor behind the first two numbers of a chunk, limited to the chunk's bytes.
    private (IndexInput Input, int DocBase, int Documents, bool Sliced) OpenChunk(long chunkIndex, out long restStart)
    {
        long start = _chunkPointers[chunkIndex];
        long end = _chunkPointers[chunkIndex + 1];
        if (start < 0 || end > _maxPointer || start >= end)
        {
            throw _chunkPointers.Corrupt(chunkIndex, $"chunks inside {_data.Name}", $"chunk {chunkIndex} from {start} to {end}");
        }

        IndexInput input = _data.Slice(_data.Name, start, end - start);
        int docBase = input.ReadNonNegativeVInt32("a first doc id");
        restStart = input.Position;
        int token = input.ReadVInt32();
        int documents = (int)((uint)token >> 1);
        long first = _chunkDocs[chunkIndex];
        long next = _chunkDocs[chunkIndex + 1];
        return documents > 0 && documents <= MaxDoc - docBase && docBase == first && documents == next - first
            ? (input, docBase, documents, (token & 1) != 0)
            : throw input.Corrupt(restStart, $"documents {first} to {next}", $"{documents} from {docBase}");
    }

    private StoredChunk Load(int docId)
    {
        long chunkIndex = _chunkDocs.FindLastAtMost(docId);
        if (chunkIndex < 0 || chunkIndex >= ChunkCount)
        {
            throw _chunkDocs.Corrupt(0, $"a chunk with document {docId}", "none");
        }

        (IndexInput input, int docBase, int documents, bool sliced) = OpenChunk(chunkIndex, out long restStart);
        if (docId - docBase >= documents)
        {
            throw input.Corrupt(restStart, $"a chunk with document {docId}", $"{documents} documents from {docBase}");
        }

        StoredChunk chunk = StoredChunkCache.TakeOldest();
        chunk.Reset(docBase, documents);
        chunk.FileOffset = _chunkPointers[chunkIndex];
        StoredInts.Read(input, chunk.FieldCounts, "a number of fields");
        ReadOffsets(input, chunk);
        int total = chunk.Offsets[^1];
        if (total > (input.Length - input.Position) * MaxCompressionRatio)
        {
            throw input.Corrupt(restStart, "documents that can be so short compressed", $"{total} bytes");
        }

        chunk.SetLength(total);
        int step = sliced ? ChunkSize : int.MaxValue;
        for (long start = 0; start < total; start += step)
        {
            StoredUnitLayout.Read(input, chunk, (int)start, (int)Math.Min(step, total - start), Mode);
        }

        chunk.ReaderId = _id;
        return chunk;
    }

    private static void ReadOffsets(IndexInput input, StoredChunk chunk)
    {
        long at = input.Position;
        Span<int> offsets = chunk.Offsets;
        offsets[0] = 0;
        StoredInts.Read(input, offsets[1..], "a document length");
        long end = 0;
        for (int i = 1; i < offsets.Length; i++)
        {
            end += offsets[i];
            if (end > Array.MaxLength)
            {
                throw input.Corrupt(at, $"documents of at most {Array.MaxLength} bytes in a chunk", $"{end}");
            }

            offsets[i] = (int)end;
        }
    }

    private void Decode(StoredChunk chunk, int start, int end)
    {
        Span<StoredPiece> pieces = chunk.Pieces;
        for (int i = 0; i < pieces.Length && pieces[i].Start < end; i++)
        {
            if (pieces[i].Start + pieces[i].Length > start)
            {
                DecodePiece(chunk, i);
            }
        }
    }

    private void DecodePiece(StoredChunk chunk, int index)
    {
        StoredPiece piece = chunk.Pieces[index];
        if (piece.IsDecoded)
        {
            return;
        }

        Span<byte> dictionary = default;
        if (piece.DictionaryIndex >= 0)
        {
            DecodePiece(chunk, piece.DictionaryIndex);
            StoredPiece source = chunk.Pieces[piece.DictionaryIndex];
            dictionary = chunk.Bytes.Slice(source.Start, source.Length);
        }

        long at = chunk.FileOffset + piece.CompressedOffset;
        ReadOnlySpan<byte> compressed = _data.SpanAt(at, piece.CompressedLength);
        Span<byte> output = chunk.Bytes.Slice(piece.Start, piece.Length);
        bool sound = Mode == StoredFieldsMode.BestSpeed
            ? Lz4Decoder.Decompress(compressed, dictionary, output) == compressed.Length
            : (ThreadInflater ??= new Inflater()).TryInflate(compressed, dictionary, output);
        if (!sound)
        {
            throw _data.Corrupt(at, $"{piece.Length} compressed bytes", "a damaged compressed block");
        }

        chunk.Pieces[index] = piece with { IsDecoded = true };
    }
}
