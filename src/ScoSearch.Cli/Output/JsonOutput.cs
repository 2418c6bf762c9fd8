using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using ScoSearch.Core.Text;

namespace ScoSearch.Cli.Output;

/// <summary>Writes JSON lines to standard output: UTF-8, every character of Chinese as itself.</summary>
internal static class JsonOutput
{
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
        ReadableJson.WriteUnescaped(terminal.Stream, json);
    }
}
