using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Variants;

/// <summary>Answers a request, and where its words are unknown to the index, what was probably meant. Thread-safe.</summary>
/// <param name="search">Answers a request as it stands.</param>
/// <param name="correct">Finds what was probably meant by a query; null for nothing else.</param>
internal sealed class VariantSearch(
    Func<SearchRequest, CancellationToken, SearchResponse> search, Func<string, CancellationToken, QueryCorrection?> correct)
{
    /// <summary>The answer.</summary>
    /// <remarks>
    /// Pinyin is answered in its place, spellings only when nothing is found otherwise; both are offered in any case. In the
    /// syntax of experts every character counts, so nothing is changed there.
    /// </remarks>
    public SearchResponse Search(SearchRequest request, CancellationToken cancellation)
    {
        QueryCorrection? correction = request.Syntax == QuerySyntax.Simple ? correct(request.Query, cancellation) : null;
        if (correction is null)
        {
            return search(request, cancellation);
        }

        if (correction.Kind == CorrectionKind.Pinyin || !FindsAnything(request, cancellation))
        {
            SearchResponse variant = search(request with { Query = correction.Text }, cancellation);
            if (variant.Total.Value > 0)
            {
                return Mark(variant, request, correction.Text);
            }
        }

        return search(request, cancellation) with { DidYouMean = correction.Text };
    }

    // Asked without the cursor, which belongs to the query that gave the first page.
    private bool FindsAnything(SearchRequest request, CancellationToken cancellation)
    {
        SearchRequest first = request with { Cursor = null, Offset = 0, Limit = 1, Facets = [], Collapse = false, Highlight = false };
        return search(first, cancellation).Total.Value > 0;
    }

    private static SearchResponse Mark(SearchResponse variant, SearchRequest request, string query) => variant with
    {
        Query = request.Query,
        DidYouMean = query,
        Relaxed = new RelaxedQuery("variant", query, request.Language == MessageLanguage.English
            ? $"Showing results for: {query}"
            : $"已按“{query}”查找"),
        Hits = [.. variant.Hits.Select(hit => hit with { Match = "variant" })],
    };
}
