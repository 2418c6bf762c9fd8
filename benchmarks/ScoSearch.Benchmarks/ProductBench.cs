using System.Diagnostics;
using System.Text.Json.Nodes;
using ScoSearch.Core;
using ScoSearch.Core.Searching;

namespace ScoSearch.Benchmarks;

/// <summary>Latency of the product's answers over an index that <c>scosearch index</c> made, by what is asked besides hits; warm.</summary>
internal static class ProductBench
{
    private static readonly (string Name, Func<SearchRequest, SearchRequest> Change)[] Variants =
    [
        ("none", request => request with { Limit = 0 }),
        ("plain", request => request with { Highlight = false }),
        ("hits", request => request),
        ("facets", request => request with { Facets = ["document", "source", "kind", "year", "section"] }),
        ("date", request => request with { Sort = SearchSort.DateDescending }),
        ("collapse", request => request with { Collapse = true }),
        ("context", request => request with { Context = 2 }),
        ("explain", request => request with { Explain = true }),
    ];

    public static JsonObject Run(Options options)
    {
        using ScoSearchIndex index = ScoSearchIndex.Open(options.Required("index"));
        List<CorpusEntry> questions = CorpusEntry.Read(options.Required("queries"), options.Integer("query-limit", 300));
        JsonObject result = new() { ["paragraphs"] = index.ParagraphCount, ["queries"] = questions.Count };
        foreach ((string name, Func<SearchRequest, SearchRequest> change) in Variants)
        {
            List<SearchRequest> requests = questions.ConvertAll(question => change(new SearchRequest(question.Text) { Profile = true }));
            Pass(index, requests);
            result[name] = Describe(Pass(index, requests));
        }

        return result;
    }

    private static List<SearchResponse> Pass(ScoSearchIndex index, List<SearchRequest> requests) =>
        requests.ConvertAll(request =>
        {
            long started = Stopwatch.GetTimestamp();
            SearchResponse answer = index.Search(request);
            return answer with { TookMs = Stopwatch.GetElapsedTime(started).TotalMilliseconds };
        });

    private static JsonObject Describe(List<SearchResponse> answers) => new()
    {
        ["p50Ms"] = Quantile(answers, 0.5, answer => answer.TookMs),
        ["p95Ms"] = Quantile(answers, 0.95, answer => answer.TookMs),
        ["searchP50Ms"] = Quantile(answers, 0.5, answer => answer.Profile!.SearchMs),
        ["facetsP50Ms"] = Quantile(answers, 0.5, answer => answer.Profile!.FacetsMs),
        ["fetchPerHitP50Us"] = Quantile(answers, 0.5, answer => 1000 * answer.Profile!.FetchMs / Math.Max(1, answer.Hits.Count)),
        ["matchesP50"] = Quantile(answers, 0.5, answer => answer.Total.Value),
    };

    private static double Quantile(List<SearchResponse> answers, double share, Func<SearchResponse, double> value)
    {
        double[] sorted = [.. answers.Select(value).Order()];
        return sorted.Length == 0 ? 0 : Math.Round(sorted[Math.Min(sorted.Length - 1, (int)(share * sorted.Length))], 3);
    }
}
