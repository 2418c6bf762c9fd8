using ScoSearch.Core.Indexing;
using ScoSearch.Core.Text;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Words and bigrams of loose text with how often they were typed. Not thread-safe.</summary>
internal sealed class LooseTerms
{
    // There is a bigram for nearly every character, but a word for every second one only: together they would count double.
    private const float GramWeight = 0.7f;

    private readonly Dictionary<string, int> _words = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _grams = new(StringComparer.Ordinal);

    /// <summary>Whether there is nothing to look for.</summary>
    public bool IsEmpty => _words.Count == 0 && _grams.Count == 0;

    /// <summary>The words, each once.</summary>
    public IReadOnlyCollection<string> Words => _words.Keys;

    /// <summary>The bigrams, runs and lone characters, each once.</summary>
    public IReadOnlyCollection<string> Grams => _grams.Keys;

    public void AddWord(string term) => _words[term] = _words.GetValueOrDefault(term) + 1;

    public void AddGram(string term) => _grams[term] = _grams.GetValueOrDefault(term) + 1;

    /// <summary>What the first hits are looked through for.</summary>
    public LooseQuery Describe(IEnumerable<UserQueryPart> parts) =>
        new([.. _words.Keys], ScriptDetector.OfQuery(string.Concat(parts.Select(part => part.Text))));

    /// <summary>What ranks: a word that is also a bigram is one term with the weight of both.</summary>
    public IReadOnlyDictionary<string, float> Weigh()
    {
        Dictionary<string, float> weights = new(StringComparer.Ordinal);
        foreach ((string term, int count) in _words)
        {
            weights[term] = count;
        }

        foreach ((string term, int count) in _grams)
        {
            if (!RankingTerms.IsCharacter(term))
            {
                weights[term] = weights.GetValueOrDefault(term) + (count * GramWeight);
            }
        }

        return weights;
    }

    /// <summary>The query that ranks.</summary>
    public BooleanQuery.Builder BuildRanking()
    {
        BooleanQuery.Builder any = new();
        foreach ((string term, float weight) in Weigh())
        {
            TermQuery query = new(new Term(ParagraphFields.Ranking, term));
            any.Add(weight == 1f ? query : new BoostQuery(query, weight), Occur.Should);
        }

        return any;
    }

    /// <summary>The words as a query over the word field; null when there is none.</summary>
    public Query? BuildWords()
    {
        BooleanQuery.Builder any = new();
        AddTo(any, ParagraphFields.Words, _words.Keys);
        return _words.Count == 0 ? null : any.Build();
    }

    /// <summary>The terms in the fields that know where they stand.</summary>
    public BooleanQuery.Builder BuildPlaces()
    {
        BooleanQuery.Builder any = new();
        AddTo(any, ParagraphFields.Words, _words.Keys);
        AddTo(any, ParagraphFields.TitleWords, _words.Keys);
        AddTo(any, ParagraphFields.Grams, _grams.Keys);
        AddTo(any, ParagraphFields.TitleGrams, _grams.Keys);
        return any;
    }

    private static void AddTo(BooleanQuery.Builder any, string field, IEnumerable<string> terms)
    {
        foreach (string term in terms)
        {
            any.Add(new TermQuery(new Term(field, term)), Occur.Should);
        }
    }
}
