using System.Globalization;
using System.IO;
using System.Text;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>
/// Reads golden files: one JSON object a line. Unlike System.Text.Json it keeps lone surrogates written as escapes.
/// </summary>
internal sealed class GoldenReader
{
    private readonly string _line;
    private int _index;

    private GoldenReader(string line) => _line = line;

    /// <summary>The objects of a file: values are string, int or list of values.</summary>
    public static IEnumerable<Dictionary<string, object>> Read(string path) =>
        File.ReadLines(path, new UTF8Encoding(false, true)).Where(static line => line.Length > 0)
            .Select(static line => new GoldenReader(line).ReadObject());

    private Dictionary<string, object> ReadObject()
    {
        Dictionary<string, object> result = new(StringComparer.Ordinal);
        Expect('{');
        while (_line[_index] != '}')
        {
            string name = ReadString();
            Expect(':');
            result.Add(name, ReadValue());
            SkipComma();
        }

        _index++;
        return result;
    }

    private object ReadValue() => _line[_index] switch
    {
        '"' => ReadString(),
        '[' => ReadList(),
        _ => ReadNumber(),
    };

    private List<object> ReadList()
    {
        List<object> list = [];
        Expect('[');
        while (_line[_index] != ']')
        {
            list.Add(ReadValue());
            SkipComma();
        }

        _index++;
        return list;
    }

    private int ReadNumber()
    {
        int start = _index;
        while (_line[_index] is '-' or (>= '0' and <= '9'))
        {
            _index++;
        }

        return int.Parse(
            _line.AsSpan(start, _index - start), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
    }

    private string ReadString()
    {
        Expect('"');
        StringBuilder text = new();
        while (_line[_index] != '"')
        {
            char unit = _line[_index++];
            text.Append(unit == '\\' ? ReadEscape() : unit);
        }

        _index++;
        return text.ToString();
    }

    private char ReadEscape()
    {
        char kind = _line[_index++];
        if (kind != 'u')
        {
            return kind switch { 'n' => '\n', 'r' => '\r', 't' => '\t', 'b' => '\b', 'f' => '\f', _ => kind };
        }

        char unit = (char)ushort.Parse(
            _line.AsSpan(_index, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
        _index += 4;
        return unit;
    }

    private void SkipComma()
    {
        if (_line[_index] == ',')
        {
            _index++;
        }
    }

    private void Expect(char unit)
    {
        if (_line[_index] != unit)
        {
            throw new InvalidDataException($"expected {unit} at column {_index}, found {_line[_index]}");
        }

        _index++;
    }
}
