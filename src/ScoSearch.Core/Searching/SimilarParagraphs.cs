using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Core.Searching;

/// <summary>Makes a query for paragraphs like a given one. Thread-safe.</summary>
/// <remarks>
/// The words of the paragraph that tell it from others, by frequency times idf, are searched for; words that stand in only
/// this paragraph lead nowhere and are left out. Bigrams are added as in a search for text, so that names that are cut
/// differently count too.
/// </remarks>
internal sealed class SimilarParagraphs(IndexReader reader, ParagraphAnalysis analysis)
{
    // Telling terms of each row; more add time and common words, not better neighbours.
    private const int MaxTerms = 25;

    // As in a search: there are about twice as many bigrams as words.
    private const float GramWeight = 0.7f;

    /// <summary>The query, without the paragraph itself.</summary>
    /// <param name="paragraph">The paragraph.</param>
    /// <param name="otherDocumentsOnly">Whether its whole document is left out.</param>
    public ParagraphQuery Plan(StoredParagraph paragraph, bool otherDocumentsOnly)
    {
        string text = paragraph.Text;
        Term excluded = otherDocumentsOnly
            ? new Term(ParagraphFields.Document, paragraph.DocumentId)
            : new Term(ParagraphFields.Id, paragraph.Id);
        BooleanQuery.Builder any = new();
        BooleanQuery.Builder words = new();
        Dictionary<string, HashSet<string>> terms = new(StringComparer.Ordinal)
        {
            [ParagraphFields.Words] = Add(any, ParagraphFields.Words, text, 1f),
            [ParagraphFields.Grams] = Add(any, ParagraphFields.Grams, text, GramWeight),
        };
        foreach (string word in terms[ParagraphFields.Words])
        {
            words.Add(new TermQuery(new Term(ParagraphFields.Words, word)), Occur.Should);
        }

        if (terms.Values.All(row => row.Count == 0))
        {
            return new ParagraphQuery(MatchNoDocsQuery.Instance, null, terms, new HashSet<string>());
        }

        Query others = new BooleanQuery.Builder()
            .Add(any.Build(), Occur.Must)
            .Add(new TermQuery(excluded), Occur.MustNot)
            .Build();
        return new ParagraphQuery(
            others, terms[ParagraphFields.Words].Count > 0 ? words.Build() : null, terms, new HashSet<string>());
    }

    private HashSet<string> Add(BooleanQuery.Builder any, string field, string text, float weight)
    {
        HashSet<string> chosen = new(StringComparer.Ordinal);
        foreach ((string term, int count) in Telling(field, text))
        {
            // Repeated words count more, but not as often as they are repeated.
            any.Add(
                new BoostQuery(new TermQuery(new Term(field, term)), weight * (1 + MathF.Log(count))), Occur.Should);
            chosen.Add(term);
        }

        return chosen;
    }

    private IEnumerable<(string Term, int Count)> Telling(string field, string text)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        TokenStream stream = analysis.ForQueries.GetTokenStream(field, text);
        while (stream.MoveNext())
        {
            string term = stream.Token.Term.ToString();
            counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        stream.End();
        int all = reader.GetDocCount(field);
        return counts
            .Where(pair => pair.Key.Length > 1 && !QuestionWords.IsFunctionWord(pair.Key))
            .Select(pair => (Term: pair.Key, Count: pair.Value, Frequency: reader.GetDocFreq(new Term(field, pair.Key))))
            .Where(term => term.Frequency > 1)
            .OrderByDescending(term => term.Count * Bm25Similarity.Idf(term.Frequency, all))
            .ThenBy(term => term.Term, StringComparer.Ordinal)
            .Take(MaxTerms)
            .Select(term => (term.Term, term.Count));
    }
}
