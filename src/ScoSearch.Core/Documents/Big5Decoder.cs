using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace ScoSearch.Core.Documents;

/// <summary>
/// Decodes Big5 with the characters of Hong Kong (HKSCS-2004), which the base library leaves in the private-use area.
/// Thread-safe.
/// </summary>
internal static class Big5Decoder
{
    private const byte FirstLead = 0x81;
    private const int Leads = 0xFE - FirstLead + 1;

    // By lead and trail byte; null where there is no character. Code page 950 gives what HKSCS does not.
    private static readonly Lazy<string?[]> Characters = new(Load);

    /// <summary>Decodes bytes; what is no Big5 becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> content)
    {
        string?[] characters = Characters.Value;
        StringBuilder text = new(content.Length / 2 + 16);
        for (int i = 0; i < content.Length; i++)
        {
            byte lead = content[i];
            if (lead < 0x80)
            {
                text.Append((char)lead);
                continue;
            }

            byte trail = i + 1 < content.Length ? content[i + 1] : (byte)0;
            string? character = lead is < FirstLead or 0xFF ? null : characters[IndexOf(lead, trail)];
            text.Append(character ?? "\uFFFD");

            // A byte of ASCII after a broken lead is text of its own.
            i += character is not null || trail >= 0x80 ? 1 : 0;
        }

        return text.ToString();
    }

    private static int IndexOf(byte lead, byte trail) => ((lead - FirstLead) << 8) | trail;

    private static string?[] Load()
    {
        string?[] characters = new string?[Leads << 8];
        Encoding codePage = CodePagesEncodingProvider.Instance.GetEncoding(950, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback(""))!;
        Span<byte> code = stackalloc byte[2];
        for (int i = 0; i < characters.Length; i++)
        {
            (code[0], code[1]) = ((byte)(FirstLead + (i >> 8)), (byte)i);
            string one = code[1] < 0x40 ? "" : codePage.GetString(code);
            characters[i] = one is [(< '\uE000' or > '\uF8FF') and not '\uFFFD' and > '\u007F'] ? one : null;
        }

        using Stream packed = typeof(Big5Decoder).Assembly.GetManifestResourceStream("big5-hkscs.tsv.gz")!; // built in
        using StreamReader lines = new(new GZipStream(packed, CompressionMode.Decompress), Encoding.UTF8);
        while (lines.ReadLine() is string line)
        {
            if (!line.StartsWith('#'))
            {
                int at = ParseHex(line.AsSpan(0, 4));
                characters[IndexOf((byte)(at >> 8), (byte)at)] =
                    string.Concat(line[5..].Split(' ').Select(c => char.ConvertFromUtf32(ParseHex(c))));
            }
        }

        return characters;
    }

    private static int ParseHex(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
