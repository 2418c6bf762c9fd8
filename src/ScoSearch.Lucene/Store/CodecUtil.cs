using System.Text;

namespace ScoSearch.Lucene.Store;

/// <summary>Headers and footers that every index file begins and ends with.</summary>
/// <remarks>
/// Header: i32 magic 0x3FD76C17, codec name, i32 version; an index header adds the 16-byte segment id and a suffix.
/// Footer (16 bytes): i32 ~magic, i32 0, i64 CRC-32 of everything before the last eight bytes.
/// </remarks>
internal static class CodecUtil
{
    public const int HeaderMagic = 0x3FD76C17;
    public const int FooterMagic = ~HeaderMagic;
    public const int FooterLength = 16;
    public const int IdLength = 16;

    public static void WriteHeader(IndexOutput output, string codec, int version)
    {
        output.WriteInt32(HeaderMagic);
        output.WriteString(codec);
        output.WriteInt32(version);
    }

    public static void WriteIndexHeader(IndexOutput output, string codec, int version, ReadOnlySpan<byte> id, string suffix)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(id.Length, IdLength);
        WriteHeader(output, codec, version);
        output.WriteBytes(id);
        output.WriteByte(checked((byte)suffix.Length));
        output.WriteBytes(Encoding.ASCII.GetBytes(suffix));
    }

    public static void WriteFooter(IndexOutput output)
    {
        output.WriteInt32(FooterMagic);
        output.WriteInt32(0);
        output.WriteInt64(output.Checksum);
    }

    /// <summary>Opens a file and verifies its whole checksum; for metadata files, which are read completely anyway.</summary>
    public static IndexInput OpenChecked(Directory directory, string fileName)
    {
        IndexInput input = directory.OpenInput(fileName);
        VerifyChecksum(input);
        return input;
    }

    /// <summary>Length in bytes of an index header.</summary>
    public static int IndexHeaderLength(string codec, string suffix) => 9 + codec.Length + IdLength + 1 + suffix.Length;

    /// <summary>Reads a header and returns its version.</summary>
    public static int CheckHeader(IndexInput input, string codec, int minVersion, int maxVersion)
    {
        long at = input.Position;
        int magic = input.ReadInt32();
        if (magic != HeaderMagic)
        {
            throw input.Corrupt(at, $"magic number {HeaderMagic:x8}", $"{magic:x8}");
        }

        at = input.Position;
        string found = ReadCodecName(input);
        if (!string.Equals(found, codec, StringComparison.Ordinal))
        {
            throw input.Corrupt(at, $"codec {codec}", Printable(found));
        }

        int version = input.ReadInt32();
        return version >= minVersion && version <= maxVersion
            ? version
            : throw new IndexFormatVersionException(input.Name, version, minVersion, maxVersion);
    }

    /// <summary>Reads an index header, checks id and suffix, and returns the version.</summary>
    public static int CheckIndexHeader(
        IndexInput input, string codec, int minVersion, int maxVersion, ReadOnlySpan<byte> id, string suffix)
    {
        int version = CheckHeader(input, codec, minVersion, maxVersion);
        long at = input.Position;
        ReadOnlySpan<byte> foundId = input.ReadSpan(IdLength);
        if (!foundId.SequenceEqual(id))
        {
            throw input.Corrupt(at, $"id {Convert.ToHexStringLower(id)}", Convert.ToHexStringLower(foundId));
        }

        CheckSuffix(input, suffix);
        return version;
    }

    /// <summary>Reads the suffix part of an index header.</summary>
    public static void CheckSuffix(IndexInput input, string suffix)
    {
        long at = input.Position;
        string found = Encoding.Latin1.GetString(input.ReadSpan(input.ReadByte()));
        if (!string.Equals(found, suffix, StringComparison.Ordinal))
        {
            throw input.Corrupt(at, $"suffix \"{suffix}\"", $"\"{Printable(found)}\"");
        }
    }

    /// <summary>Checks that the file ends with a well-formed footer and returns the stored checksum. Does not move.</summary>
    public static uint CheckFooterStructure(IndexInput input)
    {
        long at = input.Length - FooterLength;
        if (at < 0)
        {
            throw input.Corrupt(input.Length, $"at least the {FooterLength} bytes of a footer", $"{input.Length} bytes");
        }

        IndexInput footer = input.Slice(input.Name, at, FooterLength);
        int magic = footer.ReadInt32();
        if (magic != FooterMagic)
        {
            throw input.Corrupt(at, $"footer magic number {FooterMagic:x8} (the file may be truncated)", $"{magic:x8}");
        }

        int algorithm = footer.ReadInt32();
        if (algorithm != 0)
        {
            throw input.Corrupt(at + 4, "checksum algorithm 0", $"{algorithm}");
        }

        long checksum = footer.ReadInt64();
        return (checksum & ~0xFFFFFFFFL) == 0
            ? (uint)checksum
            : throw input.Corrupt(at + 8, "a 32-bit checksum", $"{checksum:x16}");
    }

    /// <summary>Computes the CRC-32 of the whole file and compares it with the footer. Does not move. Cost: one pass.</summary>
    public static void VerifyChecksum(IndexInput input)
    {
        uint stored = CheckFooterStructure(input);
        uint actual = 0;
        const int Step = 1 << 24;
        long end = input.Length - 8;
        for (long offset = 0; offset < end; offset += Step)
        {
            actual = Crc32.Append(actual, input.SpanAt(offset, (int)Math.Min(Step, end - offset)));
        }

        if (actual != stored)
        {
            throw input.Corrupt(end, $"checksum {actual:x8} of the bytes before it", $"{stored:x8}");
        }
    }

    /// <summary>Demands that reading stopped exactly at the footer.</summary>
    public static void CheckAtFooter(IndexInput input)
    {
        if (input.Position != input.Length - FooterLength)
        {
            throw input.Corrupt(input.Position, $"the footer at {input.Length - FooterLength}", "other bytes");
        }
    }

    private static string ReadCodecName(IndexInput input)
    {
        long at = input.Position;
        int length = input.ReadVInt32();
        return length is >= 0 and < 128
            ? Encoding.Latin1.GetString(input.ReadSpan(length))
            : throw input.Corrupt(at, "a codec name shorter than 128 bytes", $"{length} bytes");
    }

    public static string Printable(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and <= '~' ? c.ToString() : $"\\x{(int)c:x2}"));
}
