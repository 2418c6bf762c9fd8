namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>The last few chunks a thread has read, whatever segments they are of.</summary>
/// <remarks>
/// Sequential readers find the chunk they left; random readers reuse the arrays. Chunks know their reader by number, so a
/// closed segment is not kept alive. At most <see cref="Capacity"/> chunks of usually 600 kB a thread.
/// </remarks>
internal static class StoredChunkCache
{
    private const int Capacity = 4;

    [ThreadStatic]
    private static StoredChunk[]? ThreadChunks;

    [ThreadStatic]
    private static int NextSlot;

    /// <summary>The chunk that holds a document, or null.</summary>
    public static StoredChunk? Find(long readerId, int docId)
    {
        if (ThreadChunks is StoredChunk[] chunks)
        {
            foreach (StoredChunk chunk in chunks)
            {
                if (chunk.ReaderId == readerId && chunk.Contains(docId))
                {
                    return chunk;
                }
            }
        }

        return null;
    }

    /// <summary>A chunk to load into: the one loaded longest ago, marked as empty.</summary>
    public static StoredChunk TakeOldest()
    {
        StoredChunk[] chunks = ThreadChunks ??= [new(), new(), new(), new()];
        StoredChunk chunk = chunks[NextSlot];
        NextSlot = (NextSlot + 1) % Capacity;
        chunk.ReaderId = 0;
        return chunk;
    }
}
