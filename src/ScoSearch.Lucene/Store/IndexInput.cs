using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace ScoSearch.Lucene.Store;

/// <summary>Cursor over the bytes of an open file or a slice of one. Fixed-width integers are big-endian.</summary>
/// <remarks>
/// Every read is checked against the end of the slice and fails with <see cref="CorruptIndexException"/>; nothing is
/// copied unless the caller asks for it. Not thread-safe: take a <see cref="Clone"/> per thread, which costs one small object.
/// </remarks>
public sealed unsafe class IndexInput
{
    private readonly ByteRegion _region;
    private readonly byte* _start;

    // Where this slice begins in the file named Name, for error messages only.
    private readonly long _fileOffset;

    // Invariant: 0 <= _position <= Length; _start[0.._length] lies inside _region.
    private long _position;

    internal IndexInput(string name, ByteRegion region)
        : this(name, region, region.Start, region.Length, 0)
    {
    }

    private IndexInput(string name, ByteRegion region, byte* start, long length, long fileOffset)
    {
        Name = name;
        _region = region;
        _start = start;
        Length = length;
        _fileOffset = fileOffset;
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>Number of bytes in this file or slice.</summary>
    public long Length { get; }

    /// <summary>Offset of the next byte to read, from 0 to <see cref="Length"/>.</summary>
    public long Position => _position;

    /// <summary>A cursor of its own over the same bytes, at the same position.</summary>
    public IndexInput Clone() => new(Name, _region, _start, Length, _fileOffset) { _position = _position };

    /// <summary>A cursor over <paramref name="length"/> bytes from <paramref name="offset"/>, positioned at 0.</summary>
    /// <exception cref="CorruptIndexException">The slice is not inside this input.</exception>
    public IndexInput Slice(string name, long offset, long length)
    {
        if (offset < 0 || length < 0 || offset > Length - length)
        {
            throw Corrupt(offset, $"a slice of {length} bytes", $"{Length} bytes in all");
        }

        // Safety: the bounds were checked above.
        return new IndexInput(name, _region, _start + offset, length, _fileOffset + offset);
    }

    /// <summary>Moves to an absolute offset.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Seek(long position)
    {
        if ((ulong)position > (ulong)Length)
        {
            ThrowSeek(position);
        }

        _position = position;
    }

    /// <summary>Moves forward by <paramref name="count"/> bytes.</summary>
    public void Skip(long count) => Seek(_position + count);

    /// <summary>Reads one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        if (_position >= Length)
        {
            ThrowEnd(1);
        }

        // Safety: _position < Length was checked.
        return _start[_position++];
    }

    /// <summary>The next <paramref name="count"/> bytes without copying; valid while this input is reachable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> ReadSpan(int count)
    {
        if ((uint)count > (ulong)(Length - _position))
        {
            ThrowEnd(count);
        }

        // Safety: count bytes from _position are inside the slice; a negative count became a huge uint and was refused.
        ReadOnlySpan<byte> span = new(_start + _position, count);
        _position += count;
        return span;
    }

    /// <summary>Bytes at an absolute offset without moving; valid while this input is reachable.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ReadOnlySpan<byte> SpanAt(long offset, int count)
    {
        if ((ulong)offset > (ulong)Length || (uint)count > (ulong)(Length - offset))
        {
            ThrowSpan(offset, count);
        }

        // Safety: checked above.
        return new ReadOnlySpan<byte>(_start + offset, count);
    }

