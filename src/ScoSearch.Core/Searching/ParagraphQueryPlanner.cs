using ScoSearch.Core.Indexing;
using ScoSearch.Core.Querying;
using ScoSearch.Core.Variants;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Core.Searching;

/// <summary>Turns what a person typed into a query over the word and the bigram field. Thread-safe.</summary>
/// <remarks>
/// <para>Loose text: any of its words or bigrams, without those that only ask; the scores of both are added. Words decide
/// most of the ranking, bigrams find what is cut differently. Both are asked of one field, made of title and paragraph.</para>
/// <para>What means the same by the dictionary is looked for too, as phrases. All synonyms of an entry count as one term with half the
/// weight of the entry that was typed, however rare they are: a rare synonym must not outweigh the word. The same number
/// written otherwise is looked for as a phrase with half its weight.</para>
/// <para>A short string that stands in a paragraph as it was typed comes before its parts. A phrase in quotation marks must
/// stand as it is, so it is asked of the bigram field, where no word border can hide it.</para>
/// </remarks>
internal sealed class ParagraphQueryPlanner(ParagraphAnalysis analysis, IndexReader reader)
{
    // A whole short string found as typed outweighs all of its parts found apart, in words and bigrams.
    private const float ExactBoost = 3f;

    // Strings up to this many bigrams are also looked for as they are.
    private const int MaxExactTerms = 8;

    // What was typed comes before what only means the same or is the same number.
    private const float SynonymBoost = 0.5f;

    // A word of letters that stands in so many paragraphs fills the first page: then nobody means pieces of longer words.
    private const int FrequentRun = 10;

    private readonly SynonymFinder _synonyms = new(analysis.Dictionaries.Synonyms);

    /// <summary>The query, or one that matches nothing when there is nothing to search for.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="needsAll">Whether a paragraph needs every word of the loose text.</param>
    public ParagraphQuery Plan(UserQuery typed, bool needsAll = false)
    {
        BooleanQuery.Builder all = new();
        BooleanQuery.Builder places = new();
        LooseTerms loose = new();
        Dictionary<string, HashSet<string>> terms = new(StringComparer.Ordinal)
        {
            [ParagraphFields.Words] = new(StringComparer.Ordinal),
            [ParagraphFields.Grams] = new(StringComparer.Ordinal),
        };
        HashSet<string> whole = new(StringComparer.Ordinal);
        bool hasRequired = false;
        List<UserQueryPart> looseParts = [];
        foreach (UserQueryPart part in typed.Parts)
        {
            if (!part.IsExcluded && !part.IsPhrase)
            {
                looseParts.Add(part);
            }
            else if (BuildPhrase(part.Text, part.IsExcluded ? null : terms[ParagraphFields.Grams], whole, withPieces: !part.IsExcluded) is { } phrase)
            {
                all.Add(phrase, part.IsExcluded ? Occur.MustNot : Occur.Must);
                places.Add(phrase, part.IsExcluded ? Occur.MustNot : Occur.Should);
                hasRequired |= !part.IsExcluded;
            }
        }

        AddLoose(loose, looseParts);
        if (loose.IsEmpty)
        {
            return hasRequired
                ? new ParagraphQuery(all.Build(), null, terms, whole)
                : new ParagraphQuery(MatchNoDocsQuery.Instance, null, terms, whole);
        }

        terms[ParagraphFields.Words].UnionWith(loose.Words);
        terms[ParagraphFields.Grams].UnionWith(loose.Grams);
        BooleanQuery.Builder any = loose.BuildRanking();
        places.Add(loose.BuildPlaces().Build(), Occur.Should);
        AddSynonyms([any, places], looseParts, terms[ParagraphFields.Grams], whole);
        foreach (UserQueryPart part in looseParts)
        {
            if (VisibleString.Read(analysis, ParagraphFields.Grams, part.Text) is { TermCount: <= MaxExactTerms } shown)
            {
                Query exact = BuildPhrase(shown, terms[ParagraphFields.Grams], whole, withPieces: !IsFrequentRun(shown));
                any.Add(new BoostQuery(exact, ExactBoost), Occur.Should);
                places.Add(exact, Occur.Should);
            }
        }

        all.Add(any.Build(), hasRequired ? Occur.Should : Occur.Must);
        Query? allWords = BuildAll(loose);
        if (needsAll && allWords is not null)
        {
            all.Add(allWords, Occur.Filter);
        }

        return new ParagraphQuery(all.Build(), loose.BuildWords(), terms, whole, loose.Describe(looseParts))
        {
            Places = places.Build(),
            AllWords = loose.Words.Count > 1 ? allWords : null,
        };
    }

