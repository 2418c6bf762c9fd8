using System.Runtime.CompilerServices;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Packed;

/// <summary>Random access to what <see cref="DirectWriter"/> wrote. Immutable and thread-safe.</summary>
/// <remarks>
/// One formula serves all widths: a legal width starts at a bit that is a multiple of 4 (or narrower than a byte and never
/// across one), so the eight bytes from the value's first byte always hold the whole value. The eight bytes may reach
/// behind the packed data; the three padding bytes and the file's footer stand there.
/// </remarks>
internal readonly struct DirectReader
{
    private readonly IndexInput _input;
    private readonly long _offset;
    private readonly int _width;

    /// <param name="input">The file up to its end, footer included.</param>
    /// <param name="offset">Where the packed data starts.</param>
    /// <param name="width">A legal width.</param>
    /// <param name="count">Number of values, to check that the data is inside the file.</param>
    public DirectReader(IndexInput input, long offset, int width, long count)
    {
        if (!BitWidths.IsDirect(width))
        {
            throw input.Corrupt(offset, "a legal number of bits a value", $"{width}");
        }

        if (offset < 0 || count < 0 || count > long.MaxValue / 64
            || offset > input.Length - CodecUtil.FooterLength - DirectWriter.LengthInBytes(count, width))
        {
            throw input.Corrupt(offset, $"{count} values of {width} bits", $"{input.Length} bytes in all");
        }

        _input = input;
        _offset = offset;
        _width = width;
    }

    /// <summary>Offset in the file of the first byte of a value.</summary>
    public long PlaceOf(long index) => _offset + ((index * _width) >> 3);

    /// <summary>The value at an index from 0.</summary>
    /// <exception cref="CorruptIndexException">The value would stand behind the end of the file.</exception>
    public long this[long index]
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            long bit = index * _width;
            ulong word = (ulong)_input.GetInt64(_offset + (bit >> 3));
            return (long)((word << (int)(bit & 7)) >> (64 - _width));
        }
    }
}
