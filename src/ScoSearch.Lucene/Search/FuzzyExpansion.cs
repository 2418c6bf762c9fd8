using ScoSearch.Lucene.Automata;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Finds the terms of an index that a fuzzy query stands for and how they score. For one rewriting.</summary>
internal sealed class FuzzyExpansion(FuzzyQuery query, SearchContext context)
{
    private readonly int _maxTerms = Math.Min(query.MaxExpansions, context.Options.MaxClauseCount);

    public Query Rewrite()
    {
        List<Candidate> candidates = [.. Collect().OrderDescending().Take(_maxTerms)];
        candidates.Sort(static (left, right) => left.Term.CompareTo(right.Term));
        if (candidates.Count == 0)
        {
            return MatchNoDocsQuery.Instance;
        }

        TermStates[] states = [.. candidates.Select(candidate => new TermStates(candidate.States))];
        long docFreq = states.Max(s => s.DocFreq);
        long totalTermFreq = states.Sum(s => s.TotalTermFreq);
        BooleanQuery.Builder builder = new();
        for (int i = 0; i < states.Length; i++)
        {
            TermQuery term = new(candidates[i].Term, states[i].WithFrequencies(docFreq, totalTermFreq));
            builder.Add(BoostQuery.Wrap(term, candidates[i].Boost), Occur.Should);
        }

        return builder.Build();
    }

    private Dictionary<Term, Candidate>.ValueCollection Collect()
    {
        // As in Lucene: a prefix as long as the term leaves only the term itself, though terms that go on are near enough too.
        int maxEdits = query.PrefixLength >= query.Term.Text.Length ? 0 : query.MaxEdits;
        LevenshteinAutomaton automaton = new(
            query.Term.Text, maxEdits, query.PrefixLength, query.Transpositions, context.Options.MaxAutomatonStates);
        Dictionary<Term, Candidate> candidates = [];
        IReadOnlyList<LeafReaderContext> leaves = context.Reader.Leaves;
        foreach (LeafReaderContext leaf in leaves)
        {
            if (leaf.Reader.GetTerms(query.Term.Field) is not { } terms)
            {
                continue;
            }

            AutomatonTermFilter selected = new(terms, automaton);
            while (selected.MoveNext())
            {
                context.Cancellation.ThrowIfCancellationRequested();
                Term term = new(query.Term.Field, selected.Terms.Term);
                if (!candidates.TryGetValue(term, out Candidate? candidate))
                {
                    float boost = GetBoost(automaton, automaton.GetDistance(selected.GetState()), selected.Terms.Term);
                    candidates.Add(term, candidate = new Candidate(term, boost, new TermState?[leaves.Count]));
                }

                candidate.States[leaf.Ord] = selected.Terms.GetTermState();
            }
        }

        return candidates.Values;
    }

    private static float GetBoost(LevenshteinAutomaton automaton, int edits, ReadOnlySpan<byte> term)
    {
        if (edits == 0)
        {
            return 1f;
        }

        // Code points of UTF-8: the bytes that do not continue one.
        int length = 0;
        foreach (byte unit in term)
        {
            length += (unit & 0xC0) != 0x80 ? 1 : 0;
        }

        int shorter = Math.Min(length, automaton.WordLength);
        return Math.Max(0f, (float)(1f - (float)(edits / (float)shorter)));
    }

    /// <summary>Ordered by boost; of equal ones the lesser term is better.</summary>
    private sealed record Candidate(Term Term, float Boost, TermState?[] States) : IComparable<Candidate>
    {
        public int CompareTo(Candidate? other)
        {
            int byBoost = Boost.CompareTo(other!.Boost);
            return byBoost != 0 ? byBoost : other.Term.CompareTo(Term);
        }
    }
}