    // Each word must be there: as a word, or, where words are cut otherwise, as its characters.
    private BooleanQuery? BuildAll(LooseTerms loose)
    {
        IReadOnlyCollection<string> needed = loose.Words.Count > 0 ? loose.Words : loose.Grams;
        BooleanQuery.Builder all = new();
        foreach (string term in needed)
        {
            BooleanQuery.Builder any = new();
            any.Add(new TermQuery(new Term(ParagraphFields.Words, term)), Occur.Should);
            any.Add(new TermQuery(new Term(ParagraphFields.TitleWords, term)), Occur.Should);
            foreach (string field in (ReadOnlySpan<string>)[ParagraphFields.Grams, ParagraphFields.TitleGrams])
            {
                if (BuildPhraseIn(field, term) is { } phrase)
                {
                    any.Add(phrase, Occur.Should);
                }
            }

            all.Add(any.Build(), Occur.Filter);
        }

        return needed.Count == 0 ? null : all.Build();
    }

    private Query? BuildPhraseIn(string field, string text) => VisibleString.Read(analysis, field, text) is not { } shown
        ? null
        : IsFrequentRun(shown) ? shown.Whole() : shown.Anywhere();

    // A question that consists of asking words alone is taken literally.
    private void AddLoose(LooseTerms loose, List<UserQueryPart> parts)
    {
        foreach (UserQueryPart part in parts)
        {
            string content = QuestionWords.Remove(TextFolder.All.Fold(part.Text));
            AddTerms(loose, content, literally: false);
        }

        if (loose.IsEmpty)
        {
            parts.ForEach(part => AddTerms(loose, part.Text, literally: true));
        }
    }

    // Over all parts together: an entry may be of several words. Each synonym and number must stand as it is.
    private void AddSynonyms(
        BooleanQuery.Builder[] queries, List<UserQueryPart> parts, HashSet<string> terms, HashSet<string> whole)
    {
        string folded = TextFolder.All.Fold(string.Join(' ', parts.Select(part => part.Text)));
        foreach ((string entry, IReadOnlyList<string> others) in _synonyms.Find(folded))
        {
            Query[] phrases = [.. others.Select(other => BuildPhrase(other, terms, whole, withPieces: false)).OfType<Query>()];
            if (phrases.Length > 0)
            {
                ConstantScoreQuery any = new(new DisjunctionMaxQuery(phrases, 0));
                queries[0].Add(new BoostQuery(any, SynonymBoost * ScoreOf(entry, parts)), Occur.Should);
                Array.ForEach(phrases, phrase => queries[1].Add(phrase, Occur.Should));
            }
        }

        foreach (string other in NumeralVariants.Find(folded))
        {
            if (BuildPhrase(other, terms, whole, withPieces: false) is { } phrase)
            {
                Array.ForEach(queries, query => query.Add(new BoostQuery(phrase, SynonymBoost), Occur.Should));
            }
        }
    }

    // What a string adds to the score of a paragraph that has it once and is not long: nearly the weights of its terms.
    private float ScoreOf(string entry, List<UserQueryPart> parts)
    {
        LooseTerms loose = new();
        AddTerms(loose, entry, literally: true);
        float score = loose.Weigh().Sum(term => term.Value * IdfOf(ParagraphFields.Ranking, term.Key));

        // A run of letters may stand inside another one, for a constant score that its synonyms must not reach either.
        bool isRun = VisibleString.Read(analysis, ParagraphFields.Grams, entry) is { IsRun: true };
        return isRun ? Math.Min(score, ExactBoost * VisibleString.InsideScore)
            : parts.Exists(part => TextFolder.All.Fold(part.Text) == entry)
                ? score + (ExactBoost * loose.Grams.Sum(gram => IdfOf(ParagraphFields.Grams, gram)))
                : score;
    }

    private float IdfOf(string field, string term) =>
        Bm25Similarity.Idf(reader.GetDocFreq(new Term(field, term)), reader.GetDocCount(field));

    private void AddTerms(LooseTerms loose, string text, bool literally)
    {
        Analyze(ParagraphFields.Words, text, (term, _) =>
        {
            if (literally || !QuestionWords.IsFunctionWord(term))
            {
                loose.AddWord(term);
            }
        });
        Analyze(ParagraphFields.Grams, text, (term, _) =>
        {
            if (literally || !QuestionWords.IsFunctionWord(term))
            {
                loose.AddGram(term);
            }
        });
    }

    // Terms are noted unless the phrase is an excluded one.
    private Query? BuildPhrase(string text, HashSet<string>? terms, HashSet<string> whole, bool withPieces) =>
        VisibleString.Read(analysis, ParagraphFields.Grams, text) is { } shown ? BuildPhrase(shown, terms, whole, withPieces) : null;

    private static Query BuildPhrase(VisibleString shown, HashSet<string>? terms, HashSet<string> whole, bool withPieces)
    {
        if (terms is not null)
        {
            shown.AddTo(terms, whole, withPieces);
        }

        return withPieces ? shown.Anywhere() : shown.Whole();
    }

    private bool IsFrequentRun(VisibleString shown) =>
        shown.IsRun && reader.GetDocFreq(new Term(ParagraphFields.Grams, shown.OnlyTerm!)) >= FrequentRun;

    private void Analyze(string field, string text, Action<string, int> take)
    {
        TokenStream stream = analysis.ForQueries.GetTokenStream(field, text);
        int position = -1;
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            take(stream.Token.Term.ToString(), position);
        }

        stream.End();
    }
}
