using System.Buffers.Text;
using System.Text;

namespace ScoSearch.Cli.Commands;

/// <summary>Reads JSON strings that may hold lone surrogates, which the base library refuses.</summary>
internal static class JsonStrings
{
    /// <summary>The value of a string, given its bytes between the quotation marks, which are valid JSON.</summary>
    public static string Unescape(ReadOnlySpan<byte> escaped)
    {
        int at = escaped.IndexOf((byte)'\\');
        if (at < 0)
        {
            return Encoding.UTF8.GetString(escaped);
        }

        StringBuilder value = new(escaped.Length);
        while (at >= 0)
        {
            value.Append(Encoding.UTF8.GetString(escaped[..at]));
            if (escaped[at + 1] == 'u')
            {
                // Four hexadecimal digits; the JSON reader has seen to that.
                _ = Utf8Parser.TryParse(escaped.Slice(at + 2, 4), out ushort unit, out _, 'x');
                value.Append((char)unit);
                escaped = escaped[(at + 6)..];
            }
            else
            {
                value.Append(escaped[at + 1] switch
                {
                    (byte)'n' => '\n',
                    (byte)'r' => '\r',
                    (byte)'t' => '\t',
                    (byte)'b' => '\b',
                    (byte)'f' => '\f',
                    byte other => (char)other,
                });
                escaped = escaped[(at + 2)..];
            }

            at = escaped.IndexOf((byte)'\\');
        }

        return value.Append(Encoding.UTF8.GetString(escaped)).ToString();
    }
}
