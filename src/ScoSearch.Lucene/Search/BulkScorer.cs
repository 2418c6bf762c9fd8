using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Shows the matches of a query in a segment to a collector, range by range. Not thread-safe.</summary>
internal abstract class BulkScorer
{
    /// <summary>The bulk scorer for what a cursor matches: a faster one where that is a single term; null for none.</summary>
    public static BulkScorer? Of(Scorer? scorer, bool needsScores) => scorer switch
    {
        null => null,
        TermScorer term => new TermBulkScorer(term, needsScores),
        _ => new DefaultBulkScorer(scorer, needsScores),
    };

    /// <summary>Scores the documents from <paramref name="min"/> to before <paramref name="max"/>; ranges rise from call to call.</summary>
    /// <param name="collector">Takes the matches.</param>
    /// <param name="live">Documents not deleted; null when none is.</param>
    /// <param name="min">First document.</param>
    /// <param name="max">Document after the last.</param>
    /// <returns>A doc id, at least <paramref name="max"/>, before which no further match or no competitive one lies; Exhausted at the end.</returns>
    public abstract int Score(LeafCollector collector, LiveDocs? live, int min, int max);
}
