using System.Buffers;
using System.Buffers.Text;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ScoSearch.Cli.Output;

/// <summary>Writes JSON lines to standard output: UTF-8, every character of Chinese as itself.</summary>
internal static class JsonOutput
{
    private const int EscapeLength = 6;

    // Output goes to files and pipes, never into HTML, so nothing but what JSON demands is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes one value and a line feed.</summary>
    public static void WriteLine(Terminal terminal, Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter json = new(buffer, Options))
        {
            write(json);
        }

        buffer.Write("\n"u8);
        Write(terminal, buffer.WrittenSpan);
    }

    /// <summary>Writes finished JSON.</summary>
    public static void Write(Terminal terminal, ReadOnlySpan<byte> json)
    {
        terminal.Out.Flush();
        WriteUnescaped(terminal.Stream, json);
    }

    /// <summary>
    /// Writes JSON with characters beyond the basic plane as themselves: the base library writes them as two escapes,
    /// whatever encoder it is given.
    /// </summary>
    internal static void WriteUnescaped(Stream stream, ReadOnlySpan<byte> json)
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
