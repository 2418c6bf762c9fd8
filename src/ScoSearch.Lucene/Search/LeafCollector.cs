namespace ScoSearch.Lucene.Search;

/// <summary>Takes the matches of one segment, by rising doc id; deleted documents do not come. Not thread-safe.</summary>
public abstract class LeafCollector
{
    /// <summary>Matches below this score are not needed (with <see cref="ScoreMode.TopScores"/> only); 0 when all are. Never falls; infinite to stop.</summary>
    public virtual float MinCompetitiveScore => 0;

    /// <summary>Takes one match.</summary>
    /// <param name="docId">Local to the segment.</param>
    /// <param name="score">Its score; 0 with <see cref="ScoreMode.CompleteNoScores"/>.</param>
    public abstract void Collect(int docId, float score);

    /// <summary>Takes several matches at once.</summary>
    /// <param name="docIds">Rising, local to the segment; valid during the call only.</param>
    /// <param name="scores">As many; empty with <see cref="ScoreMode.CompleteNoScores"/>.</param>
    public virtual void Collect(ReadOnlySpan<int> docIds, ReadOnlySpan<float> scores)
    {
        for (int i = 0; i < docIds.Length; i++)
        {
            Collect(docIds[i], scores.IsEmpty ? 0 : scores[i]);
        }
    }
}
