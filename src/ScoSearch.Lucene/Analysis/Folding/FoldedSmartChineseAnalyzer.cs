using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Lucene.Analysis.Folding;

/// <summary>
/// SmartCn's cut of the folded text, with user words: one chain for simplified and traditional Chinese, full and half
/// width. Thread-safe.
/// </summary>
/// <remarks>
/// Chain: fold, <see cref="HmmChineseTokenizer"/>, <see cref="PorterStemFilter"/>, <see cref="StopFilter"/>. Offsets
/// point into the original text.
/// </remarks>
public sealed class FoldedSmartChineseAnalyzer : Analyzer
{
    private readonly TextFolder _folder;
    private readonly Func<UserDictionary>? _userWords;

    // The last dictionary asked for and its folded form; replaced as a whole, so that a reader sees a matching couple.
    private volatile Tuple<UserDictionary, UserDictionary> _folded =
        Tuple.Create(UserDictionary.Empty, UserDictionary.Empty);

    /// <summary>Creates the analyzer.</summary>
    /// <param name="userWords">Asked for the current words by each text (unfolded; the analyzer folds them once); null
    /// for none.</param>
    /// <param name="folder">How to fold; <see cref="TextFolder.All"/> when null.</param>
    public FoldedSmartChineseAnalyzer(Func<UserDictionary>? userWords = null, TextFolder? folder = null)
    {
        _userWords = userWords;
        _folder = folder ?? TextFolder.All;
    }

    /// <inheritdoc/>
    /// <returns>The term folded.</returns>
    public override string Normalize(string field, string text) => _folder.Fold(text);

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        HmmChineseTokenizer words = _userWords is null ? new() : new(FoldedUserWords);
        FoldingTokenizer tokenizer = new(words, _folder);
        return new TokenStreamComponents(
            tokenizer, new StopFilter(new PorterStemFilter(tokenizer), SmartChineseAnalyzer.DefaultStopWords));
    }

    private UserDictionary FoldedUserWords()
    {
        UserDictionary current = _userWords!(); // given whenever this method is handed out
        Tuple<UserDictionary, UserDictionary> folded = _folded;
        if (!ReferenceEquals(folded.Item1, current))
        {
            folded = Tuple.Create(current, current.Fold(_folder));
            _folded = folded;
        }

        return folded.Item2;
    }
}
