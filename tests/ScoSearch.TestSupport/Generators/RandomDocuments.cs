using System.Globalization;
using System.Text;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Random documents of the common schema as field specifications.</summary>
/// <param name="random">The source of chance.</param>
public sealed class RandomDocuments(Random random)
{
    private readonly RandomWords _words = new(random);

    /// <summary>The fields of a document with an id, a text and, mostly, a number.</summary>
    public string Small(string id)
    {
        string number = random.Next(10) == 0 ? "" : Number("dv-numeric num", random.Next(1000) - 500);
        return $"(string id {JudgeEscapes.Quote(id)} stored) {Text("body", 30)} {number}";
    }

    /// <summary>The fields of a document with everything, each kind of value absent from some documents.</summary>
    public string Full(string id)
    {
        StringBuilder fields = new(Small(id));
        Maybe(fields, 0.75, () => Text("title", 8, "offsets stored"));
        Repeat(fields, 3, () => $"(string tag \"t{random.Next(30)}\")");
        Append(fields, Text("freqs", 20, "freqs"));
        Append(fields, Text("plain", 10, "nonorms"));
        Append(fields, Payloads());
        Maybe(fields, 0.66, () => $"(dv-binary bin {Bytes(12)})");
        Maybe(fields, 0.66, () => $"(dv-sorted sorted \"s{random.Next(50)}\")");
        Repeat(fields, 3, () => $"(dv-sortedset set \"v{random.Next(40)}\")");
        Repeat(fields, 3, () => Number("dv-sortednumeric nums", random.Next(10) == 0
            ? random.NextInt64(long.MinValue, long.MaxValue)
            : random.Next(100)));
        Stored(fields);
        return fields.ToString();
    }

    private void Stored(StringBuilder fields)
    {
        Maybe(fields, 0.5, () => $"(stored-string s-string {JudgeEscapes.Quote(_words.Words(40))})");
        Maybe(fields, 0.5, () => $"(stored-bytes s-bytes {Bytes(40)})");
        Append(fields, Number("stored-int s-int", (int)random.NextInt64(int.MinValue, 1L << 31) >> random.Next(32)));
        Append(fields, Number(
            "stored-long s-long", random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(64)));
        float single = random.Next(2) == 0 ? random.Next(200) - 50 : random.NextSingle();
        double wide = random.Next(2) == 0 ? random.Next(200) - 50 : random.NextDouble();
        Append(fields, $"(stored-float s-float {BitConverter.SingleToUInt32Bits(single):x8})");
        Append(fields, $"(stored-double s-double {BitConverter.DoubleToUInt64Bits(wide):x16})");
    }

    private string Payloads()
    {
        StringBuilder tokens = new("(tokens payloads");
        int at = 0;
        for (int count = random.Next(7); count > 0; count--)
        {
            string word = _words.Word();
            int increment = at == 0 ? 1 : random.Next(3);
            string payload = random.Next(3) == 0 ? "" : " " + _words.Hex(random.Next(1, 6));
            string term = random.Next(8) == 0 ? _words.Hex(random.Next(1, 9)) : JudgeEscapes.Quote(word);
            tokens.Append(
                CultureInfo.InvariantCulture,
                $" (tok {term} {increment} {at} {at + word.Length}{payload})");
            at += word.Length + 1;
        }

        return tokens.Append(')').ToString();
    }

    private string Text(string field, int mostWords, string options = "")
    {
        string space = options.Length > 0 ? " " : "";
        return $"(text {field} {JudgeEscapes.Quote(_words.Words(mostWords))}{space}{options})";
    }

    // Bytes of length 0 have no bare form; the empty quoted text says the same.
    private string Bytes(int below)
    {
        string hex = _words.Hex(random.Next(below));
        return hex.Length == 0 ? "\"\"" : hex;
    }

    private static string Number(string start, long value) =>
        string.Create(CultureInfo.InvariantCulture, $"({start} {value})");

    private void Maybe(StringBuilder fields, double probability, Func<string> field)
    {
        if (random.NextDouble() < probability)
        {
            Append(fields, field());
        }
    }

    private void Repeat(StringBuilder fields, int most, Func<string> field)
    {
        for (int count = random.Next(most + 1); count > 0; count--)
        {
            Append(fields, field());
        }
    }

    private static void Append(StringBuilder fields, string field) => fields.Append(' ').Append(field);
}
