using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Cursor over the matches of a query in one segment, with their scores and bounds of them. Not thread-safe.</summary>
/// <remarks>
/// Where a match is found in two steps (<see cref="TwoPhase"/> is not null), <see cref="DocIdCursor.NextDoc"/> and
/// <see cref="DocIdCursor.Advance"/> do both steps; who wants to save the second one moves the approximation instead.
/// </remarks>
internal abstract class Scorer : DocIdCursor
{
    /// <summary>The two steps, or null when every document of the cursor matches.</summary>
    public virtual TwoPhaseCursor? TwoPhase => null;

    /// <summary>Score of the current document.</summary>
    public abstract float Score();

    /// <summary>Moves the bounds to <paramref name="target"/>; never back.</summary>
    /// <returns>Last doc id (inclusive) up to which bounds asked for now are tight.</returns>
    public virtual int AdvanceShallow(int target) => Exhausted;

    /// <summary>Bound for the scores of documents from the last shallow target to <paramref name="upTo"/> (inclusive).</summary>
    public abstract float GetMaxScore(int upTo);

    /// <summary>Allows the scorer to leave out documents that score below; never called with a smaller number than before.</summary>
    public virtual void SetMinCompetitiveScore(float minScore)
    {
    }

    /// <summary>Copies matches from the current document on, as long as they lie below <paramref name="endDocId"/>.</summary>
    /// <param name="endDocId">First doc id not to copy.</param>
    /// <param name="docIds">Receives doc ids; its length bounds the number copied.</param>
    /// <param name="scores">Receives as many scores; empty when they are not wanted.</param>
    /// <returns>Number copied; afterwards the cursor stands on the first match not copied.</returns>
    public virtual int CopyBatch(int endDocId, Span<int> docIds, Span<float> scores)
    {
        // The approximation may have been moved here without a check.
        int first = TwoPhase is { } twoPhase && DocId < endDocId ? twoPhase.FirstMatch(DocId) : DocId;
        int count = 0;
        for (int docId = first; docId < endDocId && count < docIds.Length; docId = NextDoc())
        {
            docIds[count] = docId;
            if (!scores.IsEmpty)
            {
                scores[count] = Score();
            }

            count++;
        }

        return count;
    }

    /// <summary>Keeps those of the rising documents that match here.</summary>
    /// <param name="docIds">The documents; the ones kept are moved to the front.</param>
    /// <param name="sums">Their scores so far, moved likewise.</param>
    /// <param name="addScores">Whether the scores here are added.</param>
    /// <returns>Number kept.</returns>
    public virtual int Intersect(Span<int> docIds, Span<double> sums, bool addScores)
    {
        TwoPhaseCursor? twoPhase = TwoPhase;
        DocIdCursor cursor = twoPhase?.Approximation ?? this;
        int kept = 0;
        for (int i = 0; i < docIds.Length; i++)
        {
            int docId = docIds[i];
            int at = cursor.DocId < docId ? cursor.Advance(docId) : cursor.DocId;
            if (at == docId && (twoPhase is null || twoPhase.Matches()))
            {
                docIds[kept] = docId;
                sums[kept++] = addScores ? sums[i] + Score() : sums[i];
            }
        }

        return kept;
    }

    /// <summary>Adds the score here to those of the rising documents that match here.</summary>
    public virtual void AddScores(ReadOnlySpan<int> docIds, Span<double> sums)
    {
        TwoPhaseCursor? twoPhase = TwoPhase;
        DocIdCursor cursor = twoPhase?.Approximation ?? this;
        for (int i = 0; i < docIds.Length; i++)
        {
            int docId = docIds[i];
            int at = cursor.DocId < docId ? cursor.Advance(docId) : cursor.DocId;
            if (at == docId && (twoPhase is null || twoPhase.Matches()))
            {
                sums[i] += Score();
            }
        }
    }

    /// <summary>Moves to a document, not before the current one, and tells whether it matches.</summary>
    public bool AdvanceExact(int docId)
    {
        if (DocId < docId)
        {
            Advance(docId);
        }

        return DocId == docId;
    }
}
