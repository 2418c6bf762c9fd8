using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>A phrase bound to an index. Immutable.</summary>
internal sealed class PhraseWeight : Weight
{
    private readonly PhraseQuery _query;
    private readonly string _field;
    private readonly TermStates[] _states;
    private readonly ScoreMode _scoreMode;
    private readonly Bm25Scorer? _bm25;
    private readonly List<Explanation> _idfs = [];

    public PhraseWeight(PhraseQuery query, SearchContext context, ScoreMode scoreMode, float boost)
        : base(query)
    {
        _query = query;
        _field = query.Terms[0].Field;
        _scoreMode = scoreMode;
        _states = [.. query.Terms.Select(term => TermStates.Find(context, term))];
        if (context.GetField(_field) is not { } field)
        {
            return;
        }

        // The double sum of float idfs in term order, terms that are nowhere left out; the phrase counts as one term.
        double idf = 0;
        foreach (TermStates states in _states)
        {
            if (states.DocFreq > 0)
            {
                float termIdf = Bm25Similarity.Idf(states.DocFreq, field.Collection.DocCount);
                idf += termIdf;
                _idfs.Add(Explanation.Match(termIdf, FormattableString.Invariant($"idf, docFreq={states.DocFreq}")));
            }
        }

        _bm25 = _idfs.Count == 0 ? null : new Bm25Scorer(field.Bm25, boost, (float)idf);
    }

    public override Scorer? GetScorer(LeafReaderContext leaf) => Open(leaf, PostingsFlags.Positions, pruned: true);

    public override BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
        GetScorer(leaf) is { } scorer ? new DefaultBulkScorer(scorer, _scoreMode != ScoreMode.CompleteNoScores) : null;

    public override Explanation Explain(LeafReaderContext leaf, int docId)
    {
        if (Open(leaf, PostingsFlags.Positions, pruned: false) is not { } scorer || !scorer.AdvanceExact(docId))
        {
            return Explanation.NoMatch($"no matching phrase {Query}");
        }

        Explanation idf = Explanation.Match(_bm25!.Idf, "idf, sum of:", _idfs);
        return Bm25Explanation.Score(Query.ToString(), scorer.LeafScores, docId, scorer.PhraseFreq(), idf);
    }

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
    {
        if (Open(leaf, PostingsFlags.Offsets, pruned: false) is not { } scorer)
        {
            return false;
        }

        return scorer.TwoPhase!.Approximation.Advance(docId) == docId
            && scorer.AddMatches(_field, matches.Wants(_field) ? matches : null, _bm25!.Idf);
    }

    private PhraseScorer? Open(LeafReaderContext leaf, PostingsFlags flags, bool pruned)
    {
        if (_bm25 is null || leaf.Reader.GetTerms(_field) is not { Field.HasPositions: true })
        {
            return null;
        }

        PhraseSlot[] slots = new PhraseSlot[_states.Length];
        for (int i = 0; i < slots.Length; i++)
        {
            if (_states[i].GetPostings(leaf, _field, flags) is not { } postings)
            {
                return null;
            }

            slots[i] = new PhraseSlot(i, _query.Positions[i], postings);
        }

        LeafBm25 scores = new(_bm25, leaf.Reader.GetNorms(_field));
        PhraseMatcher matcher = _query.Slop == 0
            ? new ExactPhraseMatcher(slots)
            : new SloppyPhraseMatcher(slots, _query.Terms, _query.Slop);
        PhraseBounds? bounds = pruned && _query.Slop == 0 && _scoreMode == ScoreMode.TopScores
            ? new PhraseBounds(slots, _bm25)
            : null;
        return new PhraseScorer(slots, matcher, scores, bounds);
    }
}
