using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace ScoSearch.Lucene.Store;

/// <summary>Appends bytes to a new file and keeps their CRC-32. Fixed-width integers are big-endian.</summary>
/// <remarks>Buffered; disposing flushes and closes. Not thread-safe: one thread writes one file.</remarks>
public abstract class IndexOutput : IDisposable
{
    private readonly byte[] _buffer;
    private int _buffered;
    private long _flushed;
    private uint _crc;
    private bool _disposed;

    /// <summary>Creates an output with a buffer of that many bytes.</summary>
    protected IndexOutput(string name, int bufferSize)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bufferSize, 16);
        Name = name;
        _buffer = new byte[bufferSize];
    }

    /// <summary>Name of the file, for messages.</summary>
    public string Name { get; }

    /// <summary>Number of bytes written so far = offset of the next byte.</summary>
    public long Position => _flushed + _buffered;

    /// <summary>CRC-32 (zlib polynomial) of all bytes written so far.</summary>
    public uint Checksum
    {
        get
        {
            FlushBuffer();
            return _crc;
        }
    }

    /// <summary>Writes one byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteByte(byte value)
    {
        if (_buffered == _buffer.Length)
        {
            FlushBuffer();
        }

        _buffer[_buffered++] = value;
    }

    /// <summary>Writes bytes.</summary>
    public void WriteBytes(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length <= _buffer.Length - _buffered)
        {
            bytes.CopyTo(_buffer.AsSpan(_buffered));
            _buffered += bytes.Length;
            return;
        }

        FlushBuffer();
        if (bytes.Length >= _buffer.Length)
        {
            AppendCounted(bytes);
        }
        else
        {
            bytes.CopyTo(_buffer);
            _buffered = bytes.Length;
        }
    }

    /// <summary>Writes a 16-bit integer.</summary>
    public void WriteInt16(short value) => BinaryPrimitives.WriteInt16BigEndian(Reserve(2), value);

    /// <summary>Writes a 32-bit integer.</summary>
    public void WriteInt32(int value) => BinaryPrimitives.WriteInt32BigEndian(Reserve(4), value);

    /// <summary>Writes a 64-bit integer.</summary>
    public void WriteInt64(long value) => BinaryPrimitives.WriteInt64BigEndian(Reserve(8), value);

    /// <summary>Writes 1 to 5 bytes; a negative value takes 5.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void WriteVInt32(int value)
    {
        uint rest = (uint)value;
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    /// <summary>Writes 1 to 9 bytes.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is negative.</exception>
    public void WriteVInt64(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        WriteVUInt64((ulong)value);
    }

    /// <summary>Writes a zig-zag coded 32-bit integer.</summary>
    public void WriteZInt32(int value) => WriteVInt32((value << 1) ^ (value >> 31));

    /// <summary>Writes a zig-zag coded 64-bit integer of 1 to 10 bytes.</summary>
    public void WriteZInt64(long value) => WriteVUInt64((ulong)((value << 1) ^ (value >> 63)));

    /// <summary>Writes the byte length and the UTF-8 bytes; a lone surrogate becomes U+FFFD.</summary>
    public void WriteString(string value)
    {
        int length = Encoding.UTF8.GetByteCount(value);
        WriteVInt32(length);
        if (length <= 256)
        {
            Span<byte> small = stackalloc byte[256];
            WriteBytes(small[..Encoding.UTF8.GetBytes(value, small)]);
        }
        else
        {
            WriteBytes(Encoding.UTF8.GetBytes(value));
        }
    }

    /// <summary>Writes a map of strings, keys in ordinal order so that equal maps give equal bytes.</summary>
    public void WriteStringMap(IReadOnlyDictionary<string, string> map)
    {
        WriteVInt32(map.Count);
        foreach (string key in map.Keys.Order(StringComparer.Ordinal))
        {
            WriteString(key);
            WriteString(map[key]);
        }
    }

    /// <summary>Writes a set of strings in ordinal order.</summary>
    public void WriteStringSet(IReadOnlyCollection<string> set)
    {
        WriteVInt32(set.Count);
        foreach (string item in set.Order(StringComparer.Ordinal))
        {
            WriteString(item);
        }
    }

    /// <summary>Copies the rest of an input, or <paramref name="count"/> bytes of it.</summary>
    public void CopyBytes(IndexInput input, long count)
    {
        const int Step = 1 << 20;
        for (long rest = count; rest > 0;)
        {
            int step = (int)Math.Min(rest, Step);
            WriteBytes(input.ReadSpan(step));
            rest -= step;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            Dispose(true);
        }

        GC.SuppressFinalize(this);
    }

    /// <summary>Writes bytes to the file itself.</summary>
    protected abstract void Append(ReadOnlySpan<byte> bytes);

    /// <summary>Flushes and closes the file; called once. Implementations close also when flushing fails.</summary>
    protected abstract void Dispose(bool disposing);

    /// <summary>Hands buffered bytes to <see cref="Append"/>.</summary>
    protected void FlushBuffer()
    {
        if (_buffered > 0)
        {
            int count = _buffered;
            _buffered = 0;
            AppendCounted(_buffer.AsSpan(0, count));
        }
    }

    private void WriteVUInt64(ulong rest)
    {
        while (rest >= 0x80)
        {
            WriteByte((byte)(rest | 0x80));
            rest >>= 7;
        }

        WriteByte((byte)rest);
    }

    private Span<byte> Reserve(int count)
    {
        if (_buffer.Length - _buffered < count)
        {
            FlushBuffer();
        }

        Span<byte> span = _buffer.AsSpan(_buffered, count);
        _buffered += count;
        return span;
    }

    private void AppendCounted(ReadOnlySpan<byte> bytes)
    {
        _crc = Crc32.Append(_crc, bytes);
        _flushed += bytes.Length;
        Append(bytes);
    }
}
