namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Bytes that the buffers of one in-memory segment hold. Written by one thread, read by any.</summary>
internal sealed class RamCounter
{
    private long _bytes;

    public long Bytes => Volatile.Read(ref _bytes);

    public void Add(long bytes) => Volatile.Write(ref _bytes, _bytes + bytes);
}
