using System.Buffers.Binary;

namespace ScoSearch.Lucene.Store;

/// <summary>CRC-32 of the zlib polynomial 0xEDB88320 (reflected, initial and final complement).</summary>
/// <remarks>
/// Slicing by eight: eight table look-ups advance the sum by eight bytes at once (Kounavis and Berry, "A Systematic
/// Approach to Building High Performance Software-based CRC Generators", 2005).
/// </remarks>
internal static class Crc32
{
    private static readonly uint[] Table = BuildTable();

    /// <summary>Extends a checksum (0 for none yet) by more bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint[] table = Table;
        uint state = ~crc;
        while (bytes.Length >= 8)
        {
            uint low = BinaryPrimitives.ReadUInt32LittleEndian(bytes) ^ state;
            uint high = BinaryPrimitives.ReadUInt32LittleEndian(bytes[4..]);
            state = table[0x700 + (low & 0xFF)] ^ table[0x600 + ((low >> 8) & 0xFF)]
                ^ table[0x500 + ((low >> 16) & 0xFF)] ^ table[0x400 + (low >> 24)]
                ^ table[0x300 + (high & 0xFF)] ^ table[0x200 + ((high >> 8) & 0xFF)]
                ^ table[0x100 + ((high >> 16) & 0xFF)] ^ table[high >> 24];
            bytes = bytes[8..];
        }

        foreach (byte b in bytes)
        {
            state = table[(state ^ b) & 0xFF] ^ (state >> 8);
        }

        return ~state;
    }

    // Row r, column b: the effect of byte b followed by r zero bytes.
    private static uint[] BuildTable()
    {
        uint[] table = new uint[8 * 256];
        for (uint b = 0; b < 256; b++)
        {
            uint value = b;
            for (int bit = 0; bit < 8; bit++)
            {
                value = (value & 1) != 0 ? (value >> 1) ^ 0xEDB88320 : value >> 1;
            }

            table[b] = value;
        }

        for (int row = 1; row < 8; row++)
        {
            for (int b = 0; b < 256; b++)
            {
                uint previous = table[((row - 1) * 256) + b];
                table[(row * 256) + b] = table[previous & 0xFF] ^ (previous >> 8);
            }
        }

        return table;
    }
}
