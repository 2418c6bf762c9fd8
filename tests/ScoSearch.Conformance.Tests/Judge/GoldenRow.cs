using System.Globalization;
using System.IO;
using System.Text;
using ScoSearch.TestSupport;

namespace ScoSearch.Conformance.Tests.Judge;

/// <summary>One line of a golden token file: a text and the tokens the reference made of it.</summary>
/// <remarks>Read by hand, because the files hold lone surrogates, which System.Text.Json rejects.</remarks>
internal sealed record GoldenRow(string Text, IReadOnlyList<string[]> Tokens, int FinalOffset, int FinalIncrement)
{
    public static IEnumerable<GoldenRow> Read(string file) =>
        File.ReadLines(SharedData.PathOf("golden", "smartcn", file)).Where(l => l.Length > 0).Select(Parse);

    public static GoldenRow Parse(string line)
    {
        int at = line.IndexOf("\"text\":\"", StringComparison.Ordinal) + 8;
        string text = ReadString(line, ref at);
        at = Expect(line, at, ",\"tokens\":[");
        List<string[]> tokens = [];
        while (line[at] != ']')
        {
            at += line[at] == ',' ? 1 : 0;
            tokens.Add(ReadArray(line, ref at));
        }

        at = Expect(line, at, "],\"final\":");
        string[] last = ReadArray(line, ref at);
        return new GoldenRow(text, tokens, Int(last[0]), Int(last[1]));
    }

    private static string[] ReadArray(string line, ref int at)
    {
        List<string> values = [];
        at = Expect(line, at, "[");
        while (line[at] != ']')
        {
            at += line[at] == ',' ? 1 : 0;
            if (line[at] == '"')
            {
                at++;
                values.Add(ReadString(line, ref at));
            }
            else
            {
                int end = line.AsSpan(at).IndexOfAny(',', ']') + at;
                values.Add(line[at..end]);
                at = end;
            }
        }

        at++;
        return [.. values];
    }

    // Starts behind the opening quote and ends behind the closing one.
    private static string ReadString(string line, ref int at)
    {
        StringBuilder value = new();
        while (line[at] != '"')
        {
            if (line[at] != '\\')
            {
                value.Append(line[at++]);
                continue;
            }

            value.Append(line[at + 1] switch
            {
                'n' => '\n',
                't' => '\t',
                'r' => '\r',
                'b' => '\b',
                'f' => '\f',
                'u' => (char)ushort.Parse(line.AsSpan(at + 2, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture),
                char other => other,
            });
            at += line[at + 1] == 'u' ? 6 : 2;
        }

        at++;
        return value.ToString();
    }

    private static int Expect(string line, int at, string expected) =>
        string.CompareOrdinal(line, at, expected, 0, expected.Length) == 0
            ? at + expected.Length
            : throw new InvalidDataException($"expected {expected} at {at} of a golden line");

    private static int Int(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
