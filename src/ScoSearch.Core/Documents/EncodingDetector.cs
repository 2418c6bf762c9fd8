using System.Text;

namespace ScoSearch.Core.Documents;

/// <summary>Finds the encoding of Chinese text and decodes it.</summary>
/// <remarks>
/// Candidates are UTF-8, UTF-16, UTF-32, GB18030 and Big5. Order: a byte order mark; the look of UTF-16 and UTF-32;
/// valid UTF-8 (valid by chance only for a handful of bytes); otherwise UTF-8, GB18030 and Big5 are each decoded and
/// the result with the most everyday characters and the fewest invalid sequences wins. Everyday characters decide
/// also in very short files: a wrong decoding yields rare characters. EUC-JP and the like are no candidates, because a
/// short GB 2312 text is valid in them. Big5 is code page 950 of the framework; its extension area for Hong Kong
/// (HKSCS) decodes to private-use characters as far as the framework knows them. Stateless.
/// </remarks>
public static class EncodingDetector
{
    private const int SampleBytes = 256 * 1024;

    /// <summary>Decodes bytes, detecting the encoding unless one is given.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="encodingName">Encoding to use, or null to detect it.</param>
    /// <returns>The text without byte order mark, and how it was decoded.</returns>
    /// <exception cref="ArgumentException">There is no encoding of that name.</exception>
    public static (string Text, DetectedEncoding Encoding) Decode(ReadOnlySpan<byte> content, string? encodingName = null)
    {
        DetectedEncoding detected =
            encodingName is null ? Detect(content) : new DetectedEncoding(encodingName, 1, "override", 0);
        Encoding encoding = EncodingOf(detected.Name);
        ReadOnlySpan<byte> body = content[MarkLength(content, encoding)..];
        string text = encoding.GetString(body);
        int replaced = text.AsSpan().Count('\uFFFD');
        return (text, detected with { Name = encoding.WebName, Replaced = replaced });
    }

    /// <summary>Finds the encoding of bytes.</summary>
    /// <param name="content">The bytes.</param>
    public static DetectedEncoding Detect(ReadOnlySpan<byte> content)
    {
        if (content is [0xEF, 0xBB, 0xBF, ..])
        {
            return new DetectedEncoding("utf-8", 1, "mark", 0);
        }

        if (System.Text.Ascii.IsValid(content) && !content.Contains((byte)0))
        {
            return new DetectedEncoding("utf-8", 1, "valid", 0);
        }

        if (WideEncodings.TryDetect(content, out DetectedEncoding wide))
        {
            return wide;
        }

        return System.Text.Unicode.Utf8.IsValid(content)
            ? new DetectedEncoding("utf-8", content.Length < 12 ? 0.9 : 0.99, "valid", 0)
            : ByStatistics(content);
    }

    private static DetectedEncoding ByStatistics(ReadOnlySpan<byte> content)
    {
        ReadOnlySpan<byte> sample = content[..Math.Min(content.Length, SampleBytes)];
        (string Name, double Score)[] scores =
        [
            ("gb18030", Score(sample, "gb18030")), ("big5", Score(sample, "big5")), ("utf-8", Score(sample, "utf-8")),
        ];
        Array.Sort(scores, (a, b) => b.Score.CompareTo(a.Score));
        double margin = scores[0].Score - scores[1].Score;
        return new DetectedEncoding(scores[0].Name, Math.Clamp(0.5 + margin, 0.5, 0.98), "statistics", 0);
    }

    // Everyday characters count 1, other Chinese of the encoding's first level and punctuation 0.3, what cannot be
    // decoded or is private use -3; divided by the number of characters beyond ASCII.
    private static double Score(ReadOnlySpan<byte> sample, string name)
    {
        string text = EncodingOf(name).GetString(sample);
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

    private static Encoding EncodingOf(string name)
    {
        string canonical = name.ToLowerInvariant() switch
        {
            "gbk" or "gb2312" or "cp936" or "gb-18030" => "gb18030", // GB18030 is a superset of both
            "big5-hkscs" or "cp950" => "big5",
            "utf8" => "utf-8",
            "utf-16le" => "utf-16",
            "utf-32le" => "utf-32",
            var other => other,
        };
        return canonical switch
        {
            "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
            "gb18030" or "big5" => CodePagesEncodingProvider.Instance.GetEncoding(canonical)!, // always present
            _ => CodePagesEncodingProvider.Instance.GetEncoding(canonical) ?? Encoding.GetEncoding(canonical),
        };
    }

    private static int MarkLength(ReadOnlySpan<byte> content, Encoding encoding) => encoding.WebName switch
    {
        "utf-8" => content is [0xEF, 0xBB, 0xBF, ..] ? 3 : 0,
        "utf-16" => content is [0xFF, 0xFE, ..] ? 2 : 0,
        "utf-16BE" => content is [0xFE, 0xFF, ..] ? 2 : 0,
        "utf-32" => content is [0xFF, 0xFE, 0, 0, ..] ? 4 : 0,
        "utf-32BE" => content is [0, 0, 0xFE, 0xFF, ..] ? 4 : 0,
        "gb18030" => content is [0x84, 0x31, 0x95, 0x33, ..] ? 4 : 0,
        _ => 0,
    };
}
