using System.Globalization;
using System.IO;
using System.Text;
using ScoSearch.Core.Dictionaries;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.Core.Indexing;

/// <summary>How the text of paragraphs and of queries is cut into terms. Thread-safe.</summary>
/// <remarks>
/// <para>Word fields: SmartCn with user words over folded characters; they decide the ranking.</para>
/// <para>Bigram fields: one position a character (a run of Latin letters or digits counts as one), each Han character alone
/// and with its right neighbour. Every string of visible characters that stands in a paragraph can therefore be found,
/// however words are cut: one character by its term, several by the phrase of their bigrams.</para>
/// </remarks>
internal sealed class ParagraphAnalysis
{
    /// <summary>Version of the analysis: to be raised with any change of folding or cutting.</summary>
    public const string Version = "2";

    public ParagraphAnalysis(DictionarySet dictionaries)
    {
        ArgumentNullException.ThrowIfNull(dictionaries);
        Dictionaries = dictionaries;
        UserDictionary userWords = ToUserDictionary(dictionaries.Words).Fold(TextFolder.All);
        ForIndexing = new ParagraphAnalyzer(GramMode.Index, userWords);
        ForQueries = new ParagraphAnalyzer(GramMode.Query, userWords);
    }

    /// <summary>The dictionaries in use.</summary>
    public DictionarySet Dictionaries { get; }

    /// <summary>Cuts the fields of documents.</summary>
    public Analyzer ForIndexing { get; }

    /// <summary>
    /// Cuts queries: words as in documents; of the bigram fields only the longest terms, at the positions they have in a
    /// document, so that they can be made into a phrase.
    /// </summary>
    public Analyzer ForQueries { get; }

    private static UserDictionary ToUserDictionary(UserWords words)
    {
        StringBuilder lines = new();
        foreach (UserWord word in words.Words)
        {
            lines.Append(word.Text).Append(CultureInfo.InvariantCulture, $"\t{word.Frequency ?? 1}\n");
        }

        using StringReader reader = new(lines.ToString());
        return UserDictionary.Read(reader);
    }
}
