using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace ScoSearch.Benchmarks;

/// <summary>Makes a corpus of a chosen size: the given paragraphs, then the same again with variation.</summary>
/// <remarks>
/// A varied paragraph is a paragraph of which some clauses are exchanged with clauses of others, so that lengths and word frequencies stay natural
/// while no paragraph occurs twice. The same input, size and seed give the same file.
/// </remarks>
internal static class CorpusGenerator
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static void Write(Options options)
    {
        List<CorpusEntry> source = CorpusEntry.Read(options.Required("from"), int.MaxValue);
        int size = options.Integer("size", 100_000);
        Random random = new(options.Integer("seed", 1));
        string[][] clauses = [.. source.Select(entry => Cut(entry.Text))];
        using StreamWriter output = new(options.Required("to"), append: false, new UTF8Encoding(false));
        for (int i = 0; i < size; i++)
        {
            string text = i < source.Count ? source[i].Text : Vary(clauses, i % source.Count, random);
            output.WriteLine(JsonSerializer.Serialize(new { id = FormattableString.Invariant($"p{i}"), text }, Json));
        }
    }

    private static string[] Cut(string text)
    {
        List<string> parts = [];
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            if ("，。！？；".Contains(text[i], StringComparison.Ordinal) || i == text.Length - 1)
            {
                parts.Add(text[start..(i + 1)]);
                start = i + 1;
            }
        }

        return [.. parts];
    }

    private static string Vary(string[][] clauses, int index, Random random)
    {
        StringBuilder text = new();
        foreach (string clause in clauses[index])
        {
            string[] other = clauses[random.Next(clauses.Length)];
            text.Append(random.Next(4) == 0 && other.Length > 0 ? other[random.Next(other.Length)] : clause);
        }

        return text.ToString();
    }
}
