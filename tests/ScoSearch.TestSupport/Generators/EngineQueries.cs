using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.TestSupport.Generators;

/// <summary>Makes our queries from specifications.</summary>
public static class EngineQueries
{
    /// <summary>The query of a specification in the judge's grammar.</summary>
    /// <exception cref="FormatException">The specification is wrong, or the engine has no such query.</exception>
    public static Query Parse(string specification) => Create(SExpression.Parse(specification));

    private static Query Create(SExpression e) => e.Head switch
    {
        "term" => new TermQuery(Term(e)),
        "termbytes" => new TermQuery(new Term(e.Text(1), Convert.FromHexString(e.Text(2)))),
        "bool" => Bool(e),
        "phrase" => new PhraseQuery(e.Int(2), e.Text(1), [.. e.From(3).Select(w => w.Atom)]),
        "phraseat" => PhraseAt(e),
        "prefix" => new PrefixQuery(Term(e)),
        "wildcard" => new WildcardQuery(Term(e)),
        "regexp" => new RegexpQuery(Term(e)),
        "fuzzy" => new FuzzyQuery(
            Term(e), e.Int(3), e.Int(4), e.Count > 6 ? e.Int(6) : FuzzyQuery.DefaultMaxExpansions, e.Bool(5)),
        "termrange" => new TermRangeQuery(e.Text(1), Bound(e[2]), Bound(e[3]), e.Bool(4), e.Bool(5)),
        "numrange" or "sortednumrange" => new NumericDocValuesRangeQuery(e.Text(1), e.Long(2), e.Long(3)),
        "const" => new ConstantScoreQuery(Create(e[1])),
        "boost" => new BoostQuery(Create(e[2]), e.Float(1)),
        "dismax" => new DisjunctionMaxQuery([.. e.From(2).Select(Create)], e.Float(1)),
        "synonym" => new SynonymQuery(e.From(2).Select(t => (new Term(e.Text(1), t.Text(0)), t.Float(1)))),
        "all" => MatchAllDocsQuery.Instance,
        "none" => MatchNoDocsQuery.Instance,
        _ => throw new FormatException($"unknown query: {e.Head}"),
    };

    private static Term Term(SExpression e) => new(e.Text(1), e.Text(2));

    private static string? Bound(SExpression e) => e.IsOpen ? null : e.Atom;

    private static BooleanQuery Bool(SExpression e)
    {
        BooleanQuery.Builder builder = new();
        foreach (SExpression clause in e.From(1))
        {
            _ = clause.Head switch
            {
                "must" => builder.Add(Create(clause[1]), Occur.Must),
                "should" => builder.Add(Create(clause[1]), Occur.Should),
                "filter" => builder.Add(Create(clause[1]), Occur.Filter),
                "mustnot" => builder.Add(Create(clause[1]), Occur.MustNot),
                "msm" => builder.SetMinimumShouldMatch(clause.Int(1)),
                _ => throw new FormatException($"unknown clause: {clause.Head}"),
            };
        }

        return builder.Build();
    }

    private static PhraseQuery PhraseAt(SExpression e)
    {
        PhraseQuery.Builder builder = new();
        builder.SetSlop(e.Int(2));
        for (int i = 3; i < e.Count; i += 2)
        {
            builder.Add(new Term(e.Text(1), e.Text(i + 1)), e.Int(i));
        }

        return builder.Build();
    }
}
