using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Automata;

/// <summary>The terms that an automaton accepts, by the dictionary's own intersection. Not thread-safe.</summary>
internal sealed class AutomatonTermFilter(Terms terms, ITermAutomaton automaton) : TermFilter
{
    public override TermsEnum Terms { get; } = terms.Intersect(automaton);

    public override bool MoveNext() => Terms.MoveNext();

    /// <summary>The automaton's state after the current term.</summary>
    public int GetState()
    {
        int state = automaton.Start;
        foreach (byte unit in Terms.Term)
        {
            state = automaton.Step(state, unit);
        }

        return state;
    }
}
