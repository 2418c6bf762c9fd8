using System.Runtime.CompilerServices;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Reads variable-length integers from a window of a file without moving the file's own cursor.</summary>
/// <remarks>
/// Every read is checked against the end of the window and fails with <see cref="CorruptIndexException"/>. The window
/// may also be bytes derived from the file (decompressed); offsets in messages are then those of the source.
/// </remarks>
internal ref struct SpanReader
{
    private readonly ReadOnlySpan<byte> _bytes;
    private readonly IndexInput _file;
    private readonly long _offset;

    // Invariant: 0 <= _position <= _bytes.Length.
    private int _position;

    /// <summary>A window from <paramref name="offset"/> to the end of the file (at most 2 GB).</summary>
    public SpanReader(IndexInput file, long offset)
        : this(file, offset, file.SpanAt(offset, (int)Math.Clamp(file.Length - offset, 0, int.MaxValue)))
    {
    }

    public SpanReader(IndexInput file, long offset, int length)
        : this(file, offset, file.SpanAt(offset, length))
    {
    }

    public SpanReader(IndexInput file, long offset, ReadOnlySpan<byte> bytes)
    {
        _file = file;
        _offset = offset;
        _bytes = bytes;
    }

    /// <summary>Number of bytes read so far.</summary>
    public readonly int Position => _position;

    /// <summary>Offset of the next byte in the file.</summary>
    public readonly long FilePosition => _offset + _position;

    /// <summary>Number of bytes left.</summary>
    public readonly int Remaining => _bytes.Length - _position;

    /// <summary>The bytes not yet read.</summary>
    public readonly ReadOnlySpan<byte> Rest => _bytes[_position..];

    /// <summary>Moves to a place in the window.</summary>
    public void Seek(int position)
    {
        if ((uint)position > (uint)_bytes.Length)
        {
            ThrowEnd();
        }

        _position = position;
    }

    /// <summary>Moves forward.</summary>
    public void Skip(int count)
    {
        if ((uint)count > (uint)Remaining)
        {
            ThrowEnd();
        }

        _position += count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        int at = _position;
        if ((uint)at >= (uint)_bytes.Length)
        {
            ThrowEnd();
        }

        _position = at + 1;
        return _bytes[at];
    }

    /// <summary>Reads 1 to 5 bytes as an unsigned number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ReadVUInt32()
    {
        int at = _position;
        if ((uint)at < (uint)_bytes.Length)
        {
            byte b = _bytes[at];
            if (b < 0x80)
            {
                _position = at + 1;
                return b;
            }
        }

        return ReadLongVUInt32();
    }

    /// <summary>Reads a number that must fit into a non-negative <see cref="int"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt31()
    {
        uint value = ReadVUInt32();
        if (value > int.MaxValue)
        {
            ThrowRange(value);
        }

        return (int)value;
    }

    /// <summary>Reads 1 to 9 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ReadVInt64()
    {
        int at = _position;
        if ((uint)at < (uint)_bytes.Length)
        {
            byte b = _bytes[at];
            if (b < 0x80)
            {
                _position = at + 1;
                return b;
            }
        }

        return ReadLongVInt64(9);
    }

    /// <summary>Reads a zig-zag coded number of 1 to 10 bytes.</summary>
    public long ReadZInt64()
    {
        long z = ReadLongVInt64(10);
        return (long)((ulong)z >> 1) ^ -(z & 1);
    }

    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (uint)Remaining)
        {
            ThrowEnd();
        }

        ReadOnlySpan<byte> span = _bytes.Slice(_position, count);
        _position += count;
        return span;
    }

    /// <summary>A damage report for the next byte.</summary>
    public readonly CorruptIndexException Corrupt(string expected, string found) =>
        _file.Corrupt(FilePosition, expected, found);

    private uint ReadLongVUInt32()
    {
        // 7 bits per byte, so 32 bits fit in 5 bytes. A sixth byte means a damaged file, not a larger number.
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte b = ReadByte();
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return value;
            }
        }

        throw Corrupt("a variable-length integer of at most 5 bytes", "a sixth byte");
    }

    private long ReadLongVInt64(int maxBytes)
    {
        ulong value = 0;
        for (int i = 0; i < maxBytes; i++)
        {
            byte b = ReadByte();
            value |= (ulong)(b & 0x7F) << (7 * i);
            if (b < 0x80)
            {
                return (long)value;
            }
        }

        throw Corrupt($"a variable-length integer of at most {maxBytes} bytes", "a longer one");
    }

    private readonly void ThrowEnd() => throw Corrupt("more bytes", $"the end of the data after {_bytes.Length} bytes");

    private readonly void ThrowRange(uint value) => throw Corrupt("a number below 2147483648", $"{value}");
}
