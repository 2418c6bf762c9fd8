using System.Text;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Benchmarks;

/// <summary>Makes the classes of queries from the words of the question texts, by the rules of the reference side.</summary>
internal sealed class QueryClasses
{
    private const string Field = "words";
    private const int FrequentTerms = 20;

    public static readonly string[] Names = ["or", "and", "phrase", "frequent", "prefix", "fuzzy"];
    private readonly Dictionary<string, List<Query>> _classes;

    public QueryClasses(IndexReader reader, List<CorpusEntry> texts)
    {
        _classes = Names.ToDictionary(name => name, _ => new List<Query>());
        List<string> frequent = FindFrequentTerms(reader);
        using SmartChineseAnalyzer analyzer = new();
        int number = 0;
        foreach (CorpusEntry text in texts)
        {
            List<string> words = Words(analyzer, text.Text);
            if (words.Count >= 2)
            {
                Add(words, frequent, number++);
            }
        }
    }

    public IEnumerable<(string Name, List<Query> Queries)> All => Names.Select(name => (name, _classes[name]));

    /// <summary>The words without repetition, in the order of the text.</summary>
    public static List<string> Words(Analyzer analyzer, string text)
    {
        List<string> words = [];
        TokenStream stream = analyzer.GetTokenStream(Field, text);
        while (stream.MoveNext())
        {
            string word = stream.Token.Term.ToString();
            if (!words.Contains(word))
            {
                words.Add(word);
            }
        }

        stream.End();
        return words;
    }

    private void Add(List<string> words, List<string> frequent, int number)
    {
        _classes["or"].Add(Combine(Occur.Should, words));
        _classes["and"].Add(Combine(Occur.Must, words[..Math.Min(3, words.Count)]));
        int pair = number % (words.Count - 1);
        _classes["phrase"].Add(new PhraseQuery.Builder()
            .Add(new Term(Field, words[pair])).Add(new Term(Field, words[pair + 1])).Build());
        int first = number % frequent.Count;
        int second = (first + 1 + (number / frequent.Count % (frequent.Count - 1))) % frequent.Count;
        _classes["frequent"].Add(Combine(Occur.Should, [frequent[first], frequent[second]]));
        string longest = words.MaxBy(word => word.Length)!;
        string start = longest[..(char.IsSurrogatePair(longest + " ", 0) ? 2 : 1)];
        _classes["prefix"].Add(new PrefixQuery(new Term(Field, start)));
        _classes["fuzzy"].Add(new FuzzyQuery(new Term(Field, longest), 1, 0));
    }

    private static BooleanQuery Combine(Occur occur, IEnumerable<string> words)
    {
        BooleanQuery.Builder query = new();
        foreach (string word in words)
        {
            query.Add(new TermQuery(new Term(Field, word)), occur);
        }

        return query.Build();
    }

    // The terms in most documents; of equals, the first in order.
    private static List<string> FindFrequentTerms(IndexReader reader)
    {
        Dictionary<string, int> counts = new(StringComparer.Ordinal);
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            TermsEnum? terms = leaf.Reader.GetTerms(Field)?.GetEnumerator();
            while (terms?.MoveNext() == true)
            {
                if (terms.DocFreq > 10)
                {
                    string term = Encoding.UTF8.GetString(terms.Term);
                    counts[term] = counts.GetValueOrDefault(term) + terms.DocFreq;
                }
            }
        }

        return [.. counts.OrderByDescending(pair => pair.Value)
            .ThenBy(pair => Encoding.UTF8.GetBytes(pair.Key), ByteOrder.Instance)
            .Take(FrequentTerms).Select(pair => pair.Key)];
    }
}
