namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Write end of one growing byte stream in a <see cref="BytePool"/>; a default value is an empty
/// stream.</summary>
/// <remarks>
/// A stream is a chain of chunks whose sizes follow from their number in the chain (<see cref="ChunkSize"/>). The last
/// four bytes of a full chunk hold the
/// address of the next one. Example: 10 bytes written = chunk 0 of 8 bytes (4 of data, 4 of link), chunk 1 of 16 bytes
/// (6 of 12 used).
/// </remarks>
internal struct ByteStream
{
    private const int LinkSize = 4;

    // Chunk sizes 8, 16, 32 ... 4096: most terms of a segment occur once or twice, a few very often.
    private const int FirstChunkShift = 3;
    private const int LastChunk = 9;

    // Invariant: First == 0 for an empty stream; otherwise Write
    // <= _end, and _end + LinkSize is the end of the current chunk.
    private int _end;
    private byte _chunk;

    /// <summary>Address of the first byte, or 0 when nothing was written.</summary>
    public int First { get; private set; }

    /// <summary>Address of the next byte to write.</summary>
    public int Write { get; private set; }

    /// <summary>Bytes of data in a chunk, by its number in the chain.</summary>
    public static int DataSize(int chunk) => ChunkSize(chunk) - LinkSize;

    /// <summary>Appends a 32-bit integer in 1 to 5 bytes.</summary>
    public void WriteVInt(BytePool pool, uint value)
    {
        while (value >= 0x80)
        {
            WriteByte(pool, (byte)(value | 0x80));
            value >>= 7;
        }

        WriteByte(pool, (byte)value);
    }

    private static int ChunkSize(int chunk) => 1 << (FirstChunkShift + Math.Min(chunk, LastChunk));

    private void WriteByte(BytePool pool, byte value)
    {
        if (Write == _end)
        {
            Grow(pool);
        }

        int at = Write;
        pool.BlockOf(at)[at & BytePool.BlockMask] = value;
        Write = at + 1;
    }

    private void Grow(BytePool pool)
    {
        int chunk = First == 0 ? 0 : Math.Min(_chunk + 1, LastChunk);
        int size = ChunkSize(chunk);
        int address = pool.Allocate(size);
        if (First == 0)
        {
            First = address;
        }
        else
        {
            BitConverter.TryWriteBytes(pool.Span(_end, LinkSize), address);
        }

        _chunk = (byte)chunk;
        Write = address;
        _end = address + size - LinkSize;
    }
}
