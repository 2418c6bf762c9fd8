using ScoSearch.Core.Indexing;
using ScoSearch.Core.Text;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Asks the index for what the scores of the first hits do not tell, and ranks these hits anew. Thread-safe.</summary>
/// <remarks>
/// <para>A paragraph that opens with the words is about them; the fewer words were typed, the likelier that is what is wanted.
/// And who types one script reads paragraphs in that script first. Both are read from postings and columns: reading the
/// text of the hits would cost more than finding them.</para>
/// <para>No score is ever lowered, so the hits behind the first ones stay where they are and pages fit together.</para>
/// </remarks>
internal sealed class ParagraphReranker(IndexReader reader)
{
    /// <summary>How many hits are looked into.</summary>
    public const int WindowSize = 20;

    // Values with their effect are in docs/ranking.md.
    private const double OpeningWeight = 2.8;
    private const double MaxOpeningWeightPerWord = 1.0;
    private const double TraditionalFactor = 1.2;
    private const double SimplifiedFactor = 1.05;

    /// <summary>Ranks hits anew.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="hits">The hits, best first.</param>
    /// <param name="cancellation">Checked for each word.</param>
    /// <returns>The same hits in their new order.</returns>
    public IReadOnlyList<ScoreDoc> Rerank(LooseQuery query, IReadOnlyList<ScoreDoc> hits, CancellationToken cancellation)
    {
        int window = Math.Min(hits.Count, WindowSize);
        if (window == 0)
        {
            return hits;
        }

        ScoreDoc[] first = new ScoreDoc[window];
        int[] docIds = new int[window];
        for (int i = 0; i < window; i++)
        {
            first[i] = hits[i];
            docIds[i] = hits[i].Doc;
        }

        Array.Sort(docIds, first);
        double[] scores = [.. first.Select(hit => (double)hit.Score)];
        AddOpenings(query.Words, docIds, scores, cancellation);
        MultiplyByScript(query.Script, docIds, scores);
        for (int i = 0; i < window; i++)
        {
            first[i] = new ScoreDoc(docIds[i], (float)scores[i]);
        }

        Array.Sort(first, static (a, b) => a.Score != b.Score ? b.Score.CompareTo(a.Score) : a.Doc.CompareTo(b.Doc));
        return [.. first, .. hits.Skip(window)];
    }

    /// <summary>What a look into one of the first hits adds to its score, part by part.</summary>
    /// <param name="query">What was typed.</param>
    /// <param name="docId">The hit.</param>
    /// <param name="score">Its score by the query alone.</param>
    public IReadOnlyList<RescoredPart> Explain(LooseQuery query, int docId, double score)
    {
        List<RescoredPart> parts = [];
        double[] sum = [score];
        foreach (string word in query.Words)
        {
            double before = sum[0];
            AddOpening(word, WeightOf(query.Words), [docId], sum);
            if (sum[0] != before)
            {
                parts.Add(new RescoredPart(word, sum[0] - before));
            }
        }

        double opened = sum[0];
        MultiplyByScript(query.Script, [docId], sum);
        if (sum[0] != opened)
        {
            parts.Add(new RescoredPart(null, sum[0] - opened));
        }

        return parts;
    }

    private void AddOpenings(
        IReadOnlyList<string> words, ReadOnlySpan<int> docIds, Span<double> scores, CancellationToken cancellation)
    {
        foreach (string word in words)
        {
            cancellation.ThrowIfCancellationRequested();
            AddOpening(word, WeightOf(words), docIds, scores);
        }
    }

    private static double WeightOf(IReadOnlyList<string> words) =>
        Math.Min(MaxOpeningWeightPerWord, OpeningWeight / Math.Max(1, words.Count)) / OpeningTerms.MaxFrequency;

    private void AddOpening(string word, double weight, ReadOnlySpan<int> docIds, Span<double> scores)
    {
        Term term = new(ParagraphFields.Opening, word);
        double wordWeight = double.NaN;
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            (int from, int to) = RangeOf(leaf, docIds);
            if (from == to || leaf.Reader.GetTerms(ParagraphFields.Opening) is not { } terms
                || terms.Find(term.Bytes) is not { } state)
            {
                continue;
            }

            wordWeight = double.IsNaN(wordWeight) ? weight * IdfOf(word) : wordWeight;
            PostingsEnum postings = terms.GetPostings(state, PostingsFlags.Freqs);
            for (int i = from; i < to && postings.DocId != DocIdCursor.Exhausted; i++)
            {
                int target = docIds[i] - leaf.DocBase;
                if ((postings.DocId < target ? postings.Advance(target) : postings.DocId) == target)
                {
                    scores[i] += wordWeight * postings.Freq;
                }
            }
        }
    }

    private void MultiplyByScript(ChineseScript script, ReadOnlySpan<int> docIds, Span<double> scores)
    {
        if (script == ChineseScript.Unknown)
        {
            return;
        }

        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            (int from, int to) = RangeOf(leaf, docIds);
            NumericDocValues? traditional = from == to ? null : leaf.Reader.GetNumericDocValues(ParagraphFields.Traditional);
            for (int i = from; i < to; i++)
            {
                bool isTraditional = traditional?.AdvanceExact(docIds[i] - leaf.DocBase) ?? false;
                scores[i] *= (script == ChineseScript.Traditional, isTraditional) switch
                {
                    (true, true) => TraditionalFactor,
                    (false, false) => SimplifiedFactor,
                    _ => 1,
                };
            }
        }
    }

    // The part of the rising doc ids that lies in a segment.
    private static (int From, int To) RangeOf(LeafReaderContext leaf, ReadOnlySpan<int> docIds)
    {
        int from = docIds.BinarySearch(leaf.DocBase);
        int to = docIds.BinarySearch(leaf.DocBase + leaf.Reader.MaxDoc);
        return (from < 0 ? ~from : from, to < 0 ? ~to : to);
    }

    // The same idf as in the scores that are added to.
    private double IdfOf(string word)
    {
        double frequency = reader.GetDocFreq(new Term(ParagraphFields.Ranking, word));
        double count = reader.GetDocCount(ParagraphFields.Ranking);
        return Math.Log(1 + ((count - frequency + 0.5) / (frequency + 0.5)));
    }
}
