using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Explaining;

/// <summary>Says in words what a hit's score is made of. Thread-safe.</summary>
/// <remarks>
/// The query is taken apart down to the clauses that score on their own; a score is the sum of what they add, so that the
/// parts add up. What looking into the first hits changed comes as a part of its own, with what each word it opens with and
/// its script added. Costs a few look-ups a clause, so that it is done on request only.
/// </remarks>
internal sealed class HitExplainer(IndexSnapshot snapshot)
{
    // Sums of floats in another order differ by this much at most: a rounding (2^-24) for each of some hundred clauses.
    private const double Rounding = 1e-5;

    private readonly ParagraphReranker _reranker = new(snapshot.Reader);

    /// <summary>Explains a hit.</summary>
    /// <param name="query">What found it.</param>
    /// <param name="found">The paragraph and its final score.</param>
    /// <param name="language">Language of the words.</param>
    public HitExplanation Explain(ParagraphQuery query, ScoreDoc found, MessageLanguage language)
    {
        ExplanationWording wording = new(snapshot, query, found.Doc, language);
        List<ScorePart> parts = [];
        Collect(query.Query, 1f, found.Doc, wording, parts);
        List<HitExplanation> details =
        [
            .. parts.GroupBy(part => part.Group).OrderBy(group => group.Key).Select(group => new HitExplanation(
                group.Sum(part => part.Value),
                wording.Of(group.Key),
                [.. group.OrderByDescending(part => part.Value).Select(part => new HitExplanation(part.Value, part.Description, []))])),
        ];
        double change = found.Score - parts.Sum(part => part.Value);
        if (Math.Abs(change) > Rounding * Math.Max(1, Math.Abs(found.Score)))
        {
            details.Add(new HitExplanation(change, wording.OfRescoring(), DescribeChange(query, found, change, wording)));
        }

        return new HitExplanation(found.Score, wording.OfScore(details.Count), details);
    }

    // The hits behind the first ones were not looked into; then there is nothing to tell apart.
    private List<HitExplanation> DescribeChange(ParagraphQuery query, ScoreDoc found, double change, ExplanationWording wording) =>
        query.Loose is null
            ? []
            :
            [
                .. _reranker.Explain(query.Loose, found.Doc, found.Score - change)
                    .OrderByDescending(part => part.Value)
                    .Select(part => new HitExplanation(
                        part.Value, part.Word is null ? wording.OfScript() : wording.OfOpening(part.Word), [])),
            ];

    private void Collect(Query query, float boost, int docId, ExplanationWording wording, List<ScorePart> parts)
    {
        switch (query)
        {
            case BoostQuery boosted:
                Collect(boosted.Query, boost * boosted.Boost, docId, wording, parts);
                break;
            case BooleanQuery boolean when snapshot.Searcher.Explain(boolean, docId).IsMatch:
                foreach (BooleanClause clause in boolean)
                {
                    if (clause.Occur is Occur.Must or Occur.Should)
                    {
                        Collect(clause.Query, boost, docId, wording, parts);
                    }
                }

                break;
            case BooleanQuery or MatchNoDocsQuery:
                break;
            default:
                Explanation found = snapshot.Searcher.Explain(boost == 1f ? query : new BoostQuery(query, boost), docId);
                if (found.IsMatch && found.Value != 0)
                {
                    parts.Add(new ScorePart(wording.GroupOf(query), found.Value, wording.Of(query)));
                }

                break;
        }
    }
}
