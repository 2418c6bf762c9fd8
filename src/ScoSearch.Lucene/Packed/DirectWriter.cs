using System.Buffers.Binary;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Packed;

/// <summary>Writes fixed-width unsigned values, most significant bit first, followed by three zero bytes.</summary>
/// <remarks>
/// Legal widths are 1 2 4 8 12 16 20 24 28 32 40 48 56 64 bits. The padding lets a reader of any width fetch whole words.
/// Example: 3 0 1 2 3 with 2 bits is <c>c6 c0 00 00 00</c>. Not thread-safe.
/// </remarks>
internal struct DirectWriter
{
    private const int Padding = 3;

    private readonly IndexOutput _output;
    private readonly int _width;

    // Invariant: the _pendingBits most significant bits of _pending are values not yet written; the rest is zero.
    private ulong _pending;
    private int _pendingBits;

    public DirectWriter(IndexOutput output, int width)
    {
        if (!BitWidths.IsDirect(width))
        {
            throw new ArgumentOutOfRangeException(nameof(width), width, "Not a legal width.");
        }

        _output = output;
        _width = width;
    }

    /// <summary>Bytes that <paramref name="count"/> values take, padding included.</summary>
    public static long LengthInBytes(long count, int width) => PackedBits.LengthInBytes(count, width) + Padding;

    /// <summary>Appends a value of at most the writer's width.</summary>
    public void Add(long value)
    {
        int free = 64 - _pendingBits;
        if (_width < free)
        {
            _pending |= (ulong)value << (free - _width);
            _pendingBits += _width;
            return;
        }

        int overflow = _width - free;
        _output.WriteInt64((long)(_pending | ((ulong)value >> overflow)));
        _pending = overflow == 0 ? 0 : (ulong)value << (64 - overflow);
        _pendingBits = overflow;
    }

    /// <summary>Writes what is pending and the padding; call once.</summary>
    public void Finish()
    {
        Span<byte> last = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64BigEndian(last, _pending);
        _output.WriteBytes(last[..((_pendingBits + 7) >> 3)]);
        for (int i = 0; i < Padding; i++)
        {
            _output.WriteByte(0);
        }

        _pendingBits = 0;
    }
}
