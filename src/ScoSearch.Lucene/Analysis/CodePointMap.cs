using System.IO;
using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Maps every code point to one code point: two stages as <see cref="CodePointTable"/>, with the distance to the image
/// as value.
/// </summary>
/// <remarks>
/// No mapping leads from one UTF-16 unit to two or back, so mapping a text keeps its length. Immutable; thread-safe.
/// </remarks>
internal sealed class CodePointMap
{
    /// <summary>First bytes of a packed map.</summary>
    public const uint Magic = 0x314D4353; // "SCM1"

    private readonly int[] _blockStarts;
    private readonly int[] _distances;

    private CodePointMap(int[] blockStarts, int[] distances)
    {
        _blockStarts = blockStarts;
        _distances = distances;
    }

    /// <summary>The image of a code point or single UTF-16 unit.</summary>
    public int this[int codePoint] =>
        codePoint + _distances[_blockStarts[codePoint >> 8] + (codePoint & (CodePointTable.BlockSize - 1))];

    /// <summary>Reads a packed map that is embedded in this assembly.</summary>
    public static CodePointMap Load(string resourceName)
    {
        using Stream stream = PackedResource.Open(resourceName);
        PackedResource.ReadHeader(stream, Magic, resourceName);
        int distinctBlocks = PackedResource.ReadInt32(stream);

        // Safety: ushort and int have no invalid bit patterns.
        ushort[] blocks = new ushort[CodePointTable.BlockCount];
        stream.ReadExactly(MemoryMarshal.AsBytes(blocks.AsSpan()));
        int[] distances = new int[distinctBlocks * CodePointTable.BlockSize];
        stream.ReadExactly(MemoryMarshal.AsBytes(distances.AsSpan()));
        return new CodePointMap(
            Array.ConvertAll(blocks, static block => block * CodePointTable.BlockSize), distances);
    }

    /// <summary>Maps a text in place; valid surrogate pairs as one code point, lone surrogates as themselves.</summary>
    public void Apply(Span<char> text)
    {
        for (int i = 0; i < text.Length; i++)
        {
            char unit = text[i];
            if (char.IsHighSurrogate(unit) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                int image = this[char.ConvertToUtf32(unit, text[i + 1])] - 0x10000;
                text[i] = (char)(0xD800 + (image >> 10));
                text[++i] = (char)(0xDC00 + (image & 0x3FF));
            }
            else
            {
                text[i] = (char)this[unit];
            }
        }
    }
}
