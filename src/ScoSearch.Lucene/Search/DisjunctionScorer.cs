namespace ScoSearch.Lucene.Search;

/// <summary>Documents that at least so many of several clauses match; how their scores combine is the derived class's matter. Not thread-safe.</summary>
internal abstract class DisjunctionScorer : Scorer
{
    private readonly DisjunctionCursors _cursors;
    private readonly AnyOf? _twoPhase;
    private readonly int _minimum;

    // The matching scorers of _matchesDocId; filled once a document, because a second step may be asked only once.
    private readonly Scorer[] _matches;
    private int _matchCount;
    private int _matchesDocId = -1;

    /// <param name="scorers">At least one.</param>
    /// <param name="minimum">How many must match, at least 1.</param>
    protected DisjunctionScorer(IReadOnlyList<Scorer> scorers, int minimum)
    {
        Scorers = [.. scorers];
        _cursors = new DisjunctionCursors(scorers);
        _minimum = minimum;
        _matches = new Scorer[scorers.Count];
        float cost = 0;
        bool hasChecks = minimum > 1;
        foreach (Scorer scorer in scorers)
        {
            cost += scorer.TwoPhase?.MatchCost ?? 0;
            hasChecks |= scorer.TwoPhase is not null;
        }

        _twoPhase = hasChecks ? new AnyOf(this, cost + scorers.Count) : null;
    }

    public override int DocId => _cursors.DocId;

    public override long Cost => _cursors.Cost;

    public override TwoPhaseCursor? TwoPhase => _twoPhase;

    /// <summary>How many clauses must match.</summary>
    public int Minimum => _minimum;

    /// <summary>The clauses, for who evaluates them in another way instead.</summary>
    public Scorer[] Clauses => Scorers;

    protected Scorer[] Scorers { get; }

    public override int NextDoc() => Confirm(_cursors.NextDoc());

    public override int Advance(int target) => Confirm(_cursors.Advance(target));

    public override float Score()
    {
        FindMatches();
        return Combine(_matches.AsSpan(0, _matchCount));
    }

    public override int AdvanceShallow(int target)
    {
        int upTo = Exhausted;
        foreach (Scorer scorer in Scorers)
        {
            int at = scorer.DocId;
            if (at <= target)
            {
                upTo = Math.Min(upTo, scorer.AdvanceShallow(target));
            }
            else if (at != Exhausted)
            {
                // Nothing of this one before where it stands: the range may end there.
                upTo = Math.Min(upTo, at - 1);
            }
        }

        return upTo;
    }

    /// <summary>Score of the current document from the scorers that match it.</summary>
    protected abstract float Combine(ReadOnlySpan<Scorer> matches);

    /// <summary>True when a scorer cannot match up to <paramref name="upTo"/>, so that its bound does not count.</summary>
    protected static bool IsBeyond(Scorer scorer, int upTo) => scorer.DocId > upTo;

    private int Confirm(int docId) => _twoPhase is null ? docId : _twoPhase.FirstMatch(docId);

    private int FindMatches()
    {
        if (_matchesDocId != _cursors.DocId)
        {
            _matchesDocId = _cursors.DocId;
            _matchCount = 0;
            foreach (DisjunctionCursors.Entry entry in _cursors.GetCurrent())
            {
                if (entry.TwoPhase is null || entry.TwoPhase.Matches())
                {
                    _matches[_matchCount++] = entry.Scorer;
                }
            }
        }

        return _matchCount;
    }

    private sealed class AnyOf(DisjunctionScorer scorer, float cost) : TwoPhaseCursor(scorer._cursors)
    {
        public override float MatchCost => cost;

        protected override bool Check() => scorer.FindMatches() >= scorer._minimum;
    }
}
