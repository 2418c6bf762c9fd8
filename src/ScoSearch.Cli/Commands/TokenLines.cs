using System.Text;
using System.Text.Json;
using ScoSearch.Cli.Output;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Cli.Commands;

/// <summary>Turns lines of input into lines of tokens. Thread-safe.</summary>
/// <param name="analyzer">Cuts the texts.</param>
/// <param name="field">The field whose analysis is meant.</param>
/// <param name="isJson">Whether lines are objects with a text, instead of texts.</param>
/// <param name="texts">Language of messages.</param>
internal sealed class TokenLines(Analyzer analyzer, string field, bool isJson, Texts texts)
{
    /// <summary>Analyses the lines of a batch.</summary>
    /// <exception cref="UserErrorException">A line is not what it should be.</exception>
    public byte[] Convert(LineBatch batch)
    {
        Utf8Text output = new();
        long number = batch.FirstLine;
        ReadOnlySpan<byte> rest = batch.Bytes;
        while (!rest.IsEmpty)
        {
            int end = rest.IndexOf((byte)'\n');
            ReadOnlySpan<byte> line = end < 0 ? rest : rest[..end];
            rest = end < 0 ? [] : rest[(end + 1)..];
            line = line.EndsWith("\r"u8) ? line[..^1] : line;
            WriteLine(output, isJson ? TextOf(line, number) : Encoding.UTF8.GetString(line));
            number++;
        }

        return output.Written.ToArray();
    }

    private void WriteLine(Utf8Text output, string text)
    {
        output.Append("{\"text\":"u8);
        output.AppendString(text);
        output.Append(",\"tokens\":["u8);
        TokenStream stream = analyzer.GetTokenStream(field, text);
        Token token = stream.Token;
        bool any = false;
        while (stream.MoveNext())
        {
            output.Append(any ? ",["u8 : "["u8);
            any = true;
            output.AppendString(token.Term);
            output.Append(","u8);
            output.Append(token.StartOffset);
            output.Append(","u8);
            output.Append(token.EndOffset);
            output.Append(","u8);
            output.Append(token.PositionIncrement);
            output.Append("]"u8);
        }

        stream.End();
        output.Append("]}\n"u8);
    }

    private string TextOf(ReadOnlySpan<byte> line, long number)
    {
        try
        {
            Utf8JsonReader reader = new(line);
            if (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
            {
                while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
                {
                    bool isText = reader.ValueTextEquals("text"u8);
                    reader.Read();
                    if (isText && reader.TokenType == JsonTokenType.String)
                    {
                        return JsonStrings.Unescape(reader.ValueSpan);
                    }

                    reader.Skip();
                }
            }
        }
        catch (JsonException)
        {
            // Reported below, with the number of the line.
        }

        throw new UserErrorException(texts.Of(
            $"第 {number} 行不是带 text 的 JSON 对象", $"line {number} is not a JSON object with a text"));
    }
}
