using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Automata;

/// <summary>The terms that an automaton accepts, by the dictionary's own intersection. Not thread-safe.</summary>
/// <param name="terms">The dictionary.</param>
/// <param name="automaton">Which terms are wanted.</param>
/// <param name="startTerm">Only terms greater than this one are given; empty for all.</param>
internal sealed class AutomatonTermFilter(Terms terms, ITermAutomaton automaton, ReadOnlySpan<byte> startTerm = default)
    : TermFilter
{
    public override TermsEnum Terms { get; } = terms.Intersect(automaton, startTerm);

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

    /// <summary>The terms that an expression accepts.</summary>
    /// <remarks>An expression that accepts everything accepts terms that are no text, too, as Apache Lucene has it.</remarks>
    public static TermFilter Create(Terms terms, RegexpFactory factory, RegexpNode expression, int maxStates) =>
        expression == factory.AnyString
            ? new RangeTermFilter(terms, [], static _ => true)
            : new AutomatonTermFilter(terms, new RegexpAutomaton(factory, expression, maxStates));
}
