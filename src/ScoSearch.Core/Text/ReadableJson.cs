using System.Buffers.Text;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace ScoSearch.Core.Text;

/// <summary>
/// JSON in UTF-8 with characters beyond the basic plane as themselves: the base library writes them as two escapes,
/// whatever encoder it is given.
/// </summary>
internal static class ReadableJson
{
    private const int EscapeLength = 6;

    /// <summary>Writes a value.</summary>
    public static byte[] Serialize<T>(T value, JsonTypeInfo<T> type)
    {
        byte[] json = JsonSerializer.SerializeToUtf8Bytes(value, type);
        if (json.AsSpan().IndexOf("\\u"u8) < 0)
        {
            return json;
        }

        using MemoryStream readable = new(json.Length);
        WriteUnescaped(readable, json);
        return readable.ToArray();
    }

    /// <summary>Writes JSON, pairs of escapes for one character as the character.</summary>
    public static void WriteUnescaped(Stream stream, ReadOnlySpan<byte> json)
    {
        Span<byte> utf8 = stackalloc byte[4];
        int written = 0;
        int at = 0;
        while (json[at..].IndexOf((byte)'\\') is >= 0 and int next)
        {
            at += next;
            if (TryReadUnit(json[at..], out char high) && TryReadUnit(json[(at + EscapeLength)..], out char low)
                && Rune.TryCreate(high, low, out Rune rune))
            {
                stream.Write(json[written..at]);
                stream.Write(utf8[..rune.EncodeToUtf8(utf8)]);
                at += 2 * EscapeLength;
                written = at;
            }
            else
            {
                // A backslash and what it escapes; the hexadecimal digits of \u hold no backslash.
                at += 2;
            }
        }

        stream.Write(json[written..]);
    }

    private static bool TryReadUnit(ReadOnlySpan<byte> json, out char unit)
    {
        unit = '\0';
        if (json.Length < EscapeLength || json[0] != '\\' || json[1] != 'u'
            || !Utf8Parser.TryParse(json[2..EscapeLength], out ushort value, out int consumed, 'x') || consumed != 4)
        {
            return false;
        }

        unit = (char)value;
        return true;
    }
}
