using System.IO;
using System.IO.Compression;
using System.Text.Json;

namespace ScoSearch.Cli.Commands;

/// <summary>Reads the lines of a test collection: JSON objects with <c>_id</c>, <c>text</c> and perhaps <c>title</c>. Thread-safe.</summary>
/// <param name="path">The file they come from, for messages.</param>
/// <param name="texts">Language of messages.</param>
internal sealed class CollectionLines(string path, Texts texts)
{
    /// <summary>Opens a file; one whose name ends in <c>.gz</c> is unpacked.</summary>
    public static Stream Open(string path)
    {
        FileStream file = File.OpenRead(path);
        return path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    /// <summary>The entries of a batch of lines; blank lines do not count.</summary>
    /// <exception cref="UserErrorException">A line is no entry.</exception>
    public List<CollectionEntry> Read(LineBatch batch)
    {
        List<CollectionEntry> entries = [];
        long number = batch.FirstLine;
        ReadOnlySpan<byte> rest = batch.Bytes;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = (end < 0 ? rest : rest[..end]).TrimEnd("\r \t"u8);
            rest = end < 0 ? [] : rest[(end + 1)..];
            if (!line.IsEmpty)
            {
                entries.Add(ReadLine(line, number));
            }

            number++;
        }

        return entries;
    }

    private CollectionEntry ReadLine(ReadOnlySpan<byte> line, long number)
    {
        string? id = null;
        string? title = null;
        string? text = null;
        try
        {
            Utf8JsonReader reader = new(line);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    string name = JsonStrings.Unescape(reader.ValueSpan);
                    reader.Read();
                    if (reader.TokenType == JsonTokenType.String)
                    {
                        string value = JsonStrings.Unescape(reader.ValueSpan);
                        (id, title, text) = name switch
                        {
                            "_id" => (value, title, text),
                            "title" => (id, value, text),
                            "text" => (id, title, value),
                            _ => (id, title, text),
                        };
                    }

                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // Reported below, with the number of the line.
            id = null;
        }

        return !string.IsNullOrEmpty(id) && text is not null
            ? new CollectionEntry(id, title ?? "", text)
            : throw new UserErrorException(texts.Of(
                $"{path} 第 {number} 行不是带 _id 和 text 的 JSON 对象", $"{path}: line {number} is not a JSON object with an _id and a text"));
    }
}
