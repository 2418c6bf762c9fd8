using System.Collections.Frozen;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// The analysis of Apache Lucene's SmartChineseAnalyzer with its default settings: the same tokens, offsets and
/// increments. Thread-safe.
/// </summary>
/// <remarks>
/// Chain: <see cref="HmmChineseTokenizer"/>, <see cref="PorterStemFilter"/>, <see cref="StopFilter"/> of punctuation.
/// The judge is Apache Lucene 8.
/// </remarks>
public sealed class SmartChineseAnalyzer : Analyzer
{
    private readonly Func<UserDictionary>? _userWords;

    /// <summary>Creates the analyzer without user words: exactly SmartCn.</summary>
    public SmartChineseAnalyzer()
    {
    }

    /// <summary>Creates the analyzer with user words.</summary>
    /// <param name="userWords">Asked for the current words by each text; a text in progress keeps its own. Must be
    /// thread-safe.</param>
    /// <exception cref="ArgumentNullException">The provider is null.</exception>
    public SmartChineseAnalyzer(Func<UserDictionary> userWords)
    {
        ArgumentNullException.ThrowIfNull(userWords);
        _userWords = userWords;
    }

    /// <summary>
    /// The default stop set: punctuation marks. The tokenizer turns every mark into a comma, so only that entry ever
    /// matches.
    /// </summary>
    public static FrozenSet<string> DefaultStopWords { get; } = CreateStopWords();

    /// <inheritdoc/>
    /// <returns>The term in lower case, code point by code point; nothing else is done to it.</returns>
    public override string Normalize(string field, string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return LowerCase.Apply(text);
    }

    /// <inheritdoc/>
    protected override TokenStreamComponents CreateComponents(string field)
    {
        HmmChineseTokenizer tokenizer = _userWords is null ? new() : new(_userWords);
        return new TokenStreamComponents(tokenizer, new StopFilter(new PorterStemFilter(tokenizer), DefaultStopWords));
    }

    private static FrozenSet<string> CreateStopWords()
    {
        const string Marks = ",.`-_=?'|\"(){}[]<>*#&^$@!~:;+/\\《》—－，。、：；！·？“”）（【】［］●\u3000";
        List<string> words = [""];
        foreach (char mark in Marks)
        {
            words.Add(mark.ToString());
        }

        return words.ToFrozenSet(StringComparer.Ordinal);
    }
}
