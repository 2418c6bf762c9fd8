using System.Globalization;
using ScoSearch.Core.Analyzing;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Explaining;

/// <summary>Puts the parts of a score into words. Immutable.</summary>
/// <param name="snapshot">The index.</param>
/// <param name="plan">The query that is explained.</param>
/// <param name="docId">The paragraph that is explained.</param>
/// <param name="language">The language of the words.</param>
internal sealed class ExplanationWording(
    IndexSnapshot snapshot, ParagraphQuery plan, int docId, MessageLanguage language)
{
    private static readonly string[] WordFields =
        [ParagraphFields.Words, ParagraphFields.TitleWords, ParagraphFields.SectionWords];

    private static readonly string[] GramFields =
        [ParagraphFields.Grams, ParagraphFields.TitleGrams, ParagraphFields.SectionGrams];

    /// <summary>What kind of evidence a clause is.</summary>
    public ScoreGroup GroupOf(Query query) => query is PhraseQuery or DisjunctionMaxQuery ? ScoreGroup.Phrases
        : SynonymsOf(query) is not null ? ScoreGroup.Synonyms
        : TermsOf(query) is not [Term term, ..] ? ScoreGroup.Others
        : Has(ParagraphFields.Words, term) ? ScoreGroup.Words
        : Has(ParagraphFields.Grams, term) ? ScoreGroup.Bigrams
        : ScoreGroup.Others;

    /// <summary>A kind of evidence.</summary>
    public string Of(ScoreGroup group) => group switch
    {
        ScoreGroup.Words => Of("词：查询里的词在正文或标题里出现，越少见的词分量越重", "words of the query in text or title; rare words weigh more"),
        ScoreGroup.Bigrams => Of("相邻的两个字：不论词怎样切分都算", "pairs of neighbouring characters, however words are cut"),
        ScoreGroup.Phrases => Of("连在一起、原样出现的字", "characters that stand together as they are asked for"),
        ScoreGroup.Synonyms => Of("词典里的同义说法：按所查词语分量的一半计", "synonyms by the dictionary: half the weight of the word that was asked for"),
        _ => Of("其他条件", "other conditions"),
    };

    /// <summary>One clause.</summary>
    public string Of(Query query)
    {
        string what = QueryWording.Of(query);
        if (query is PhraseQuery or DisjunctionMaxQuery)
        {
            int times = snapshot.Searcher.GetMatches(query, docId).Count;
            return Of($"“{what}”{Number(times)} 处", $"“{what}”, {Number(times)} times");
        }

        if (SynonymsOf(query) is { } synonyms)
        {
            return "“" + string.Join(
                '、', synonyms.Where(synonym => snapshot.Searcher.Explain(synonym, docId).IsMatch).Select(QueryWording.Of)) + "”";
        }

        IReadOnlyList<Term> terms = TermsOf(query);
        ScoreGroup group = GroupOf(query);
        if (group is not (ScoreGroup.Words or ScoreGroup.Bigrams))
        {
            return what;
        }

        List<string> places = [];
        foreach (string field in group == ScoreGroup.Words ? WordFields : GramFields)
        {
            int times = snapshot.Searcher.GetMatches(new TermQuery(new Term(field, terms[0].Text)), docId, field).Count;
            if (times > 0)
            {
                places.Add(Of($"{PlaceOf(field)} {Number(times)} 处", $"{Number(times)} in the {PlaceOf(field)}"));
            }
        }

        int paragraphs = terms.Max(snapshot.Reader.GetDocFreq);
        string where = string.Join(Of("，", ", "), places);
        return Of(
            $"“{what}”：{where}；全部段落中有 {Number(paragraphs)} 段含有它",
            $"“{what}”: {where}; {Number(paragraphs)} paragraphs of all have it");
    }

    /// <summary>What looking into the text changed.</summary>
    public string OfRescoring() => Of(
        "看过前几段以后所加：查询的词靠近段首、简繁与查询一致",
        "added after a look into the first hits: words near the beginning, the same script");

    /// <summary>A word the paragraph opens with.</summary>
    public string OfOpening(string word) => Of(
        $"“{word}”在段首附近，或者是《{word}》这样的名称", $"“{word}” near the beginning, or as a name: 《{word}》");

    /// <summary>The script of the paragraph.</summary>
    public string OfScript() => Of("简繁与查询一致", "the same script as the query");

    /// <summary>The whole score.</summary>
    /// <param name="parts">Number of its parts.</param>
    public string OfScore(int parts) => Of($"得分，由下面 {Number(parts)} 项相加", $"score, the sum of {Number(parts)} parts");

    // A term may be scored in a field of its own; what it is, and where it stands, the row it is listed in tells.
    private bool Has(string row, Term term) => plan.Terms.GetValueOrDefault(row)?.Contains(term.Text) == true;

    private static IReadOnlyList<Term> TermsOf(Query query) => query switch
    {
        CombinedTermQuery combined => combined.Terms,
        TermQuery term => [term.Term],
        _ => [],
    };

    // The planner makes such a query of the synonyms of one entry, and of nothing else.
    private static IReadOnlyList<Query>? SynonymsOf(Query query) =>
        query is ConstantScoreQuery { Query: DisjunctionMaxQuery synonyms } ? synonyms.Disjuncts
        : query is BoostQuery boosted ? SynonymsOf(boosted.Query)
        : null;

    private string PlaceOf(string field) => field switch
    {
        ParagraphFields.TitleWords or ParagraphFields.TitleGrams => Of("标题", "title"),
        ParagraphFields.SectionWords or ParagraphFields.SectionGrams => Of("小标题", "section"),
        _ => Of("正文", "text"),
    };

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private string Of(string chinese, string english) => language == MessageLanguage.Chinese ? chinese : english;
}