    /// <summary>The 64-bit integer at an absolute offset; does not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal long GetInt64(long offset)
    {
        if ((ulong)offset > (ulong)(Length - sizeof(long)) || Length < sizeof(long))
        {
            ThrowSpan(offset, sizeof(long));
        }

        // Safety: eight bytes from offset are inside the slice.
        long value = Unsafe.ReadUnaligned<long>(_start + offset);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>The 16-bit unsigned integer at an absolute offset; does not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int GetUInt16(long offset)
    {
        if ((ulong)offset > (ulong)(Length - sizeof(ushort)) || Length < sizeof(ushort))
        {
            ThrowSpan(offset, sizeof(ushort));
        }

        // Safety: two bytes from offset are inside the slice.
        ushort value = Unsafe.ReadUnaligned<ushort>(_start + offset);
        return BitConverter.IsLittleEndian ? BinaryPrimitives.ReverseEndianness(value) : value;
    }

    /// <summary>The byte at an absolute offset; does not move.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal byte GetByte(long offset)
    {
        if ((ulong)offset >= (ulong)Length)
        {
            ThrowSpan(offset, 1);
        }

        // Safety: offset was checked.
        return _start[offset];
    }

    /// <summary>Copies the next bytes into <paramref name="destination"/>.</summary>
    public void ReadBytes(Span<byte> destination) => ReadSpan(destination.Length).CopyTo(destination);

    /// <summary>Reads a 16-bit integer.</summary>
    public short ReadInt16() => BinaryPrimitives.ReadInt16BigEndian(ReadSpan(2));

    /// <summary>Reads a 32-bit integer.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32BigEndian(ReadSpan(4));

    /// <summary>Reads a 64-bit integer.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64BigEndian(ReadSpan(8));

    /// <summary>Reads a variable-length 32-bit integer of 1 to 5 bytes; the result may be negative.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int ReadVInt32()
    {
        if (_position < Length)
        {
            // Safety: _position < Length was checked.
            byte b = _start[_position];
            if (b < 0x80)
            {
                _position++;
                return b;
            }
        }

        return ReadLongVInt32();
    }

    /// <summary>Reads a variable-length 32-bit integer that must not be negative.</summary>
    public int ReadNonNegativeVInt32(string what)
    {
        long at = _position;
        int value = ReadVInt32();
        return value >= 0 ? value : throw Corrupt(at, $"{what}, at least 0", value.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    /// <summary>Reads a variable-length 64-bit integer of 1 to 9 bytes, never negative.</summary>
    public long ReadVInt64()
    {
        long value = ReadVInt64Bytes(9);
        return value;
    }

    /// <summary>Reads a zig-zag coded 32-bit integer.</summary>
    public int ReadZInt32()
    {
        int z = ReadVInt32();
        return (int)((uint)z >> 1) ^ -(z & 1);
    }

    /// <summary>Reads a zig-zag coded 64-bit integer of 1 to 10 bytes.</summary>
    public long ReadZInt64()
    {
        long z = ReadVInt64Bytes(10);
        return (long)((ulong)z >> 1) ^ -(z & 1);
    }

    /// <summary>Reads a byte length and that many bytes of UTF-8.</summary>
    public string ReadString()
    {
        int length = ReadNonNegativeVInt32("a string length");
        return Encoding.UTF8.GetString(ReadSpan(length));
    }

    /// <summary>Reads a map of strings.</summary>
    public Dictionary<string, string> ReadStringMap()
    {
        int count = ReadCount("map entries", bytesPerItem: 2);
        Dictionary<string, string> map = new(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            string key = ReadString();
            map[key] = ReadString();
        }

        return map;
    }

    /// <summary>Reads a set of strings.</summary>
    public HashSet<string> ReadStringSet()
    {
        int count = ReadCount("set entries", bytesPerItem: 1);
        HashSet<string> set = new(count, StringComparer.Ordinal);
        for (int i = 0; i < count; i++)
        {
            set.Add(ReadString());
        }

        return set;
    }

    /// <summary>Reads a variable-length count and checks that that many items can follow at all.</summary>
    /// <param name="what">Name of the items, for the message.</param>
    /// <param name="bytesPerItem">Fewest bytes an item takes, at least 1: bounds the allocation by the file's length.</param>
    public int ReadCount(string what, int bytesPerItem)
    {
        long at = _position;
        int count = ReadVInt32();
        if (count < 0 || (long)count * bytesPerItem > Length - _position)
        {
            throw Corrupt(at, $"a number of {what} that fits into the remaining {Length - _position} bytes", $"{count}");
        }

        return count;
    }

    /// <summary>A damage report for a place in this input; <paramref name="position"/> is relative to this slice.</summary>
    public CorruptIndexException Corrupt(long position, string expected, string found) =>
        new(Name, _fileOffset + position, expected, found);

    private int ReadLongVInt32()
    {
        // 7 bits per byte, so 32 bits fit in 5 bytes. A sixth byte means a damaged file, not a larger number.
        long at = _position;
        uint value = 0;
        for (int shift = 0; shift < 35; shift += 7)
        {
            byte b = ReadByte();
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80)
            {
                return (int)value;
            }
        }

        throw Corrupt(at, "a variable-length integer of at most 5 bytes", "a sixth byte");
    }

    private long ReadVInt64Bytes(int maxBytes)
    {
        long at = _position;
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

        throw Corrupt(at, $"a variable-length integer of at most {maxBytes} bytes", "a longer one");
    }

    private void ThrowEnd(long wanted) =>
        throw Corrupt(_position, $"{wanted} more bytes", $"the end after {Length - _position}");

    private void ThrowSeek(long position) => throw Corrupt(position, $"an offset from 0 to {Length}", $"{position}");

    private void ThrowSpan(long offset, int count) =>
        throw Corrupt(offset, $"{count} bytes", $"{Length} bytes in all");
}
