namespace ScoSearch.Lucene.Analysis;

/// <summary>Cuts text at white space and changes nothing. Thread-safe.</summary>
public sealed class WhitespaceAnalyzer : Analyzer
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
        WhitespaceTokenizer tokenizer = new();
        return new TokenStreamComponents(tokenizer, tokenizer);
    }
}
