using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Growing byte array that is filled from the front and reused. Not thread-safe.</summary>
internal sealed class ByteBuffer
{
    private byte[] _bytes;
    private int _count;

    public ByteBuffer(int capacity = 64) => _bytes = new byte[capacity];

    public int Count => _count;

    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _count);

    public void Clear() => _count = 0;

    /// <summary>Drops everything from <paramref name="count"/> on.</summary>
    public void Truncate(int count)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)count, (uint)_count);
        _count = count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(byte value)
    {
        if (_count == _bytes.Length)
        {
            Grow(1);
        }

        _bytes[_count++] = value;
    }

    public void Add(scoped ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > _bytes.Length - _count)
        {
            Grow(bytes.Length);
        }

        bytes.CopyTo(_bytes.AsSpan(_count));
        _count += bytes.Length;
    }

    /// <summary>Room for <paramref name="count"/> more bytes, to be filled by the caller.</summary>
    public Span<byte> Append(int count)
    {
        if (count > _bytes.Length - _count)
        {
            Grow(count);
        }

        Span<byte> room = _bytes.AsSpan(_count, count);
        _count += count;
        return room;
    }

    public void AddVInt32(int value) => AddVInt64((uint)value);

    public void AddVInt64(long value)
    {
        ulong rest = (ulong)value;
        while (rest >= 0x80)
        {
            Add((byte)(rest | 0x80));
            rest >>= 7;
        }

        Add((byte)rest);
    }

    public void AddZInt64(long value) => AddVInt64((value << 1) ^ (value >> 63));

    /// <summary>Reverses the order of the bytes from <paramref name="start"/> on.</summary>
    public void ReverseFrom(int start) => _bytes.AsSpan(start, _count - start).Reverse();

    private void Grow(int needed)
    {
        int capacity = (int)Math.Min(Array.MaxLength, Math.Max((long)_count + needed, 2L * _bytes.Length));
        Array.Resize(ref _bytes, capacity);
    }
}
