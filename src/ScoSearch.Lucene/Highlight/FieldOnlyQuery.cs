using ScoSearch.Lucene.Search;

namespace ScoSearch.Lucene.Highlight;

/// <summary>Reduces a query of a document with several fields to what it says about one of them.</summary>
internal static class FieldOnlyQuery
{
    /// <summary>The query without demands that one field's text alone cannot meet: all clauses that may match become optional.</summary>
    /// <remarks>The document is known to match, so nothing is marked wrongly: a clause still marks only where it matches as a whole.</remarks>
    public static Query Reduce(Query query, string field) => query switch
    {
        BooleanQuery boolean => Reduce(boolean, field),
        BoostQuery boosted => Reduce(boosted.Query, field),
        ConstantScoreQuery constant => Reduce(constant.Query, field),
        DisjunctionMaxQuery disjunction =>
            new DisjunctionMaxQuery(disjunction.Disjuncts.Select(part => Reduce(part, field)), disjunction.TieBreaker),
        MatchAllDocsQuery or NumericDocValuesRangeQuery => MatchNoDocsQuery.Instance,
        _ => query,
    };

    // Where all clauses of a conjunction speak of the field alone it stays one: half of it is no match.
    private static BooleanQuery Reduce(BooleanQuery query, string field)
    {
        bool isOfField = query.All(clause => IsOfField(clause.Query, field));
        BooleanQuery.Builder builder = new();
        foreach (BooleanClause clause in query)
        {
            if (isOfField)
            {
                builder.Add(Reduce(clause.Query, field), clause.Occur == Occur.Filter ? Occur.Must : clause.Occur);
            }
            else if (clause.Occur != Occur.MustNot)
            {
                builder.Add(Reduce(clause.Query, field), Occur.Should);
            }
        }

        return builder.SetMinimumShouldMatch(isOfField ? query.MinimumShouldMatch : 0).Build();
    }

    private static bool IsOfField(Query query, string field) => query switch
    {
        TermQuery term => term.Term.Field == field,
        PhraseQuery phrase => phrase.Terms.All(term => term.Field == field),
        SynonymQuery synonym => synonym.Field == field,
        MultiTermQuery multi => multi.Field == field,
        FuzzyQuery fuzzy => fuzzy.Term.Field == field,
        MatchAllDocsQuery or NumericDocValuesRangeQuery => false,
        _ => query.Children.All(child => IsOfField(child, field)),
    };
}
