using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.Lucene.Similarities;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Scores documents straight from their token lists and the formulas, without cursors: an independent definition.</summary>
internal sealed class NaiveScores(IReadOnlyList<NaiveDocument> documents)
{
    private readonly Dictionary<Term, double> _idfs = [];
    private readonly Dictionary<string, double> _averages = [];

    /// <summary>Score of a document, or null when it does not match.</summary>
    public double? Score(Query query, NaiveDocument document, double boost = 1) => query switch
    {
        TermQuery term => Bm25(document, term.Term.Field, TermFreq(document, term.Term), Idf(term.Term), boost),
        PhraseQuery { Slop: 0 } phrase => Bm25(
            document, phrase.Terms[0].Field, PhraseFreq(document, phrase), phrase.Terms.Sum(Idf), boost),
        BooleanQuery boolean => Boolean(boolean, document, boost),
        DisjunctionMaxQuery disjunction => DisjunctionMax(disjunction, document, boost),
        BoostQuery boosted => Score(boosted.Query, document, boost * boosted.Boost),
        ConstantScoreQuery constant => Score(constant.Query, document) is null ? null : boost,
        MatchAllDocsQuery => boost,
        MatchNoDocsQuery => null,
        SynonymQuery synonym => Synonym(synonym, document, boost),
        NumericDocValuesRangeQuery range =>
            document.Numbers.TryGetValue(range.Field, out long n) && n >= range.Min && n <= range.Max ? boost : null,
        _ => throw new ArgumentException($"no naive scores for {query.GetType().Name}"),
    };

    private static int TermFreq(NaiveDocument document, Term term) =>
        document.Tokens.TryGetValue(term.Field, out List<NaiveToken>? tokens) ? tokens.Count(t => t.Term == term.Text) : 0;

    private static int PhraseFreq(NaiveDocument document, PhraseQuery phrase)
    {
        if (!document.Tokens.TryGetValue(phrase.Terms[0].Field, out List<NaiveToken>? tokens))
        {
            return 0;
        }

        return Enumerable.Range(0, tokens.Count).Count(start => phrase.Terms.Select((term, i) => (term, i)).All(pair =>
        {
            int at = start + phrase.Positions[pair.i] - phrase.Positions[0];
            return at < tokens.Count && tokens[at].Term == pair.term.Text;
        }));
    }

    private double Idf(Term term)
    {
        if (!_idfs.TryGetValue(term, out double idf))
        {
            _idfs.Add(term, idf = ComputeIdf(term));
        }

        return idf;
    }

    private double ComputeIdf(Term term)
    {
        long docFreq = documents.Count(document => TermFreq(document, term) > 0);
        long docCount = documents.Count(document => document.Tokens.ContainsKey(term.Field));
        return docFreq == 0 ? 0 : Math.Log(1 + ((docCount - docFreq + 0.5) / (docFreq + 0.5)));
    }

    private double? Bm25(NaiveDocument document, string field, double freq, double idf, double boost)
    {
        if (freq == 0)
        {
            return null;
        }

        if (!_averages.TryGetValue(field, out double average))
        {
            average = documents.Where(d => d.Tokens.ContainsKey(field)).Average(d => d.Tokens[field].Count);
            _averages.Add(field, average);
        }

        double length = NormEncoding.Decode(NormEncoding.Encode(document.Tokens[field].Count));
        return boost * idf * freq / (freq + (1.2 * (0.25 + (0.75 * length / average))));
    }

    private double? Boolean(BooleanQuery query, NaiveDocument document, double boost)
    {
        double sum = 0;
        int optional = 0;
        bool hasRequired = query.Any(clause => clause.Occur is Occur.Must or Occur.Filter);
        foreach (BooleanClause clause in query)
        {
            double? score = Score(clause.Query, document, boost);
            if (clause.Occur == Occur.MustNot ? score is not null : score is null && clause.Occur != Occur.Should)
            {
                return null;
            }

            optional += clause.Occur == Occur.Should && score is not null ? 1 : 0;
            sum += clause.IsScoring ? score ?? 0 : 0;
        }

        int minimum = Math.Max(query.MinimumShouldMatch, hasRequired ? 0 : 1);
        return optional >= minimum ? sum : null;
    }

    private double? DisjunctionMax(DisjunctionMaxQuery query, NaiveDocument document, double boost)
    {
        double[] scores = [.. query.Disjuncts.Select(d => Score(d, document, boost)).OfType<double>()];
        return scores.Length == 0 ? null : scores.Max() + ((scores.Sum() - scores.Max()) * query.TieBreaker);
    }

    private double? Synonym(SynonymQuery query, NaiveDocument document, double boost)
    {
        if (query.Terms.Count == 1)
        {
            return Score(new TermQuery(query.Terms[0]), document, boost * query.Boosts[0]);
        }

        double freq = query.Terms.Zip(query.Boosts, (term, weight) => weight * TermFreq(document, term)).Sum();
        double idf = query.Terms.Select(Idf).Where(value => value > 0).DefaultIfEmpty(0).Min();
        return Bm25(document, query.Field, freq, idf, boost);
    }
}
