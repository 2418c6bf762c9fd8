using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Facets;

/// <summary>Makes the columns that a request wants counted, and their answer.</summary>
internal static class FacetCounting
{
    /// <summary>The columns to count.</summary>
    /// <exception cref="SearchException">There is no such facet.</exception>
    public static List<FacetColumn> Create(SearchRequest request, IndexSnapshot snapshot)
    {
        List<FacetColumn> columns = [];
        foreach (string name in request.Facets.Distinct(StringComparer.Ordinal))
        {
            if (!FacetColumn.Names.Contains(name, StringComparer.Ordinal))
            {
                string known = string.Join(", ", FacetColumn.Names);
                string shown = name.Length > 40 ? name[..40] : name;
                throw new SearchException(
                    "unknown_facet", $"没有“{shown}”这个分面；有：{known}。", $"There is no facet \"{shown}\"; there are: {known}.", "facets");
            }

            columns.Add(new FacetColumn(name, snapshot.OrdinalsOf(name)));
        }

        return columns;
    }

    /// <summary>The most frequent values of each; null when none was asked for.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<FacetValue>>? Collect(
        List<FacetColumn> columns, SearchRequest request, IndexSnapshot snapshot) => columns.Count == 0
            ? null
            : columns.ToDictionary(
                column => column.Name, column => Name(column.Name, column.Top(request.FacetLimit), snapshot), StringComparer.Ordinal);

    // Ids of documents mean nothing to people: their titles come with them.
    private static IReadOnlyList<FacetValue> Name(string facet, IReadOnlyList<FacetValue> values, IndexSnapshot snapshot) =>
        facet == ParagraphFields.Document
            ? [.. values.Select(value => value with { Label = snapshot.Catalog.Find(value.Value, snapshot.Store)?.Document.Title })]
            : values;
}
