using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Core.Indexing;

/// <summary>Cuts the fields of a paragraph: bigram fields by <see cref="GramTokenizer"/>, all others into words. Thread-safe.</summary>
/// <param name="mode">Which terms of bigram fields to give out.</param>
/// <param name="userWords">User words in folded form.</param>
internal sealed class ParagraphAnalyzer(GramMode mode, UserDictionary userWords) : Analyzer
{
    // Levels of the section path must not be bridged by a phrase.
    private const int ValueGap = 100;

    // Of bigrams, a part of a text must fold as it does within the text, or it could not be found.
    private static readonly TextFolder GramFolder =
        new(TextFolding.Width | TextFolding.Case | TextFolding.SimplifiedByCharacter);

    /// <summary>The form in which characters of bigram fields are compared.</summary>
    public static string FoldGrams(string text) => GramFolder.Fold(text);

    /// <inheritdoc/>
    public override int GetPositionIncrementGap(string field) => ValueGap;

    /// <inheritdoc/>
    public override string Normalize(string field, string text) =>
        (ParagraphFields.IsGrams(field) ? GramFolder : TextFolder.All).Fold(text);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        if (ParagraphFields.IsGrams(field))
        {
            FoldingTokenizer grams = new(new GramTokenizer(mode), GramFolder);
            return new TokenStreamComponents(grams, grams);
        }

        FoldingTokenizer words = new(new HmmChineseTokenizer(() => userWords), TextFolder.All);
        return new TokenStreamComponents(
            words, new StopFilter(new PorterStemFilter(words), SmartChineseAnalyzer.DefaultStopWords));
    }
}
