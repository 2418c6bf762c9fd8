namespace ScoSearch.TestSupport;

/// <summary>A document as plain lists, for the naive index.</summary>
public sealed class NaiveDocument
{
    public Dictionary<string, List<NaiveToken>> Tokens { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Numbers { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, string> Strings { get; } = new(StringComparer.Ordinal);

    public bool IsDeleted { get; set; }

    /// <summary>Adds a text as tokens separated by spaces, at following positions.</summary>
    public NaiveDocument AddText(string field, string text)
    {
        if (!Tokens.TryGetValue(field, out List<NaiveToken>? tokens))
        {
            Tokens.Add(field, tokens = []);
        }

        int offset = 0;
        foreach (string word in text.Split(' '))
        {
            if (word.Length > 0)
            {
                int position = tokens.Count == 0 ? 0 : tokens[^1].Position + 1;
                tokens.Add(new NaiveToken(word, position, offset, offset + word.Length));
            }

            offset += word.Length + 1;
        }

        return this;
    }
}
