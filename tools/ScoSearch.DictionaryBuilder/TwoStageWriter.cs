using System.IO;
using System.Runtime.InteropServices;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.DictionaryBuilder;

/// <summary>
/// Writes a value for every code point in two stages: block numbers, then the distinct blocks in order of appearance.
/// </summary>
internal static class TwoStageWriter
{
    /// <summary>Packs one value for each code point.</summary>
    public static byte[] Pack<T>(ReadOnlySpan<T> values, uint magic) where T : unmanaged
    {
        List<byte[]> blocks = [];
        Dictionary<string, ushort> numbers = new(StringComparer.Ordinal);
        ushort[] stages = new ushort[CodePointTable.BlockCount];
        for (int block = 0; block < stages.Length; block++)
        {
            byte[] content = MemoryMarshal.AsBytes(
                values.Slice(block * CodePointTable.BlockSize, CodePointTable.BlockSize)).ToArray();
            string key = Convert.ToHexString(content);
            if (!numbers.TryGetValue(key, out ushort number))
            {
                number = (ushort)blocks.Count;
                numbers.Add(key, number);
                blocks.Add(content);
            }

            stages[block] = number;
        }

        using MemoryStream packed = new();
        using BinaryWriter writer = new(packed);
        writer.Write(magic);
        writer.Write(blocks.Count);
        writer.Write(MemoryMarshal.AsBytes(stages.AsSpan()));
        blocks.ForEach(writer.Write);
        return packed.ToArray();
    }
}
