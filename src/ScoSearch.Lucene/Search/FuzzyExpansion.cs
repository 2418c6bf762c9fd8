using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Finds the terms of an index that a fuzzy query stands for and how they score. For one rewriting.</summary>
/// <remarks>
/// Once as many terms are known as are wanted, a term has to be better than the worst of them. No term with e edits has a larger boost
/// than 1 - e / length of the word, so the automaton is exchanged for a narrower one as soon as terms with e edits cannot compete
/// any more: because the worst known boost is larger, or equal and the walk has passed the worst term. Terms without edits are
/// looked up at the beginning, so a walk with no edits left is over. Example: word of two characters, one edit: with 50 terms of
/// boost 0.5 known, a segment is walked up to the greatest of them at most. Segments with many terms come first, as they
/// bring the limit down soonest; the result does not depend on the order.
/// </remarks>
internal sealed class FuzzyExpansion
{
    private readonly FuzzyQuery _query;
    private readonly SearchContext _context;
    private readonly int _maxTerms;
    private readonly Term _word;
    private readonly int _wordLength;
    private readonly FuzzyCandidates _candidates;
    private readonly LevenshteinAutomaton?[] _automata = new LevenshteinAutomaton?[FuzzyQuery.MaxSupportedEdits + 1];

    public FuzzyExpansion(FuzzyQuery query, SearchContext context)
    {
        _query = query;
        _context = context;
        _maxTerms = Math.Min(query.MaxExpansions, context.Options.MaxClauseCount);

        // What the automaton would spell: bytes that are not UTF-8 stand as replacement characters.
        _word = new Term(query.Term.Field, query.Term.Text);
        _wordLength = CountCodePoints(_word.Bytes);
        _candidates = new FuzzyCandidates(IsExhaustive ? int.MaxValue : _maxTerms, context.Reader.Leaves.Count);
    }

    // The definition, with which narrowing is compared: every near term is collected, then the best are taken.
    private bool IsExhaustive => _context.Options.Exhaustive;

    public Query Rewrite()
    {
        Collect();
        IReadOnlyList<FuzzyCandidate> best = TakeBest();
        if (best.Count == 0)
        {
            return MatchNoDocsQuery.Instance;
        }

        TermStates[] states = new TermStates[best.Count];
        long docFreq = 0;
        long totalTermFreq = 0;
        for (int i = 0; i < states.Length; i++)
        {
            states[i] = new TermStates(best[i].States, _context.Scratch);
            docFreq = Math.Max(docFreq, states[i].DocFreq);
            totalTermFreq += states[i].TotalTermFreq;
        }

        BooleanQuery.Builder builder = new();
        for (int i = 0; i < states.Length; i++)
        {
            TermQuery term = new(new Term(_word.Field, best[i].Term), states[i].WithFrequencies(docFreq, totalTermFreq));
            builder.Add(BoostQuery.Wrap(term, best[i].Boost), Occur.Should);
        }

        return builder.Build();
    }

    private IReadOnlyList<FuzzyCandidate> TakeBest()
    {
        IReadOnlyList<FuzzyCandidate> sorted = _candidates.Sorted;
        if (sorted.Count <= _maxTerms)
        {
            return sorted;
        }

        // Stable, so of equal boosts the lesser terms come first.
        HashSet<FuzzyCandidate> best = [.. sorted.OrderByDescending(candidate => candidate.Boost).Take(_maxTerms)];
        return [.. sorted.Where(best.Contains)];
    }

    private void Collect()
    {
        List<(int Ord, Terms Terms)> leaves = [];
        foreach (LeafReaderContext leaf in _context.Reader.Leaves)
        {
            if (leaf.Reader.GetTerms(_word.Field) is { } terms)
            {
                leaves.Add((leaf.Ord, terms));
                if (terms.Find(_word.Bytes) is { } state)
                {
                    _candidates.Offer(_word.Bytes, 1f)!.States[leaf.Ord] = state;
                }
            }
        }

        // As in Lucene: a prefix as long as the term leaves only the term itself, though terms that go on are near enough too.
        int maxEdits = _query.PrefixLength >= _query.Term.Text.Length ? 0 : _query.MaxEdits;
        leaves.Sort(static (left, right) => right.Terms.Count.CompareTo(left.Terms.Count));
        foreach ((int ord, Terms terms) in leaves)
        {
            byte[] last = [];
            for (int edits = Narrow(maxEdits, default); edits > 0;)
            {
                edits = Walk(ord, terms, edits, ref last);
            }
        }
    }

    // Collects the terms of a segment after the last one; returns with the edits to go on with, 0 at the end.
    private int Walk(int ord, Terms terms, int edits, ref byte[] last)
    {
        LevenshteinAutomaton automaton = _automata[edits] ??= new LevenshteinAutomaton(
            _query.Term.Text, edits, _query.PrefixLength, _query.Transpositions, _context.Options.MaxAutomatonStates);
        AutomatonTermFilter near = new(terms, automaton, last);
        near.Terms.EndWhen(_context.MustStop);
        edits = Walk(ord, near, automaton, edits, ref last);
        near.Terms.Release();
        return edits;
    }

    private int Walk(int ord, AutomatonTermFilter near, LevenshteinAutomaton automaton, int edits, ref byte[] last)
    {
        FuzzyCandidate? limit = null;
        while (true)
        {
            // Behind the worst candidate nothing with so many edits competes, and with fewer there is only the word itself.
            if (edits == 1 && _candidates.Worst is { } worst && worst != limit && worst.Boost == MaxBoost(1) && !IsExhaustive)
            {
                limit = worst;
                near.Terms.EndBehind(worst.Term);
            }

            if (!near.MoveNext())
            {
                return 0;
            }

            ReadOnlySpan<byte> term = near.Terms.Term;
            int distance = automaton.GetDistance(near.GetState());
            if (distance > 0 && _candidates.Offer(term, GetBoost(distance, CountCodePoints(term))) is { } candidate)
            {
                candidate.States[ord] = near.Terms.GetTermState();
            }

            int narrowed = Narrow(edits, term);
            if (narrowed < edits)
            {
                last = term.ToArray();
                return narrowed;
            }
        }
    }

    /// <summary>The most edits that terms after the given one may have to compete.</summary>
    private int Narrow(int edits, ReadOnlySpan<byte> last)
    {
        if (IsExhaustive || _candidates.Worst is not { } worst)
        {
            return edits;
        }

        while (edits > 0)
        {
            float most = MaxBoost(edits);
            if (most > worst.Boost || (most == worst.Boost && last.SequenceCompareTo(worst.Term) < 0))
            {
                break;
            }

            edits--;
        }

        return edits;
    }

    private float MaxBoost(int edits) => GetBoost(edits, _wordLength);

    private float GetBoost(int edits, int length) =>
        Math.Max(0f, (float)(1f - (float)(edits / (float)Math.Min(length, _wordLength))));

    // Code points of UTF-8: the bytes that do not continue one.
    private static int CountCodePoints(ReadOnlySpan<byte> term)
    {
        int length = 0;
        foreach (byte unit in term)
        {
            length += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        return length;
    }
}
