namespace ScoSearch.Lucene.Search;

/// <summary>Simplifies boolean queries exactly as far as scores demand: duplicate clauses score by these rules (format notes, section 15.3).</summary>
internal static class BooleanRewriter
{
    /// <summary>One step; the caller repeats until the query stays the same.</summary>
    public static Query Rewrite(BooleanQuery query, SearchContext context)
    {
        if (query.Count == 0 || query.Count == 1)
        {
            return RewriteSmall(query);
        }

        return RewriteChildren(query, context)
            ?? RemoveDuplicateFilters(query)
            ?? FindContradiction(query)
            ?? RemoveImpliedFilters(query)
            ?? PromoteFilteredOptionals(query)
            ?? MergeEqual(query, Occur.Should)
            ?? MergeEqual(query, Occur.Must)
            ?? ReplaceMatchAll(query)
            ?? InlineDisjunctions(query)
            ?? query;
    }

    private static Query RewriteSmall(BooleanQuery query)
    {
        if (query.Count == 0)
        {
            return MatchNoDocsQuery.Instance;
        }

        BooleanClause only = query[0];
        return only.Occur switch
        {
            Occur.MustNot => MatchNoDocsQuery.Instance,
            Occur.Should when query.MinimumShouldMatch <= 1 => only.Query,
            Occur.Must when query.MinimumShouldMatch <= 0 => only.Query,
            Occur.Filter when query.MinimumShouldMatch <= 0 => new BoostQuery(new ConstantScoreQuery(only.Query), 0),
            _ => MatchNoDocsQuery.Instance,
        };
    }

    private static BooleanQuery? RewriteChildren(BooleanQuery query, SearchContext context)
    {
        BooleanClause[]? changed = null;
        for (int i = 0; i < query.Count; i++)
        {
            Query rewritten = query[i].Query.Rewrite(context);
            if (!ReferenceEquals(rewritten, query[i].Query))
            {
                changed ??= query.Clauses.ToArray();
                changed[i] = query[i] with { Query = rewritten };
            }
        }

        return changed is null ? null : new BooleanQuery(changed, query.MinimumShouldMatch);
    }

    private static BooleanQuery? RemoveDuplicateFilters(BooleanQuery query)
    {
        if (query.CountOf(Occur.Filter) + query.CountOf(Occur.MustNot) < 2)
        {
            return null;
        }

        HashSet<BooleanClause> seen = [];
        return Retain(query, clause => clause.IsScoring || seen.Add(clause));
    }

    private static MatchNoDocsQuery? FindContradiction(BooleanQuery query)
    {
        if (query.CountOf(Occur.MustNot) == 0)
        {
            return null;
        }

        HashSet<Query> excluded = Select(query, clause => clause.Occur == Occur.MustNot);
        bool contradicts = excluded.Contains(MatchAllDocsQuery.Instance) || query.Any(
            clause => clause.Occur is Occur.Must or Occur.Filter && excluded.Contains(clause.Query));
        return contradicts ? MatchNoDocsQuery.Instance : null;
    }

    private static BooleanQuery? RemoveImpliedFilters(BooleanQuery query)
    {
        int filters = query.CountOf(Occur.Filter);
        if (filters == 0)
        {
            return null;
        }

        HashSet<Query> required = Select(query, clause => clause.Occur == Occur.Must);
        if (filters > 1 || required.Count > 0)
        {
            required.Add(MatchAllDocsQuery.Instance);
        }

        return Retain(query, clause => clause.Occur != Occur.Filter || !required.Contains(clause.Query));
    }

    private static BooleanQuery? PromoteFilteredOptionals(BooleanQuery query)
    {
        if (query.CountOf(Occur.Filter) == 0 || query.CountOf(Occur.Should) == 0)
        {
            return null;
        }

        HashSet<Query> both = Select(query, clause => clause.Occur == Occur.Filter);
        both.IntersectWith(Select(query, clause => clause.Occur == Occur.Should));
        if (both.Count == 0)
        {
            return null;
        }

        int minimum = query.MinimumShouldMatch;
        List<BooleanClause> clauses = [];
        foreach (BooleanClause clause in query.Clauses)
        {
            if (!both.Contains(clause.Query) || clause.Occur is Occur.Must or Occur.MustNot)
            {
                clauses.Add(clause);
            }
            else if (clause.Occur == Occur.Should)
            {
                clauses.Add(clause with { Occur = Occur.Must });
                minimum--;
            }
        }

        return new BooleanQuery([.. clauses], Math.Max(0, minimum));
    }

