namespace ScoSearch.Lucene.Analysis;

/// <summary>
/// Takes the whole text as one term: for names, numbers and other values that are not running text. Thread-safe.
/// </summary>
public sealed class KeywordAnalyzer : Analyzer
{
    /// <inheritdoc/>
    /// <returns>The text as it is.</returns>
    public override string Normalize(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text;
    }

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        KeywordTokenizer tokenizer = new();
        return new TokenStreamComponents(tokenizer, tokenizer);
    }
}
