using System.Globalization;
using System.Text;
using ScoSearch.Lucene.Analysis;

namespace ScoSearch.Lucene.Tests.Analysis;

/// <summary>
/// Writes all tokens of a stream down as one comparable text: term, offsets, increment and length, one a line, and the
/// end state.
/// </summary>
internal static class TokenDump
{
    public static string Of(Analyzer analyzer, string text, bool withTypes = false) =>
        Of(analyzer.GetTokenStream("field", text), withTypes);

    public static string Of(TokenStream stream, bool withTypes = false)
    {
        StringBuilder dump = new();
        Token token = stream.Token;
        while (stream.MoveNext())
        {
            Append(dump, token.Term, token.StartOffset, token.EndOffset, token.PositionIncrement, token.PositionLength);
            dump.Append(withTypes ? " " + token.Type : "").Append('\n');
        }

        stream.End();
        dump.Append(CultureInfo.InvariantCulture, $"end {token.EndOffset} +{token.PositionIncrement}\n");
        return dump.ToString();
    }

    /// <summary>The same form from a golden row.</summary>
    public static string OfGolden(Dictionary<string, object> row)
    {
        StringBuilder dump = new();
        foreach (List<object> token in ((List<object>)row["tokens"]).Cast<List<object>>())
        {
            int length = token.Count > 4 && token[4] is int number ? number : 1;
            Append(dump, (string)token[0], (int)token[1], (int)token[2], (int)token[3], length);
            dump.Append(token.Count > 4 && token[4] is string type ? " " + type : "").Append('\n');
        }

        List<object> final = (List<object>)row["final"];
        return dump.Append(CultureInfo.InvariantCulture, $"end {final[0]} +{final[1]}\n").ToString();
    }

    /// <summary>The terms alone, separated by a slash.</summary>
    public static string Terms(Analyzer analyzer, string text)
    {
        StringBuilder dump = new();
        TokenStream stream = analyzer.GetTokenStream("field", text);
        while (stream.MoveNext())
        {
            dump.Append(dump.Length == 0 ? "" : "/").Append(stream.Token.Term);
        }

        return dump.ToString();
    }

    private static void Append(StringBuilder dump, ReadOnlySpan<char> term, int start, int end, int increment,
        int length)
    {
        foreach (char unit in term)
        {
            // Escaped, so that a failure is readable and lone surrogates survive the report.
            dump.Append(char.IsSurrogate(unit) || char.IsControl(unit) ? $"\\u{(int)unit:X4}" : unit.ToString());
        }

        dump.Append(CultureInfo.InvariantCulture, $" {start}-{end} +{increment}");
        dump.Append(length == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" len {length}"));
    }
}