    // Equal scoring clauses become one with the summed boost: a double sum, cast once.
    private static BooleanQuery? MergeEqual(BooleanQuery query, Occur occur)
    {
        if ((occur == Occur.Should && query.MinimumShouldMatch > 1) || !HasEqual(query, occur))
        {
            return null;
        }

        Dictionary<Query, double> boosts = [];
        int count = 0;
        foreach (BooleanClause clause in query.Clauses)
        {
            if (clause.Occur == occur)
            {
                (Query inner, float boost) = BoostQuery.Unwrap(clause.Query);
                boosts[inner] = boosts.GetValueOrDefault(inner) + boost;
                count++;
            }
        }

        if (boosts.Count == count)
        {
            return null;
        }

        List<BooleanClause> clauses = [];
        foreach (BooleanClause clause in query.Clauses)
        {
            if (clause.Occur != occur)
            {
                clauses.Add(clause);
            }
            else if (boosts.Remove(BoostQuery.Unwrap(clause.Query).Inner, out double boost))
            {
                clauses.Add(clause with { Query = BoostQuery.Wrap(BoostQuery.Unwrap(clause.Query).Inner, (float)boost) });
            }
        }

        return new BooleanQuery([.. clauses], query.MinimumShouldMatch);
    }

    private static bool HasEqual(BooleanQuery query, Occur occur)
    {
        if (query.CountOf(occur) < 2)
        {
            return false;
        }

        HashSet<Query> seen = [];
        foreach (BooleanClause clause in query.Clauses)
        {
            if (clause.Occur == occur && !seen.Add(BoostQuery.Unwrap(clause.Query).Inner))
            {
                return true;
            }
        }

        return false;
    }

    // "+*:* #filter" scores a constant: the filter under a constant score needs no scoring of all documents.
    private static Query? ReplaceMatchAll(BooleanQuery query)
    {
        if (query.CountOf(Occur.Must) != 1 || query.CountOf(Occur.Filter) == 0)
        {
            return null;
        }

        (Query inner, float boost) = BoostQuery.Unwrap(query.First(clause => clause.Occur == Occur.Must).Query);
        if (inner is not MatchAllDocsQuery)
        {
            return null;
        }

        BooleanClause[] filters = [.. query.Where(clause => !clause.IsScoring)];
        Query rewritten = BoostQuery.Wrap(new ConstantScoreQuery(new BooleanQuery(filters, 0)), boost);
        BooleanClause[] optional = [.. query.Where(clause => clause.Occur == Occur.Should)];
        return optional.Length == 0 && query.MinimumShouldMatch <= 0
            ? rewritten
            : new BooleanQuery([new BooleanClause(rewritten, Occur.Must), .. optional], query.MinimumShouldMatch);
    }

    private static BooleanQuery? InlineDisjunctions(BooleanQuery query)
    {
        if (query.MinimumShouldMatch > 1 || !HasInnerDisjunction(query))
        {
            return null;
        }

        List<BooleanClause> clauses = [];
        foreach (BooleanClause clause in query.Clauses)
        {
            if (IsInnerDisjunction(clause))
            {
                clauses.AddRange((BooleanQuery)clause.Query);
            }
            else
            {
                clauses.Add(clause);
            }
        }

        return new BooleanQuery([.. clauses], query.MinimumShouldMatch);
    }

    private static bool HasInnerDisjunction(BooleanQuery query)
    {
        foreach (BooleanClause clause in query.Clauses)
        {
            if (IsInnerDisjunction(clause))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsInnerDisjunction(BooleanClause clause) =>
        clause.Occur == Occur.Should && clause.Query is BooleanQuery { IsPureDisjunction: true };

    private static HashSet<Query> Select(BooleanQuery query, Func<BooleanClause, bool> predicate) =>
        [.. query.Where(predicate).Select(clause => clause.Query)];

    private static BooleanQuery? Retain(BooleanQuery query, Func<BooleanClause, bool> predicate)
    {
        BooleanClause[] kept = [.. query.Where(predicate)];
        return kept.Length == query.Count ? null : new BooleanQuery(kept, query.MinimumShouldMatch);
    }
}
