using System.Globalization;
using System.Text;

namespace ScoSearch.TestSupport;

/// <summary>Strings as they travel to and from the judge: no tab, line break, control character or surrogate.</summary>
public static class JudgeEscapes
{
    /// <summary>Escapes backslash, control characters (U+0000-001F, U+007F-009F) and every surrogate.</summary>
    public static string Escape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int start = 0;
        while (start < text.Length && IsPlain(text[start]))
        {
            start++;
        }

        if (start == text.Length)
        {
            return text;
        }

        StringBuilder escaped = new(text, 0, start, text.Length + 16);
        foreach (char c in text.AsSpan(start))
        {
            _ = c switch
            {
                '\\' => escaped.Append(@"\\"),
                '\t' => escaped.Append(@"\t"),
                '\n' => escaped.Append(@"\n"),
                '\r' => escaped.Append(@"\r"),
                _ when IsPlain(c) => escaped.Append(c),
                _ => escaped.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
            };
        }

        return escaped.ToString();
    }

    /// <summary>A text as a quoted atom of a specification.</summary>
    public static string Quote(string text) =>
        '"' + Escape(text).Replace("\"", "\\\"", StringComparison.Ordinal) + '"';

    /// <summary>The inverse of <see cref="Escape"/>.</summary>
    /// <exception cref="FormatException">The text ends within an escape.</exception>
    public static string Unescape(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (!text.Contains('\\', StringComparison.Ordinal))
        {
            return text;
        }

        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\')
            {
                plain.Append(text[i]);
                continue;
            }

            i++;
            if (i == text.Length)
            {
                throw new FormatException("the text ends within an escape");
            }

            plain.Append(text[i] switch
            {
                't' => '\t',
                'n' => '\n',
                'r' => '\r',
                'u' => (char)ushort.Parse(text.AsSpan(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                char other => other,
            });
            i += text[i] == 'u' ? 4 : 0;
        }

        return plain.ToString();
    }

    private static bool IsPlain(char c) => c >= ' ' && c != '\\' && c is < '\u007f' or > '\u009f'
        && !char.IsSurrogate(c);
}
