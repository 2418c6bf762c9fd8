using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>A boolean query bound to an index: chooses for each segment how to evaluate it. Immutable.</summary>
internal sealed class BooleanWeight : Weight
{
    private readonly BooleanQuery _query;
    private readonly Weight[] _weights;
    private readonly ScoreMode _scoreMode;
    private readonly bool _exhaustive;

    public BooleanWeight(BooleanQuery query, SearchContext context, ScoreMode scoreMode, float boost)
        : base(query)
    {
        _query = query;
        _scoreMode = scoreMode;
        _exhaustive = context.Options.Exhaustive;
        _weights = new Weight[query.Count];
        for (int i = 0; i < _weights.Length; i++)
        {
            ScoreMode mode = query[i].IsScoring ? scoreMode : ScoreMode.CompleteNoScores;
            _weights[i] = query[i].Query.CreateWeight(context, mode, boost);
        }
    }

    private bool NeedsScores => _scoreMode != ScoreMode.CompleteNoScores;

    public override Scorer? GetScorer(LeafReaderContext leaf) => BooleanPlan.Create(this, leaf)?.GetScorer();

    public override BulkScorer? GetBulkScorer(LeafReaderContext leaf)
    {
        BooleanPlan? plan = BooleanPlan.Create(this, leaf);
        if (plan is null)
        {
            return null;
        }

        return (_exhaustive ? null : plan.GetBulkScorer()) ?? CreateDefault(plan.GetScorer());
    }

    public override Explanation Explain(LeafReaderContext leaf, int docId) =>
        BooleanExplanation.Explain(_query, _weights, leaf, docId, GetScorer(leaf));

    public override bool AddMatches(LeafReaderContext leaf, int docId, MatchCollector matches)
    {
        if (!IsMatch(leaf, docId))
        {
            return false;
        }

        for (int i = 0; i < _weights.Length; i++)
        {
            if (_query[i].Occur != Occur.MustNot)
            {
                _weights[i].AddMatches(leaf, docId, matches);
            }
        }

        return true;
    }

    private BulkScorer CreateDefault(Scorer scorer) => scorer is TermScorer term
        ? new TermBulkScorer(term, NeedsScores)
        : new DefaultBulkScorer(scorer, NeedsScores);

    /// <summary>The scorers of one segment by kind, simplified as the segment allows.</summary>
    private sealed class BooleanPlan
    {
        private readonly List<Scorer> _must = [];
        private readonly List<Scorer> _filter = [];
        private readonly List<Scorer> _should = [];
        private readonly List<Scorer> _mustNot = [];
        private bool _needsScores;
        private int _minimum;

        public static BooleanPlan? Create(BooleanWeight weight, LeafReaderContext leaf)
        {
            BooleanPlan plan = new() { _needsScores = weight.NeedsScores };
            ReadOnlySpan<BooleanClause> clauses = weight._query.Clauses;
            for (int i = 0; i < clauses.Length; i++)
            {
                Occur occur = clauses[i].Occur;
                Scorer? scorer = weight._weights[i].GetScorer(leaf);
                if (scorer is not null)
                {
                    plan.ListOf(occur).Add(scorer);
                }
                else if (occur is Occur.Must or Occur.Filter)
                {
                    return null;
                }
            }

            return plan.Simplify(Math.Max(0, weight._query.MinimumShouldMatch)) ? plan : null;
        }

        public Scorer GetScorer()
        {
            Scorer? required = GetRequired();
            Scorer? optional = _should.Count == 0 ? null : GetOptional();
            if (required is null)
            {
                return Exclude(optional!);
            }

            if (optional is null)
            {
                return Exclude(required);
            }

            return _minimum > 0
                ? new ConjunctionScorer([Exclude(required), optional], [required, optional])
                : new ReqOptScorer(Exclude(required), optional);
        }

        public BulkScorer? GetBulkScorer()
        {
            if (_must.Count == 0 && _filter.Count == 0)
            {
                if (_minimum > 1)
                {
                    return null;
                }

                return _should.Count == 1 && _mustNot.Count == 0
                    ? null
                    : new MaxScoreBulkScorer([.. _should], [], Excluded(), _needsScores);
            }

            if (_must.Count == 0 && _should.Count > 0 && _minimum == 1 && FiltersAreDense(_should.Sum(scorer => scorer.Cost)))
            {
                return new MaxScoreBulkScorer([.. _should], [.. _filter], Excluded(), _needsScores);
            }

            if (_filter.Count > 0 && SingleDisjunction() is { } disjunction)
            {
                // Filters that leave much do not take the pruning from what is scored.
                return disjunction;
            }

            if (_filter.Concat(_must).Any(scorer => scorer.TwoPhase is not null) || _must.Count + _filter.Count == 1)
            {
                // Checks are to run after all cheap steps, document by document.
                return SingleDisjunction();
            }

            bool optionalRequired = _should.Count > 0 && _minimum > 0;
            Scorer? optional = _should.Count == 0 ? null : GetOptional();
            Scorer[] scoring = optionalRequired ? [GetScoringRequired(), optional!] : [.. _must];
            Scorer[] filters = optionalRequired ? [] : [.. _filter];
            return new ConjunctionBulkScorer(scoring, filters, optionalRequired ? null : optional, Excluded(), _needsScores);
        }

        // One required disjunction, whatever the filters: the same sums as if its clauses stood here.
        private MaxScoreBulkScorer? SingleDisjunction()
        {
            bool isSingle = _must.Count == 1 && _should.Count == 0;
            if (!isSingle || _must[0] is not DisjunctionSumScorer { Minimum: 1 } disjunction)
            {
                return null;
            }

            return _filter.Count == 0 || FiltersAreDense(disjunction.Cost)
                ? new MaxScoreBulkScorer(disjunction.Clauses, [.. _filter], Excluded(), _needsScores)
                : null;
        }

        private List<Scorer> ListOf(Occur occur) => occur switch
        {
            Occur.Must => _must,
            Occur.Filter => _filter,
            Occur.Should => _should,
            _ => _mustNot,
        };

        private bool Simplify(int minimum)
        {
            _minimum = minimum;
            if (_should.Count == _minimum)
            {
                // Every optional clause present is in fact required.
                _must.AddRange(_should);
                _should.Clear();
                _minimum = 0;
            }

            bool hasRequired = _must.Count + _filter.Count > 0;
            if (!hasRequired && _should.Count == 0)
            {
                return false;
            }

            if (_should.Count < _minimum)
            {
                return false;
            }

            if (!_needsScores && hasRequired && _minimum == 0)
            {
                _should.Clear();
            }

            return true;
        }

        // The optional clauses lead unless filters leave so few documents that going from there is cheaper.
        private bool FiltersAreDense(long cost) => _filter.Min(scorer => scorer.Cost) >= cost / 8;

        private Scorer? GetRequired() => _must.Count + _filter.Count == 0 ? null : GetScoringRequired();

        private Scorer GetScoringRequired()
        {
            if (_must.Count == 1 && _filter.Count == 0)
            {
                return _must[0];
            }

            return new ConjunctionScorer([.. _must, .. _filter], [.. _must]);
        }

        private Scorer GetOptional() => _should.Count == 1 && _minimum <= 1
            ? _should[0]
            : new DisjunctionSumScorer(_should, Math.Max(1, _minimum));

        private Scorer Exclude(Scorer scorer) => Excluded() is { } excluded ? new ExclusionScorer(scorer, excluded) : scorer;

        private Scorer? Excluded() => _mustNot.Count switch
        {
            0 => null,
            1 => _mustNot[0],
            _ => new DisjunctionSumScorer(_mustNot, 1),
        };
    }
}
