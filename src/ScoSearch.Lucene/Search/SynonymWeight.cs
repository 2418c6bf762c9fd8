using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>A synonym query bound to an index. Immutable.</summary>
internal sealed class SynonymWeight : Weight
{
    private readonly SynonymQuery _query;
    private readonly TermStates[] _states;
    private readonly ScoreMode _scoreMode;
    private readonly Bm25Scorer? _bm25;
    private readonly long _docFreq;

    public SynonymWeight(SynonymQuery query, SearchContext context, ScoreMode scoreMode, float boost)
        : base(query)
    {
        _query = query;
        _scoreMode = scoreMode;
        _states = [.. query.Terms.Select(term => TermStates.Find(context, term))];
        _docFreq = _states.Max(states => states.DocFreq);
        if (_docFreq > 0 && context.GetField(query.Field) is { } field)
        {
            _bm25 = SearchContext.CreateScorer(field, _docFreq, boost);
        }
    }

    private bool NeedsScores => _scoreMode != ScoreMode.CompleteNoScores;

    public override Scorer? GetScorer(LeafReaderContext leaf) => Open(leaf);

    public override BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
        BulkScorer.Of(Open(leaf), NeedsScores);

    public override Explanation Explain(LeafReaderContext leaf, int docId)
    {
        if (_bm25 is null || Open(leaf) is not { } scorer || !scorer.AdvanceExact(docId))
        {
            return Explanation.NoMatch($"no matching term of {Query}");
        }

        float freq = scorer is TermScorer term ? term.Freq : ((SynonymScorer)scorer).Freq();
        LeafBm25 scores = new(_bm25, leaf.Reader.GetNorms(_query.Field));
        return Bm25Explanation.Score(Query.ToString(), scores, docId, freq, Bm25Explanation.Idf(_bm25, _docFreq));
    }

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
    {
        bool any = false;
        foreach (TermStates states in _states)
        {
            if (_bm25 is not null && states.GetPostings(leaf, _query.Field, PostingsFlags.Offsets) is { } postings
                && postings.Advance(docId) == docId)
            {
                any = true;
                if (matches.Wants(_query.Field))
                {
                    matches.AddOccurrences(_query.Field, postings, _bm25.Idf);
                }
            }
        }

        return any;
    }

    private Scorer? Open(LeafReaderContext leaf)
    {
        if (_bm25 is null)
        {
            return null;
        }

        List<PostingsEnum> postings = [];
        List<float> boosts = [];
        for (int i = 0; i < _states.Length; i++)
        {
            PostingsFlags flags = NeedsScores ? PostingsFlags.Freqs : PostingsFlags.Docs;
            if (_states[i].GetPostings(leaf, _query.Field, flags) is { } found)
            {
                postings.Add(found);
                boosts.Add(_query.Boosts[i]);
            }
        }

        LeafBm25 scores = new(_bm25, leaf.Reader.GetNorms(_query.Field));
        return postings.Count switch
        {
            0 => null,
            1 when boosts[0] == 1f => new TermScorer(postings[0], scores),
            _ => new SynonymScorer([.. postings], [.. boosts], scores),
        };
    }
}
