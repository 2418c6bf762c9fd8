using System.Globalization;
using System.IO;
using System.IO.Compression;
using System.Text;

namespace ScoSearch.DictionaryBuilder;

/// <summary>
/// Reads TAB-separated UTF-8 text, gzip-compressed when the name ends in <c>.gz</c>; <c>#</c> lines are comments.
/// </summary>
internal static class TsvFile
{
    /// <summary>The rows in file order, each split at its TABs.</summary>
    /// <exception cref="InvalidDataException">A row has another number of fields.</exception>
    public static IEnumerable<string[]> ReadRows(string path, int fieldCount)
    {
        using Stream file = File.OpenRead(path);
        using Stream plain = path.EndsWith(".gz", StringComparison.Ordinal)
            ? new GZipStream(file, CompressionMode.Decompress)
            : file;
        using StreamReader reader = new(plain, new UTF8Encoding(false, true));
        int lineNumber = 0;
        while (ReadLine(reader) is { } line)
        {
            lineNumber++;
            if (line.Length == 0 || (line[0] == '#' && !line.StartsWith("#\t", StringComparison.Ordinal)))
            {
                continue;
            }

            string[] fields = line.Split('\t');
            if (fields.Length != fieldCount)
            {
                throw new InvalidDataException(
                    $"{Path.GetFileName(path)}, line {lineNumber}: {fields.Length} fields instead of {fieldCount}");
            }

            yield return fields;
        }
    }

    /// <summary>A decimal number.</summary>
    public static int ParseDecimal(string field) =>
        int.Parse(field, NumberStyles.None, CultureInfo.InvariantCulture);

    /// <summary>A hexadecimal code point.</summary>
    public static int ParseHex(string field) =>
        int.Parse(field, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);

    // StreamReader.ReadLine also ends a line at CR, which these files may hold as data.
    private static string? ReadLine(StreamReader reader)
    {
        StringBuilder line = new();
        while (true)
        {
            int unit = reader.Read();
            if (unit < 0)
            {
                return line.Length == 0 ? null : line.ToString();
            }

            if (unit == '\n')
            {
                return line.ToString();
            }

            line.Append((char)unit);
        }
    }
}
