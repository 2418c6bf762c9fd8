using ScoSearch.Core.Indexing;
using ScoSearch.Core.Querying;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Turns a request into a query of the index: its text in either syntax, its fields and its condition. Thread-safe.</summary>
internal sealed class RequestPlanner(ParagraphAnalysis analysis, IndexReader reader)
{
    private static readonly QueryField[] TextFields = [QueryField.Text, QueryField.Title];

    private readonly TextTerms _text = new(analysis);
    private readonly ParagraphQueryPlanner _loose = new(analysis, reader);
    private readonly FieldQueryPlanner _fields = new(analysis);

    /// <summary>The query of a request.</summary>
    /// <exception cref="SearchException">Query, filter or fields cannot be read.</exception>
    public ParagraphQuery Plan(SearchRequest request)
    {
        ParagraphQuery query = request.Syntax == QuerySyntax.Lucene ? PlanTree(request) : PlanTyped(request);
        return Restrict(query, request.Filter, request.MaxClauses);
    }

    /// <summary>The same query, of paragraphs that meet a condition.</summary>
    /// <exception cref="SearchException">The filter cannot be read.</exception>
    public ParagraphQuery Restrict(ParagraphQuery query, string? filter, int maxConditions = QueryLimits.Clauses)
    {
        if (PlanFilter(filter, maxConditions) is not { } condition)
        {
            return query;
        }

        Query restricted = new BooleanQuery.Builder().Add(query.Query, Occur.Must).Add(condition, Occur.Filter).Build();
        Query? all = query.AllWords is null
            ? null
            : new BooleanQuery.Builder().Add(query.AllWords, Occur.Filter).Add(condition, Occur.Filter).Build();
        return query with { Query = restricted, AllWords = all };
    }

    /// <summary>The condition of a filter as a query; null when there is none.</summary>
    /// <exception cref="SearchException">The filter cannot be read.</exception>
    public Query? PlanFilter(string? filter, int maxConditions = QueryLimits.Clauses) =>
        string.IsNullOrWhiteSpace(filter) || FilterParser.Parse(filter, maxConditions) is not { } tree
        ? null
        : new QueryTreePlanner(_text, [QueryField.Text], QueryErrors.OfFilter).Plan(tree);

    private ParagraphQuery PlanTyped(SearchRequest request)
    {
        UserQuery typed = UserQuery.Parse(request.Query);
        bool needsAll = request.Operator == QueryOperator.And;
        return request.Fields.Count == 0
            ? _loose.Plan(typed, needsAll)
            : _fields.Plan(typed, FieldsOf(request), needsAll);
    }

    private ParagraphQuery PlanTree(SearchRequest request)
    {
        QueryTreePlanner planner = new(_text, FieldsOf(request), QueryErrors.OfQuery);
        Query? query = LuceneQueryParser.Parse(request.Query, request.Operator, request.MaxClauses) is { } tree ? planner.Plan(tree) : null;
        if (query is not null && planner.ChoosesByValue && !planner.NamesNoise)
        {
            // Noise has no words, so only a condition on values could bring it in.
            query = new BooleanQuery.Builder()
                .Add(query, Occur.Must)
                .Add(new TermQuery(new Term(ParagraphFields.Kind, "noise")), Occur.MustNot)
                .Build();
        }

        IReadOnlyDictionary<string, HashSet<string>> terms = planner.Terms.ByField;
        return new ParagraphQuery(
            query ?? MatchNoDocsQuery.Instance,
            planner.Words,
            planner.HasOpenTerms ? terms.Where(row => row.Key != ParagraphFields.Words).ToDictionary() : terms,
            planner.Terms.Whole);
    }

    private static QueryField[] FieldsOf(SearchRequest request) => request.Fields.Count == 0
        ? TextFields
        : [.. request.Fields.Distinct(StringComparer.Ordinal).Select(FieldOf)];

    private static QueryField FieldOf(string name) => QueryField.Find(name) is { Type: FieldKind.Text } field
        ? field
        : throw new SearchException(
            "unknown_field",
            "字段只能是 text、title 或 section。",
            "A field must be text, title or section.",
            "fields");
}
