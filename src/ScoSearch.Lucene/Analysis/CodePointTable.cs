using System.IO;
using System.Runtime.CompilerServices;

namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// A small number for every Unicode code point, in two stages: a block number for each 256 code points, and the blocks.
/// </summary>
/// <remarks>
/// Equal blocks are stored once, so that the tables of this library take 10 to 30 kB and the Han characters share one
/// block. Lone surrogates are looked up like other code points. Immutable; safe to share between threads.
/// </remarks>
internal sealed class CodePointTable
{
    /// <summary>First bytes of a packed table.</summary>
    public const uint Magic = 0x31544353; // "SCT1"

    /// <summary>Code points of one block.</summary>
    public const int BlockSize = 256;

    /// <summary>Blocks of the whole Unicode range.</summary>
    public const int BlockCount = 0x110000 / BlockSize;

    // Invariant: BlockCount entries, each a multiple of BlockSize below _values.Length.
    private readonly int[] _blockStarts;
    private readonly byte[] _values;

    private CodePointTable(int[] blockStarts, byte[] values)
    {
        _blockStarts = blockStarts;
        _values = values;
    }

    /// <summary>The number of a code point or single UTF-16 unit.</summary>
    public byte this[int codePoint] => _values[_blockStarts[codePoint >> 8] + (codePoint & 0xFF)];

    /// <summary>Reads a packed table that is embedded in this assembly.</summary>
    public static CodePointTable Load(string resourceName)
    {
        using Stream stream = PackedResource.Open(resourceName);
        PackedResource.ReadHeader(stream, Magic, resourceName);
        int distinctBlocks = PackedResource.ReadInt32(stream);
        ushort[] blocks = new ushort[BlockCount];
        PackedResource.Read(stream, ref Unsafe.As<ushort, byte>(ref blocks[0]), sizeof(ushort) * BlockCount); // Safety: whole
        byte[] values = new byte[distinctBlocks * BlockSize];
        stream.ReadExactly(values);
        int[] starts = new int[BlockCount];
        for (int block = 0; block < starts.Length; block++)
        {
            starts[block] = blocks[block] * BlockSize;
        }

        return new CodePointTable(starts, values);
    }
}
