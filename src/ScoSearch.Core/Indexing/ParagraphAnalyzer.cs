using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Core.Indexing;

/// <summary>Cuts the fields of a paragraph: bigram fields by <see cref="GramTokenizer"/>, all others into words. Thread-safe.</summary>
internal sealed class ParagraphAnalyzer(GramMode mode) : Analyzer
{
    // Levels of the section path must not be bridged by a phrase.
    private const int ValueGap = 100;

    private readonly SmartChineseAnalyzer _words = new();

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string field) => ValueGap;

    /// <inheritdoc/>
    public override string Normalize(string field, string text) =>
        ParagraphFields.IsGrams(field) ? GramFolding.Fold(text) : _words.Normalize(field, text);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        if (ParagraphFields.IsGrams(field))
        {
            GramTokenizer grams = new(mode);
            return new TokenStreamComponents(grams, grams);
        }

        HmmChineseTokenizer words = new();
        return new TokenStreamComponents(
            words, new StopFilter(new PorterStemFilter(words), SmartChineseAnalyzer.DefaultStopWords));
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _words.Dispose();
        }

        base.Dispose(disposing);
    }
}
