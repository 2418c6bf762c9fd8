using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>A term query bound to an index. Immutable.</summary>
internal sealed class TermWeight : Weight
{
    private readonly string _field;
    private readonly TermStates _states;
    private readonly ScoreMode _scoreMode;
    private readonly Bm25Scorer? _bm25;
    private readonly long _docFreq;

    public TermWeight(TermQuery query, SearchContext context, TermStates states, ScoreMode scoreMode, float boost)
        : base(query)
    {
        _field = query.Term.Field;
        _states = states;
        _scoreMode = scoreMode;
        _docFreq = states.DocFreq;
        if (_docFreq > 0 && context.GetField(_field) is { } field)
        {
            _bm25 = SearchContext.CreateScorer(field, _docFreq, boost);
        }
    }

    public override Scorer? GetScorer(LeafReaderContext leaf) => Open(leaf);

    public override BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
        Open(leaf) is { } scorer ? new TermBulkScorer(scorer, _scoreMode != ScoreMode.CompleteNoScores) : null;

    public override int Count(LeafReaderContext leaf) =>
        leaf.Reader.LiveDocs is null ? _states[leaf.Ord]?.DocFreq ?? 0 : -1;

    public override Explanation Explain(LeafReaderContext leaf, int docId)
    {
        if (Open(leaf) is not { } scorer || !scorer.AdvanceExact(docId))
        {
            return Explanation.NoMatch($"no matching term {Query}");
        }

        Explanation idf = Bm25Explanation.Idf(_bm25!, _docFreq);
        return Bm25Explanation.Score(Query.ToString(), scorer.LeafScores, docId, scorer.Freq, idf);
    }

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
    {
        if (_bm25 is null || _states.GetPostings(leaf, _field, PostingsFlags.Offsets) is not { } postings
            || postings.Advance(docId) != docId)
        {
            return false;
        }

        if (matches.Wants(_field))
        {
            matches.AddOccurrences(_field, postings, _bm25.Idf);
        }

        return true;
    }

    private TermScorer? Open(LeafReaderContext leaf)
    {
        PostingsFlags flags = _scoreMode == ScoreMode.CompleteNoScores ? PostingsFlags.Docs : PostingsFlags.Freqs;
        return _bm25 is not null && _states.GetPostings(leaf, _field, flags) is { } postings
            ? new TermScorer(postings, new LeafBm25(_bm25, leaf.Reader.GetNorms(_field)))
            : null;
    }
}
