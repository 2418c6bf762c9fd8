using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Similarities;

namespace ScoSearch.Lucene.Search;

/// <summary>A combined term bound to an index. Immutable.</summary>
internal sealed class CombinedTermWeight : Weight
{
    private readonly CombinedTermQuery _query;
    private readonly TermStates[] _states;
    private readonly Bm25Field?[] _fields;
    private readonly ScoreMode _scoreMode;
    private readonly float _boost;
    private readonly float _idf;
    private readonly bool _exists;

    public CombinedTermWeight(CombinedTermQuery query, SearchContext context, ScoreMode scoreMode, float boost)
        : base(query)
    {
        _query = query;
        _scoreMode = scoreMode;
        _boost = boost;
        _states = [.. query.Terms.Select(term => TermStates.Find(context, term))];
        _fields = [.. query.Terms.Select(term => context.GetField(term.Field)?.Bm25)];
        long docFreq = _states.Max(states => states.DocFreq);
        _exists = docFreq > 0;
        long docCount = Math.Max(docFreq, _fields.Max(field => field?.DocCount ?? 0));
        _idf = Bm25Similarity.Idf(docFreq, docCount);
    }

    private bool NeedsScores => _scoreMode != ScoreMode.CompleteNoScores;

    public override Scorer? GetScorer(LeafReaderContext leaf) => Open(leaf);

    public override BulkScorer? GetBulkScorer(LeafReaderContext leaf) =>
        BulkScorer.Of(Open(leaf), NeedsScores);

    public override Explanation Explain(LeafReaderContext leaf, int docId)
    {
        if (Open(leaf) is not { } scorer || !scorer.AdvanceExact(docId))
        {
            return Explanation.NoMatch($"no matching term of {Query}");
        }

        return Explanation.Match(
            scorer.Score(),
            FormattableString.Invariant($"weight({Query} in {docId}), frequencies divided by their fields' norms and added, from:"),
            Explanation.Match(_boost, "boost"),
            Explanation.Match(_idf, "idf, of the field with the largest document frequency"));
    }

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
    {
        bool any = false;
        for (int i = 0; i < _states.Length; i++)
        {
            string field = _query.Terms[i].Field;
            if (_states[i].GetPostings(leaf, field, PostingsFlags.Offsets) is { } postings && postings.Advance(docId) == docId)
            {
                any = true;
                if (matches.Wants(field))
                {
                    matches.AddOccurrences(field, postings, _idf);
                }
            }
        }

        return any;
    }

    private Scorer? Open(LeafReaderContext leaf)
    {
        if (!_exists)
        {
            return null;
        }

        List<CombinedTermField> found = [];
        PostingsFlags flags = NeedsScores ? PostingsFlags.Freqs : PostingsFlags.Docs;
        for (int i = 0; i < _states.Length; i++)
        {
            string field = _query.Terms[i].Field;
            if (_fields[i] is { } bm25 && _states[i].GetPostings(leaf, field, flags) is { } postings)
            {
                LeafBm25 scores = new(new Bm25Scorer(bm25, _boost, _idf), leaf.Reader.GetNorms(field));
                found.Add(new CombinedTermField(postings, scores, _query.Weights[i]));
            }
        }

        // In one field with weight 1 it is an ordinary term, which is scored in blocks.
        return found.Count switch
        {
            0 => null,
            1 when found[0].Weight == 1f => new TermScorer(found[0].Postings, found[0].Scores),
            _ => new CombinedTermScorer([.. found], (float)(_boost * _idf)),
        };
    }
}
