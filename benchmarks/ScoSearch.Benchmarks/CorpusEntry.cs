using System.IO;
using System.IO.Compression;
using System.Text;
using System.Text.Json;

namespace ScoSearch.Benchmarks;

/// <summary>One paragraph or question of a benchmark file.</summary>
internal sealed record CorpusEntry(string Id, string Text)
{
    /// <summary>Reads lines <c>{"id": ..., "text": ...}</c> (<c>_id</c> will do); <c>.gz</c> is unpacked.</summary>
    public static List<CorpusEntry> Read(string path, int limit)
    {
        List<CorpusEntry> entries = [];
        using Stream file = File.OpenRead(path);
        using Stream raw = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using StreamReader lines = new(raw, Encoding.UTF8);
        while (entries.Count < limit && lines.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line))
            {
                using JsonDocument json = JsonDocument.Parse(line);
                JsonElement root = json.RootElement;
                JsonElement id = root.TryGetProperty("id", out JsonElement plain) ? plain : root.GetProperty("_id");
                entries.Add(new CorpusEntry(id.GetString()!, root.GetProperty("text").GetString()!));
            }
        }

        return entries;
    }
}
