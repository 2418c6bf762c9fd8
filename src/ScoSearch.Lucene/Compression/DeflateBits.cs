using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Compression;

/// <summary>The bit order of DEFLATE: least significant bit of each byte first. Behind the end zeros are read.</summary>
internal ref struct DeflateBits(ReadOnlySpan<byte> source)
{
    private readonly ReadOnlySpan<byte> _source = source;

    // Invariant: the low _available bits of _bits are the next ones; _next is the first byte not yet taken in.
    private ulong _bits;
    private int _available;
    private int _next;

    /// <summary>True when more bits were taken than there are.</summary>
    public readonly bool IsExhausted => _available < 0;

    /// <summary>Looks at the next bits, at most 15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Peek(int count)
    {
        if (_available < count)
        {
            Refill();
        }

        return (int)_bits & ((1 << count) - 1);
    }

    /// <summary>Takes bits that were looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Skip(int count)
    {
        _bits >>= count;
        _available -= count;
    }

    /// <summary>Takes the next bits, at most 15.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Take(int count)
    {
        int value = Peek(count);
        Skip(count);
        return value;
    }

    /// <summary>Goes to the next byte boundary and takes whole bytes; fewer when the source ends.</summary>
    public ReadOnlySpan<byte> TakeBytes(int count)
    {
        if (_available < 0)
        {
            return default;
        }

        // Bytes taken in but not used yet are given back.
        int start = _next - (_available >> 3);
        int taken = Math.Min(count, _source.Length - start);
        _next = start + taken;
        _bits = 0;
        _available = 0;
        return _source.Slice(start, taken);
    }

    private void Refill()
    {
        if (_available < 0)
        {
            return;
        }

        if (_source.Length - _next >= sizeof(ulong))
        {
            _bits |= BinaryPrimitives.ReadUInt64LittleEndian(_source[_next..]) << _available;
            int bytes = (63 - _available) >> 3;
            _next += bytes;
            _available += bytes * 8;
            // Bits above _available may already be filled from the next byte; the next refill sets them to the same.
            return;
        }

        while (_available <= 56 && _next < _source.Length)
        {
            _bits |= (ulong)_source[_next++] << _available;
            _available += 8;
        }
    }
}
