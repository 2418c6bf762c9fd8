using System.Text;

namespace ScoSearch.Core.Documents;

/// <summary>An encoding by its name, with the corrections that Chinese texts need. Immutable.</summary>
internal sealed class NamedEncoding
{
    // Without it, code pages turn what is invalid into question marks, which nobody could tell from those of the text.
    private static readonly DecoderReplacementFallback Replacement = new("\uFFFD");

    private readonly Encoding? _encoding;

    private NamedEncoding(string name, Encoding? encoding)
    {
        Name = name;
        _encoding = encoding;
    }

    /// <summary>Name for people, such as <c>gb18030</c>.</summary>
    public string Name { get; }

    /// <summary>Finds an encoding.</summary>
    /// <param name="name">Its name, in any case; of GB18030 and Big5 also those of their subsets.</param>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public static NamedEncoding Of(string name)
    {
        string canonical = name.Trim().ToLowerInvariant() switch
        {
            // each a superset of the others in its line
            "gbk" or "gb2312" or "cp936" or "gb-18030" or "gb18030" or "euc-cn" or "936" => "gb18030",
            "big5-hkscs" or "big5hkscs" or "big5" or "cp950" or "950" => "big5",
            "utf8" or "utf-8" => "utf-8",
            "utf-16le" => "utf-16",
            "utf-32le" => "utf-32",
            var other => other,
        };
        try
        {
            Encoding? encoding = canonical switch
            {
                "big5" => null,
                "utf-8" => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true),
                _ => CodePagesEncodingProvider.Instance.GetEncoding(canonical, EncoderFallback.ReplacementFallback, Replacement)
                    ?? Encoding.GetEncoding(canonical, EncoderFallback.ReplacementFallback, Replacement),
            };
            return new NamedEncoding(encoding is null || canonical == "gb18030" ? canonical : encoding.WebName, encoding);
        }
        catch (NotSupportedException e)
        {
            throw new ArgumentException($"the encoding '{name}' is not supported", nameof(name), e); // UTF-7
        }
    }

    /// <summary>Decodes bytes; what is invalid becomes U+FFFD.</summary>
    public string Decode(ReadOnlySpan<byte> content) => _encoding is null ? Big5Decoder.Decode(content)
        : Name == "gb18030" ? Gb18030Forms.Modernize(_encoding.GetString(content)) : _encoding.GetString(content);

    /// <summary>Length of the byte order mark the bytes begin with, or 0.</summary>
    public int MarkLength(ReadOnlySpan<byte> content) => Name switch
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
