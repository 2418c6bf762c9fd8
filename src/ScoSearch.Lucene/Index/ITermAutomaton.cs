namespace ScoSearch.Lucene.Index;

/// <summary>A deterministic automaton over the bytes of terms; selects terms of a dictionary. Used by one thread at a time.</summary>
/// <remarks>
/// States are numbers of the automaton's choosing, at least 0, and may be created as they are first reached; a state once returned stays valid.
/// From a state that is not dead an accepting state should be reachable, because a dictionary descends into every block a live state leads to.
/// </remarks>
public interface ITermAutomaton
{
    /// <summary>State before the first byte.</summary>
    public int Start { get; }

    /// <summary>State after one more byte.</summary>
    /// <param name="state">A state that the automaton returned before and that is not dead.</param>
    /// <param name="label">The byte.</param>
    /// <returns>The next state, or -1 when no term that begins so is accepted.</returns>
    public int Step(int state, byte label);

    /// <summary>True when a term that ends in this state is selected.</summary>
    /// <param name="state">A state that the automaton returned before and that is not dead.</param>
    public bool IsAccept(int state);
}
