using System.Text.Unicode;

namespace ScoSearch.Core.Documents;

/// <summary>Finds the encoding of Chinese text and decodes it.</summary>
/// <remarks>
/// Candidates are UTF-8, UTF-16, UTF-32, GB18030 and Big5 with the characters of Hong Kong. Order: a byte order mark; the
/// look of UTF-16 and UTF-32; valid UTF-8; otherwise UTF-8, GB18030 and Big5 are each decoded and the result with the most
/// everyday characters and the fewest invalid sequences wins. Everyday characters decide also in very short files: a
/// wrong decoding yields rare characters. A short text is valid UTF-8 by chance where each pair of bytes is a letter of
/// Europe; if they are everyday characters in GB18030, it is that. EUC-JP and the like are no candidates, because a
/// short GB 2312 text is valid in them; they can be asked for by name. Stateless.
/// </remarks>
public static class EncodingDetector
{
    private const int SampleBytes = 64 * 1024;

    private const int FirstBytes = 4 * 1024;
    private const double Undoubted = 0.97;

    // Longer texts are valid UTF-8 by chance never, so to speak.
    private const int ShortLength = 64;

    /// <summary>Decodes bytes, detecting the encoding unless one is given.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="encodingName">Encoding to use, or null to detect it.</param>
    /// <returns>The text without byte order mark, and how it was decoded.</returns>
    /// <exception cref="ArgumentException">There is no encoding of that name.</exception>
    public static (string Text, DetectedEncoding Encoding) Decode(ReadOnlySpan<byte> content, string? encodingName = null)
    {
        DetectedEncoding detected =
            encodingName is null ? Detect(content) : new DetectedEncoding(encodingName, 1, "override", 0);
        NamedEncoding encoding = NamedEncoding.Of(detected.Name);
        ReadOnlySpan<byte> body = content[encoding.MarkLength(content)..];
        string text = encoding.Decode(body);

        // U+FFFD may stand in the source itself: what an earlier conversion lost.
        int replaced = text.AsSpan().Count('\uFFFD') - (encoding.Name == "utf-8" ? body.Count("\uFFFD"u8) : 0);
        return (text, detected with { Name = encoding.Name, Replaced = replaced });
    }

    /// <summary>Finds the encoding of bytes.</summary>
    /// <param name="content">The bytes.</param>
    public static DetectedEncoding Detect(ReadOnlySpan<byte> content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..])
        {
            return new DetectedEncoding("utf-8", 1, "mark", 0);
        }

        if (content is [0x84, 0x31, 0x95, 0x33, ..])
        {
            return new DetectedEncoding("gb18030", 1, "mark", 0);
        }

        if (System.Text.Ascii.IsValid(content) && !content.Contains((byte)0))
        {
            return new DetectedEncoding("utf-8", 1, "valid", 0);
        }

        // Wide text has a zero byte in every Latin character and line end, and is no valid UTF-8 over such a length.
        bool valid = Utf8.IsValid(content);
        if (valid && content.Length >= ShortLength && !content.Contains((byte)0))
        {
            return new DetectedEncoding("utf-8", 0.99, "valid", 0);
        }

        if (WideEncodings.TryDetect(content, out DetectedEncoding wide))
        {
            return wide;
        }

        return !valid ? ByStatistics(SampleOf(content))
            : content.Length < ShortLength && IsValidByChance(content) ? new DetectedEncoding("gb18030", 0.7, "statistics", 0)
            : new DetectedEncoding("utf-8", content.Length < 12 ? 0.9 : 0.99, "valid", 0);
    }

    private static bool IsValidByChance(ReadOnlySpan<byte> content) =>
        content.IndexOfAnyInRange((byte)0xE0, (byte)0xFF) < 0 && Score(content, "gb18030") > 0.5;

    // The beginning alone where it leaves no doubt.
    private static DetectedEncoding ByStatistics(ReadOnlySpan<byte> sample)
    {
        if (sample.Length > FirstBytes && ByStatistics(sample[..FirstBytes]) is { Certainty: >= Undoubted } soon)
        {
            return soon;
        }

        (string Name, double Score)[] scores =
        [
            ("gb18030", Score(sample, "gb18030")), ("big5", Score(sample, "big5")), ("utf-8", Score(sample, "utf-8")),
        ];
        (string best, double first) = scores.MaxBy(s => s.Score);
        double second = scores.Where(s => s.Name != best).Max(s => s.Score);
        return new DetectedEncoding(best, Math.Clamp(0.5 + first - second, 0.5, 0.98), "statistics", 0);
    }

    // From the line of the first byte beyond ASCII: what is before tells nothing.
    private static ReadOnlySpan<byte> SampleOf(ReadOnlySpan<byte> content)
    {
        int first = Math.Max(0, content.IndexOfAnyInRange((byte)0x80, (byte)0xFF));
        int line = content[..first].LastIndexOf((byte)'\n') + 1;
        int start = first - line > 1024 ? first : line;
        return content.Slice(start, Math.Min(content.Length - start, SampleBytes));
    }

    // Everyday characters count 1, other Chinese of the encoding's first level and punctuation 0.3, what cannot be
    // decoded or is private use -3; divided by the number of characters beyond ASCII.
    private static double Score(ReadOnlySpan<byte> sample, string name)
    {
        string text = NamedEncoding.Of(name).Decode(sample);
        double points = 0;
        int seen = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c < 0x80 || (c == '\uFFFD' && i >= text.Length - 2))
            {
                continue; // a sample may end inside a character
            }

            seen++;
            points += c switch
            {
                '\uFFFD' or (>= '\uE000' and <= '\uF8FF') or (>= '\x80' and < '\xA0') => -3,
                _ when EverydayCharacters.Contains(c) => 1,
                >= '\u4E00' and <= '\u9FFF' => 0.1,
                (>= '\u3000' and <= '\u3020') or (>= '\uFF00' and <= '\uFF60') or (>= '\u2010' and <= '\u2026') => 0.3,
                _ => 0,
            };
        }

        return seen == 0 ? 0 : points / seen;
    }
}
