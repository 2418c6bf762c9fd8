using ScoSearch.Lucene.Analysis.Cjk;
using ScoSearch.Lucene.Analysis.Standard;

namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>Pairs of Han, kana and Hangul characters of the folded text, words of other scripts. Thread-safe.</summary>
/// <remarks>
/// Chain: fold, <see cref="StandardTokenizer"/>, <see cref="CjkBigramFilter"/>. No stop words. Offsets point into the
/// original text.
/// </remarks>
public sealed class FoldedBigramAnalyzer : Analyzer
{
    private readonly TextFolder _folder;
    private readonly bool _outputUnigrams;

    /// <summary>Creates the analyzer.</summary>
    /// <param name="outputUnigrams">True to give out single characters as well as pairs.</param>
    /// <param name="folder">How to fold; <see cref="TextFolder.All"/> when null.</param>
    public FoldedBigramAnalyzer(bool outputUnigrams = false, TextFolder? folder = null)
    {
        _outputUnigrams = outputUnigrams;
        _folder = folder ?? TextFolder.All;
    }

    /// <inheritdoc/>
    /// <returns>The term folded.</returns>
    public override string Normalize(string field, string text) => _folder.Fold(text);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        FoldingTokenizer tokenizer = new(new StandardTokenizer(), _folder);
        return new TokenStreamComponents(tokenizer, new CjkBigramFilter(tokenizer, _outputUnigrams));
    }
}
