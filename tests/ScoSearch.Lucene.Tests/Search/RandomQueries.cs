using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;
using ScoSearch.TestSupport;

namespace ScoSearch.Lucene.Tests.Search;

/// <summary>Random queries over the words of a random index.</summary>
internal sealed class RandomQueries(RandomIndex index, int seed)
{
    private readonly Random _random = new(seed);

    public Query Next(int depth = 2) => _random.Next(depth == 0 ? 3 : 10) switch
    {
        0 or 1 => new TermQuery(Term()),
        2 => Phrase(),
        3 => new ConstantScoreQuery(Next(depth - 1)),
        4 => new BoostQuery(Next(depth - 1), _random.Next(1, 5) / 2f),
        5 => new DisjunctionMaxQuery(Several(depth), _random.Next(3) / 2f),
        6 => Leaf(),
        _ => Boolean(depth),
    };

    public Query Leaf() => _random.Next(4) switch
    {
        0 => MatchAllDocsQuery.Instance,
        1 => Range(),
        _ => new SynonymQuery(
            Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Term()).Distinct().Select(t => (t, _random.Next(1, 3) / 2f))),
    };

    public BooleanQuery Boolean(int depth)
    {
        BooleanQuery.Builder builder = new();
        int count = _random.Next(1, 6);
        for (int i = 0; i < count; i++)
        {
            Occur occur = _random.Next(10) switch
            {
                0 or 1 => Occur.Must,
                2 => Occur.Filter,
                3 => Occur.MustNot,
                _ => Occur.Should,
            };
            builder.Add(_random.Next(3) == 0 ? Next(depth - 1) : new TermQuery(Term()), occur);
        }

        return builder.SetMinimumShouldMatch(_random.Next(4) == 0 ? _random.Next(1, 4) : 0).Build();
    }

    public PhraseQuery Phrase()
    {
        // Two frequent words, so that some phrases match.
        PhraseQuery.Builder builder = new();
        int position = 0;
        int count = _random.Next(2, 4);
        for (int i = 0; i < count; i++)
        {
            builder.Add(Term(), position);
            position += _random.Next(5) == 0 ? 2 : 1;
        }

        return builder.Build();
    }

    public NumericDocValuesRangeQuery Range() => new("number", _random.Next(-25, 5), _random.Next(-5, 25));

    public Term Term() => new(RandomIndex.Field, index.Word());

    private IEnumerable<Query> Several(int depth) => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Next(depth - 1))];
}
