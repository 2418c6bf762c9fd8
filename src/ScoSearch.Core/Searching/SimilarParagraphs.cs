using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Core.Searching;

/// <summary>Makes a query for paragraphs like a given one. Thread-safe.</summary>
/// <remarks>
/// The words and bigrams of the paragraph that tell it from others, by weight times idf, are searched for in the field that searches
/// rank by; what stands in only this paragraph leads nowhere and is left out. Bigrams are there so that names that are cut
/// differently count too.
/// </remarks>
internal sealed class SimilarParagraphs(IndexReader reader, ParagraphAnalysis analysis)
{
    // Telling terms; more add time and common words, not better neighbours.
    private const int MaxTerms = 40;

    /// <summary>The query, without the paragraph itself.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="otherDocumentsOnly">Whether its whole document is left out.</param>
    public ParagraphQuery Plan(StoredParagraph paragraph, bool otherDocumentsOnly)
    {
        LooseTerms all = new();
        Read(ParagraphFields.Words, paragraph.Text, all.AddWord);
        Read(ParagraphFields.Grams, paragraph.Text, all.AddGram);
        Dictionary<string, float> telling = FindTelling(all);
        Dictionary<string, HashSet<string>> terms = new(StringComparer.Ordinal)
        {
            [ParagraphFields.Words] = [.. all.Words.Where(telling.ContainsKey)],
            [ParagraphFields.Grams] = [.. all.Grams.Where(telling.ContainsKey)],
        };
        if (telling.Count == 0)
        {
            return new ParagraphQuery(MatchNoDocsQuery.Instance, null, terms, new HashSet<string>());
        }

        Query others = new BooleanQuery.Builder()
            .Add(AnyOf(telling.Select(term => Weigh(ParagraphFields.Ranking, term.Key, term.Value))), Occur.Must)
            .Add(
                new TermQuery(otherDocumentsOnly
                    ? new Term(ParagraphFields.Document, paragraph.DocumentId)
                    : new Term(ParagraphFields.Id, paragraph.Id)),
                Occur.MustNot)
            .Build();
        Query? words = terms[ParagraphFields.Words].Count == 0
            ? null
            : AnyOf(terms[ParagraphFields.Words].Select(word => Weigh(ParagraphFields.Words, word, 1)));
        return new ParagraphQuery(others, words, terms, new HashSet<string>())
        {
            Places = AnyOf(terms.SelectMany(row => row.Value.Select(term => Weigh(row.Key, term, 1)))),
        };
    }

    private static Query Weigh(string field, string term, float weight)
    {
        TermQuery query = new(new Term(field, term));
        return weight == 1 ? query : new BoostQuery(query, weight);
    }

    private static BooleanQuery AnyOf(IEnumerable<Query> queries)
    {
        BooleanQuery.Builder any = new();
        foreach (Query query in queries)
        {
            any.Add(query, Occur.Should);
        }

        return any.Build();
    }

    private Dictionary<string, float> FindTelling(LooseTerms all)
    {
        int count = reader.GetDocCount(ParagraphFields.Ranking);

        // Repeated terms count more, but not as often as they are repeated; a bigram that is no word counts less than a word.
        return all.Weigh()
            .Select(term => (
                Text: term.Key,
                Weight: MathF.Log2(1 + term.Value),
                Frequency: reader.GetDocFreq(new Term(ParagraphFields.Ranking, term.Key))))
            .Where(term => term.Frequency > 1)
            .OrderByDescending(term => term.Weight * Bm25Similarity.Idf(term.Frequency, count))
            .ThenBy(term => term.Text, StringComparer.Ordinal)
            .Take(MaxTerms)
            .ToDictionary(term => term.Text, term => term.Weight, StringComparer.Ordinal);
    }

    private void Read(string field, string text, Action<string> take)
    {
        TokenStream stream = analysis.ForQueries.GetTokenStream(field, text);
        while (stream.MoveNext())
        {
            string term = stream.Token.Term.ToString();
            if (term.Length > 1 && !QuestionWords.IsFunctionWord(term))
            {
                take(term);
            }
        }

        stream.End();
    }
}
