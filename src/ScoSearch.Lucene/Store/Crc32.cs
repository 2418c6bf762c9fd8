using System.Buffers.Binary;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ArmCrc32 = System.Runtime.Intrinsics.Arm.Crc32;

namespace ScoSearch.Lucene.Store;

/// <summary>CRC-32 of the zlib polynomial 0xEDB88320 (reflected, initial and final complement).</summary>
/// <remarks>
/// Three ways to the same number. Tables: eight look-ups advance the sum by eight bytes at once (Kounavis and Berry, "A
/// Systematic Approach to Building High Performance Software-based CRC Generators", 2005). x86: carry-less multiplication
/// folds 64 bytes into the next 64 (Gopal et al., "Fast CRC Computation for Generic Polynomials Using PCLMULQDQ", 2009);
/// what is left goes through the tables. ARM: its own instruction.
/// </remarks>
internal static class Crc32
{
    private const int FoldBytes = 64;

    // Below that the set-up costs more than it saves.
    private const int MinFolded = 2 * FoldBytes;

    private static readonly uint[] Table = BuildTable();

    /// <summary>Extends a checksum (0 for none yet) by more bytes.</summary>
    public static uint Append(uint crc, ReadOnlySpan<byte> bytes)
    {
        uint state = ~crc;
        if (ArmCrc32.Arm64.IsSupported)
        {
            return ~AdvanceArm(state, bytes);
        }

        if (Pclmulqdq.IsSupported && BitConverter.IsLittleEndian && bytes.Length >= MinFolded)
        {
            int folded = bytes.Length & ~15;
            Span<byte> rest = stackalloc byte[16];
            Fold(state, bytes[..folded], rest);
            state = AdvanceByTable(0, rest);
            bytes = bytes[folded..];
        }

        return ~AdvanceByTable(state, bytes);
    }

    /// <summary>The definition by tables; tests compare the fast ways with it.</summary>
    internal static uint AppendByTable(uint crc, ReadOnlySpan<byte> bytes) => ~AdvanceByTable(~crc, bytes);

    private static uint AdvanceByTable(uint state, ReadOnlySpan<byte> bytes)
    {
        uint[] table = Table;
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

        return state;
    }

    private static uint AdvanceArm(uint state, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= 8)
        {
            state = ArmCrc32.Arm64.ComputeCrc32(state, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[8..];
        }

        foreach (byte b in bytes)
        {
            state = ArmCrc32.ComputeCrc32(state, b);
        }

        return state;
    }

    // Reduces a multiple of 16 bytes, at least 64, to 16 bytes that have the same remainder when the state is 0. The factors
    // are x^(d+32) and x^(d-32) modulo the polynomial, bit-reflected, for a distance d of 512 and 128 bits.
    private static void Fold(uint state, ReadOnlySpan<byte> bytes, Span<byte> result)
    {
        Vector128<ulong> by64 = Vector128.Create(0x0154442BD4UL, 0x01C6E41596UL);
        Vector128<ulong> by16 = Vector128.Create(0x01751997D0UL, 0x00CCAA009EUL);
        Vector128<ulong> a = Load(bytes) ^ Vector128.CreateScalar((ulong)state);
        Vector128<ulong> b = Load(bytes[16..]);
        Vector128<ulong> c = Load(bytes[32..]);
        Vector128<ulong> d = Load(bytes[48..]);
        bytes = bytes[FoldBytes..];
        while (bytes.Length >= FoldBytes)
        {
            a = Step(a, by64) ^ Load(bytes);
            b = Step(b, by64) ^ Load(bytes[16..]);
            c = Step(c, by64) ^ Load(bytes[32..]);
            d = Step(d, by64) ^ Load(bytes[48..]);
            bytes = bytes[FoldBytes..];
        }

        a = Step(a, by16) ^ b;
        a = Step(a, by16) ^ c;
        a = Step(a, by16) ^ d;
        while (bytes.Length >= 16)
        {
            a = Step(a, by16) ^ Load(bytes);
            bytes = bytes[16..];
        }

        a.AsByte().CopyTo(result);
    }

    private static Vector128<ulong> Step(Vector128<ulong> value, Vector128<ulong> factors) =>
        Pclmulqdq.CarrylessMultiply(value, factors, 0x00) ^ Pclmulqdq.CarrylessMultiply(value, factors, 0x11);

    private static Vector128<ulong> Load(ReadOnlySpan<byte> bytes) => Vector128.Create(bytes).AsUInt64();

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
