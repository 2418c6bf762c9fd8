using System.Collections.Frozen;

namespace ScoSearch.Lucene.Analysis.Standard;

/// <summary>
/// Standard tokenizer, lower case and, if given, stop words: the analysis of Apache Lucene's StandardAnalyzer.
/// Thread-safe.
/// </summary>
public sealed class StandardAnalyzer : Analyzer
{
    private readonly FrozenSet<string> _stopWords;

    /// <summary>Creates the analyzer.</summary>
    /// <param name="stopWords">Lower-case terms to drop; none when null, as in Lucene 8.</param>
    public StandardAnalyzer(IEnumerable<string>? stopWords = null) =>
        _stopWords = (stopWords ?? []).ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <returns>The term in lower case.</returns>
    public override string Normalize(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LowerCase.Apply(text);
    }

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        StandardTokenizer tokenizer = new();
        return new TokenStreamComponents(tokenizer, new StopFilter(new LowerCaseFilter(tokenizer), _stopWords));
    }
}
