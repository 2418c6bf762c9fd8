using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Turns what a person typed into a query over the word and the bigram field. Thread-safe.</summary>
/// <remarks>
/// <para>Loose text: any of its words or bigrams, without those that only ask; the scores of both are added. Words decide
/// most of the ranking, bigrams find what is cut differently. A word counts as in one text made of title and paragraph.</para>
/// <para>What means the same by the dictionary is looked for too, as a phrase and with less weight.</para>
/// <para>A short string that stands in a paragraph as it was typed comes before its parts. A phrase in quotation marks must
/// stand as it is, so it is asked of the bigram field, where no word border can hide it.</para>
/// </remarks>
internal sealed class ParagraphQueryPlanner(ParagraphAnalysis analysis)
{
    // Title and text count alike: measured in docs/ranking.md.
    private const float TitleWeight = 1f;

    // There is a bigram for nearly every character, but a word for every second one only: together they would count double.
    private const float GramWeight = 0.7f;

    // A whole short string found as typed outweighs all of its parts found apart, in words and bigrams.
    private const float ExactBoost = 3f;

    // Strings up to this many bigrams are also looked for as they are.
    private const int MaxExactTerms = 8;

    // What was typed comes before what only means the same.
    private const float SynonymBoost = 0.5f;

    private readonly SynonymFinder _synonyms = new(analysis.Dictionaries.Synonyms);

    /// <summary>The query, or one that matches nothing when there is nothing to search for.</summary>
    public ParagraphQuery Plan(UserQuery typed)
    {
        BooleanQuery.Builder all = new();
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
            else if (BuildPhrase(part.Text, part.IsExcluded ? null : terms[ParagraphFields.Grams], whole) is { } phrase)
            {
                all.Add(phrase, part.IsExcluded ? Occur.MustNot : Occur.Must);
                hasRequired |= !part.IsExcluded;
            }
        }

        AddLoose(loose, looseParts);
        if (loose.IsEmpty)
        {
            return hasRequired
                ? new ParagraphQuery(all.Build(), null, terms, whole)
                : new ParagraphQuery(new MatchNoDocsQuery(), null, terms, whole);
        }

        (BooleanQuery.Builder any, Query? words) = loose.Build(terms);
        AddSynonyms(any, looseParts, terms[ParagraphFields.Grams], whole);
        all.Add(any.Build(), hasRequired ? Occur.Should : Occur.Must);
        foreach (UserQueryPart part in looseParts)
        {
            if (BuildPhrase(part.Text, terms[ParagraphFields.Grams], whole) is { Terms.Count: <= MaxExactTerms } exact)
            {
                all.Add(new BoostQuery(exact, ExactBoost), Occur.Should);
            }
        }

        return new ParagraphQuery(all.Build(), words, terms, whole, loose.Describe(looseParts));
    }

    // A question that consists of asking words alone is taken literally.
    private void AddLoose(LooseTerms loose, List<UserQueryPart> parts)
    {
        foreach (UserQueryPart part in parts)
        {
            string content = QuestionWords.Remove(TextFolder.All.Fold(part.Text));
            AddTerms(loose, content, literally: false);
            loose.AddCharacters(content);
        }

        if (loose.IsEmpty)
        {
            parts.ForEach(part => AddTerms(loose, part.Text, literally: true));
        }
    }

    // Over all parts together: an entry may be of several words. Each synonym must stand as it is.
    private void AddSynonyms(BooleanQuery.Builder any, List<UserQueryPart> parts, HashSet<string> terms, HashSet<string> whole)
    {
        string folded = TextFolder.All.Fold(string.Join(' ', parts.Select(part => part.Text)));
        foreach (string other in _synonyms.Find(folded))
        {
            if (BuildPhrase(other, terms, whole) is { } phrase)
            {
                any.Add(new BoostQuery(phrase, SynonymBoost), Occur.Should);
            }
        }
    }

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
    private PhraseQuery? BuildPhrase(string text, HashSet<string>? terms, HashSet<string> whole)
    {
        PhraseQuery.Builder phrase = new();
        int count = 0;
        string only = "";
        Analyze(ParagraphFields.Grams, text, (term, position) =>
        {
            phrase.Add(new Term(ParagraphFields.Grams, term), position);
            count++;
            only = term;
            terms?.Add(term);
        });
        if (count == 1 && terms is not null)
        {
            whole.Add(only);
        }

        return count == 0 ? null : phrase.Build();
    }

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

    // Words and bigrams of loose text with how often they were typed.
    private sealed class LooseTerms
    {
        private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _grams = new(StringComparer.Ordinal);

        private readonly SortedSet<char> _characters = [];

        public bool IsEmpty => _words.Count == 0 && _grams.Count == 0;

        public void AddWord(string term) => _words[term] = _words.GetValueOrDefault(term) + 1;

        public void AddGram(string term) => _grams[term] = _grams.GetValueOrDefault(term) + 1;

        public void AddCharacters(string folded) => _characters.UnionWith(folded.Where(c => c is >= '\u3400' and <= '\u9FFF'));

        public LooseQuery Describe(List<UserQueryPart> parts) => new(
            [.. _words.Keys], string.Concat(_characters), ScriptDetector.OfQuery(string.Concat(parts.Select(part => part.Text))));

        public (BooleanQuery.Builder Any, Query? Words) Build(Dictionary<string, HashSet<string>> terms)
        {
            BooleanQuery.Builder any = new();
            BooleanQuery.Builder words = new();
            foreach ((string term, int count) in _words)
            {
                terms[ParagraphFields.Words].Add(term);
                any.Add(Combine(ParagraphFields.Words, ParagraphFields.TitleWords, term, count), Occur.Should);
                words.Add(new TermQuery(new Term(ParagraphFields.Words, term)), Occur.Should);
            }

            foreach ((string term, int count) in _grams)
            {
                terms[ParagraphFields.Grams].Add(term);
                any.Add(Combine(ParagraphFields.Grams, ParagraphFields.TitleGrams, term, count * GramWeight), Occur.Should);
            }

            return (any, _words.Count > 0 ? words.Build() : null);
        }

        private static Query Combine(string text, string title, string term, float boost)
        {
            CombinedTermQuery query = new((new Term(text, term), 1f), (new Term(title, term), TitleWeight));
            return boost == 1f ? query : new BoostQuery(query, boost);
        }
    }
}
