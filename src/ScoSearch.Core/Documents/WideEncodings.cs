using System.Buffers.Binary;

namespace ScoSearch.Core.Documents;

/// <summary>Detects UTF-16 and UTF-32, with and without a byte order mark.</summary>
internal static class WideEncodings
{
    private const int SampleUnits = 4096;

    /// <summary>Finds a wide encoding by its mark or by the look of its code units.</summary>
    public static bool TryDetect(ReadOnlySpan<byte> content, out DetectedEncoding encoding)
    {
        encoding = default;
        string? marked = content switch
        {
            [0xFF, 0xFE, 0, 0, ..] => "utf-32",
            [0, 0, 0xFE, 0xFF, ..] => "utf-32be",
            [0xFF, 0xFE, ..] => "utf-16",
            [0xFE, 0xFF, ..] => "utf-16be",
            _ => null,
        };
        if (marked is not null)
        {
            encoding = new DetectedEncoding(marked, 1, "mark", 0);
            return true;
        }

        (string Name, double Share)[] guesses =
        [
            ("utf-32", Share32(content, bigEndian: false)), ("utf-32be", Share32(content, bigEndian: true)),
            ("utf-16", Share16(content, bigEndian: false)), ("utf-16be", Share16(content, bigEndian: true)),
        ];
        (string name, double share) = guesses.MaxBy(g => g.Share);
        if (share < 0.9)
        {
            return false;
        }

        encoding = new DetectedEncoding(name, share * 0.95, "statistics", 0);
        return true;
    }

    // The share of code units that are everyday Chinese text. Needs one line end, blank or Latin character or a full
    // stop in the right byte order, or many of the few hundred commonest characters: bytes of GB18030 text read as UTF-16
    // also fall into the Chinese block now and then. A file cut off may end inside a unit.
    private static double Share16(ReadOnlySpan<byte> content, bool bigEndian)
    {
        int units = Math.Min(content.Length / 2, SampleUnits);
        if (units < 2 || (content.Length % 2 != 0 && units < 16))
        {
            return 0;
        }

        int good = 0, anchors = 0, common = 0;
        for (int i = 0; i < units; i++)
        {
            ReadOnlySpan<byte> unit = content.Slice(i * 2, 2);
            int value = bigEndian
                ? BinaryPrimitives.ReadUInt16BigEndian(unit) : BinaryPrimitives.ReadUInt16LittleEndian(unit);
            bool anchor = value is (>= 0x20 and < 0x7F) or 9 or 10 or 13 or 0x3000 or 0x3001 or 0x3002 or 0xFF0C;
            anchors += anchor ? 1 : 0;
            common += EverydayCharacters.Contains((char)value) ? 1 : 0;
            good += anchor || IsEveryday(value) ? 1 : 0;
        }

        return anchors * 100 >= units || common * 2 >= units ? (double)good / units : 0;
    }

    private static double Share32(ReadOnlySpan<byte> content, bool bigEndian)
    {
        int units = Math.Min(content.Length / 4, SampleUnits);
        if (units < 2 || (content.Length % 4 != 0 && units < 16))
        {
            return 0;
        }

        int good = 0;
        for (int i = 0; i < units; i++)
        {
            ReadOnlySpan<byte> unit = content.Slice(i * 4, 4);
            uint value = bigEndian
                ? BinaryPrimitives.ReadUInt32BigEndian(unit) : BinaryPrimitives.ReadUInt32LittleEndian(unit);
            good += value is (>= 0x20 and < 0x7F) or 9 or 10 or 13 || (value < 0x110000 && IsEveryday((int)value)) ? 1 : 0;
        }

        return (double)good / units;
    }

    private static bool IsEveryday(int value) => value is
        (>= 0x4E00 and < 0x9FB0) or (>= 0x3000 and < 0x3040) or (>= 0xFF00 and < 0xFFEF) or (>= 0x2010 and < 0x2030)
        or 0xB7 or 0xD7 or 0xFEFF;
}
