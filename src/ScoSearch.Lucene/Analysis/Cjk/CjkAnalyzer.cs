using System.Collections.Frozen;
using ScoSearch.Lucene.Analysis.Standard;

namespace ScoSearch.Lucene.Analysis.Cjk;

/// <summary>
/// Pairs of Han, kana and Hangul characters, words of other scripts: the analysis of Apache Lucene's CJKAnalyzer.
/// Thread-safe.
/// </summary>
/// <remarks>Chain: standard tokenizer, width filter, lower case, bigram filter, stop filter.</remarks>
public sealed class CjkAnalyzer : Analyzer
{
    private readonly FrozenSet<string> _stopWords;
    private readonly bool _outputUnigrams;

    /// <summary>Creates the analyzer.</summary>
    /// <param name="stopWords">Lower-case terms to drop; <see cref="DefaultStopWords"/> when null.</param>
    /// <param name="outputUnigrams">True to index single characters as well as pairs.</param>
    public CjkAnalyzer(IEnumerable<string>? stopWords = null, bool outputUnigrams = false)
    {
        _stopWords = stopWords?.ToFrozenSet(StringComparer.Ordinal) ?? DefaultStopWords;
        _outputUnigrams = outputUnigrams;
    }

    /// <summary>English function words and the leftovers of contractions and web addresses.</summary>
    public static FrozenSet<string> DefaultStopWords { get; } = FrozenSet.ToFrozenSet(
        [
            "a", "and", "are", "as", "at", "be", "but", "by", "for", "if", "in", "into", "is", "it", "no", "not",
            "of", "on", "or", "s", "such", "t", "that", "the", "their", "then", "there", "these", "they", "this",
            "to", "was", "will", "with", "www",
        ],
        StringComparer.Ordinal);

    /// <inheritdoc/>
    /// <returns>The term in normal width and lower case.</returns>
    public override string Normalize(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        char[] units = text.ToCharArray();
        return LowerCase.Apply(new string(units, 0, Width.Fold(units)));
    }

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        StandardTokenizer tokenizer = new();
        CjkBigramFilter bigrams = new(new LowerCaseFilter(new CjkWidthFilter(tokenizer)), _outputUnigrams);
        return new TokenStreamComponents(tokenizer, new StopFilter(bigrams, _stopWords));
    }
}
