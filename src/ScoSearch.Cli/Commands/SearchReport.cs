using System.Globalization;
using System.IO;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary>Shows an answer to a person.</summary>
/// <param name="context">Language and terminal.</param>
/// <param name="withCitation">Whether to add how to cite each hit.</param>
internal sealed class SearchReport(CommandContext context, bool withCitation)
{
    private const string Indent = "     ";

    private readonly Texts _texts = context.Texts;
    private readonly Style _style = new(context.Terminal.HasColor);
    private readonly StreamWriter _output = context.Terminal.Out;

    /// <summary>Writes hits, facets and totals.</summary>
    /// <param name="response">The answer.</param>
    /// <param name="offset">Number of hits before the first one.</param>
    public void Write(SearchResponse response, int offset)
    {
        int rank = offset;
        foreach (SearchHit hit in response.Hits)
        {
            WriteHit(hit, ++rank);
            _output.WriteLine();
        }

        WriteFacets(response);
        if (response.Relaxed is RelaxedQuery relaxed)
        {
            _output.WriteLine(relaxed.Message);
        }

        string took = response.TookMs.ToString("0.0", CultureInfo.InvariantCulture);
        string about = response.Total.Relation == "gte" ? "+" : "";
        string documents = response.Documents is long count ? _texts.Of($"，分属 {count} 篇", $" of {count} documents") : "";
        _output.WriteLine(_style.Dim(_texts.Of(
            $"共 {response.Total.Value}{about} 段{documents}，{took} 毫秒",
            $"{response.Total.Value}{about} paragraphs{documents}, {took} ms")));
        WriteRest(response);
    }

    private void WriteHit(SearchHit hit, int rank)
    {
        string score = hit.Score.ToString("0.00", CultureInfo.InvariantCulture);
        string place = hit.Paragraph.Section is string section ? " › " + VisibleText.Of(section) : "";
        _output.WriteLine($"{rank,3}. {_style.Bold(VisibleText.Of(hit.Document.Title ?? hit.Document.Id))}{_style.Dim(place)}");
        _output.WriteLine(_style.Path(Indent + VisibleText.Of(hit.Id))
            + _style.Dim(ParagraphPlace.Describe(hit.Document, hit.Paragraph, _texts) + _texts.Of("  得分 ", "  score ") + score));
        WriteContext(hit.Context.Where(c => c.Number < hit.Paragraph.Number));
        _output.WriteLine(Indent + MarkedText.Of(hit.Text, hit.Highlights, _style));
        WriteContext(hit.Context.Where(c => c.Number > hit.Paragraph.Number));
        ParagraphPlace.WriteNotes(_output, hit.Footnotes, hit.Anchor, _style, _texts);
        ParagraphPlace.WriteHalves(_output, hit.ContinuedIn, hit.Continues, _style, _texts);
        if (hit.MoreInDocument is > 0 and long more)
        {
            _output.WriteLine(_style.Dim(_texts.Of($"{Indent}这一篇还有 {more} 段", $"{Indent}{more} more in this document")));
        }

        if (withCitation && hit.Citation is Citation citation)
        {
            _output.WriteLine(_style.Dim(Indent + VisibleText.Of(citation.Text)));
            _output.WriteLine(_style.Dim(Indent + VisibleText.Of(citation.Gbt7714)));
        }

        if (hit.Explain is HitExplanation explanation)
        {
            WriteExplanation(explanation, depth: 0);
        }
    }

    private void WriteContext(IEnumerable<ContextParagraph> paragraphs)
    {
        foreach (ContextParagraph paragraph in paragraphs)
        {
            _output.WriteLine(Indent + _style.Dim(VisibleText.Of(paragraph.Text.ReplaceLineEndings(" "))));
        }
    }

    private void WriteExplanation(HitExplanation explanation, int depth)
    {
        string value = explanation.Value.ToString("0.000", CultureInfo.InvariantCulture);
        _output.WriteLine(_style.Dim($"{Indent}{new string(' ', 2 * depth)}{value,8}  {explanation.Description}"));
        foreach (HitExplanation detail in explanation.Details)
        {
            WriteExplanation(detail, depth + 1);
        }
    }

    private void WriteFacets(SearchResponse response)
    {
        foreach ((string facet, IReadOnlyList<FacetValue> values) in
            response.Facets ?? new Dictionary<string, IReadOnlyList<FacetValue>>())
        {
            if (context.Terminal.IsOutputTerminal)
            {
                TableView.Write(
                    context.Terminal,
                    [(facet, false), (_texts.Of("段落", "paragraphs"), true)],
                    values.Select(value => (string[])
                    [
                        value.Label is string title ? $"{title} ({value.Value})" : value.Value,
                        value.Count.ToString("N0", CultureInfo.InvariantCulture),
                    ]));
                continue;
            }

            _output.WriteLine(_style.Bold(facet));
            foreach (FacetValue value in values)
            {
                string label = value.Label is string name ? "  " + _style.Dim(VisibleText.Of(name)) : "";
                _output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value.Count,8}  {VisibleText.Of(value.Value)}{label}"));
            }

            _output.WriteLine();
        }
    }

    private void WriteRest(SearchResponse response)
    {
        if (response.Next is string next)
        {
            _output.WriteLine(_style.Dim(_texts.Of("下一页：--cursor ", "next page: --cursor ") + next));
        }

        if (response.DidYouMean is string suggestion)
        {
            _output.WriteLine(_texts.Of("您要找的是：", "did you mean: ") + suggestion);
        }

        if (response.Profile is SearchProfile profile)
        {
            _output.WriteLine(_style.Dim(string.Create(
                CultureInfo.InvariantCulture,
                $"parse {profile.ParseMs:0.00} ms, search {profile.SearchMs:0.00} ms, facets {profile.FacetsMs:0.00} ms, fetch {profile.FetchMs:0.00} ms")));
            _output.WriteLine(_style.Dim(profile.Query));
        }
    }
}
