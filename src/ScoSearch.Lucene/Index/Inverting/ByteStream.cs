namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Write end of one growing byte stream in a <see cref="BytePool"/>; a default value is an empty
/// stream.</summary>
/// <remarks>
/// A stream is a chain of chunks whose sizes follow from their number in the chain (<see cref="ChunkSize"/>). When a
/// chunk is full, its last four bytes move to the beginning of the next one and make room for that one's address; so
/// only chunks that have a successor spend bytes on a link. Example: 10 bytes written = chunk 0 of 6 bytes (2 of data,
/// 4 of link), chunk 1 of 12 bytes (8 of data, 4 free).
/// </remarks>
internal struct ByteStream
{
    /// <summary>Bytes that the address of the next chunk takes.</summary>
    public const int LinkSize = 4;

    // Free bytes of the last chunk. Invariant: 0 when First is 0.
    private ushort _left;
    private byte _chunk;

    // Half as much again each: most terms of a segment occur once or twice, a few very often, and both shall waste little.
    private static ReadOnlySpan<ushort> Sizes =>
        [6, 12, 20, 32, 48, 72, 108, 160, 240, 360, 540, 800, 1200, 1800, 2700, 4096];

    /// <summary>Address of the first byte, or 0 when nothing was written.</summary>
    public int First { get; private set; }

    /// <summary>Address of the next byte to write.</summary>
    public int Write { get; private set; }

    /// <summary>Bytes of a chunk, link included, by its number in the chain.</summary>
    public static int ChunkSize(int chunk) => Sizes[Math.Min(chunk, Sizes.Length - 1)];

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

    private void WriteByte(BytePool pool, byte value)
    {
        if (_left == 0)
        {
            Grow(pool);
        }

        int at = Write;
        pool.BlockOf(at)[at & BytePool.BlockMask] = value;
        Write = at + 1;
        _left--;
    }

    private void Grow(BytePool pool)
    {
        if (First == 0)
        {
            _left = (ushort)ChunkSize(0);
            First = pool.Allocate(_left);
            Write = First;
            return;
        }

        _chunk = (byte)Math.Min(_chunk + 1, Sizes.Length - 1);
        int size = ChunkSize(_chunk);
        int address = pool.Allocate(size);
        int tail = Write - LinkSize;
        pool.Span(tail, LinkSize).CopyTo(pool.Span(address, LinkSize));
        BitConverter.TryWriteBytes(pool.Span(tail, LinkSize), address);
        Write = address + LinkSize;
        _left = (ushort)(size - LinkSize);
    }
}
