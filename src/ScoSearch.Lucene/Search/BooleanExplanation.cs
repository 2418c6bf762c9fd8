using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Explains boolean scores.</summary>
internal static class BooleanExplanation
{
    public static Explanation Explain(
        BooleanQuery query, Weight[] weights, LeafReaderContext leaf, int docId, Scorer? scorer)
    {
        List<Explanation> details = [];
        List<Explanation> failures = [];
        int optional = 0;
        for (int i = 0; i < weights.Length; i++)
        {
            Explanation clause = weights[i].Explain(leaf, docId);
            Occur occur = query[i].Occur;
            if (clause.IsMatch)
            {
                optional += occur == Occur.Should ? 1 : 0;
                AddMatch(query[i], clause, details, failures);
            }
            else if (occur is Occur.Must or Occur.Filter)
            {
                failures.Add(Explanation.NoMatch($"no match on required clause ({query[i].Query})", clause));
            }
        }

        if (failures.Count > 0)
        {
            return Explanation.NoMatch("failure to meet conditions of required or prohibited clauses", failures);
        }

        if (optional < query.MinimumShouldMatch)
        {
            return Explanation.NoMatch($"{optional} of at least {query.MinimumShouldMatch} optional clauses match");
        }

        return scorer is not null && scorer.AdvanceExact(docId)
            ? Explanation.Match(scorer.Score(), "sum of:", details)
            : Explanation.NoMatch("no matching clauses");
    }

    private static void AddMatch(
        BooleanClause clause, Explanation explanation, List<Explanation> details, List<Explanation> failures)
    {
        switch (clause.Occur)
        {
            case Occur.MustNot:
                failures.Add(Explanation.NoMatch($"match on prohibited clause ({clause.Query})", explanation));
                break;
            case Occur.Filter:
                details.Add(Explanation.Match(0f, $"match on filter ({clause.Query}), score 0", explanation));
                break;
            default:
                details.Add(explanation);
                break;
        }
    }
}
