namespace ScoSearch.Lucene.Index;

/// <summary>A deterministic automaton over the bytes of terms, by which matching terms are enumerated.</summary>
/// <remarks>States are non-negative numbers; -1 stands for "no continuation can match". Implementations must be thread-safe.</remarks>
public interface ITermAutomaton
{
    /// <summary>The state before the first byte, or -1 when nothing matches.</summary>
    public int Start { get; }

    /// <summary>The state after one more byte, or -1 when no term that goes on like this can match.</summary>
    public int Step(int state, byte label);

    /// <summary>True when a term that ends in this state matches.</summary>
    public bool IsAccept(int state);

    /// <summary>Smallest byte not below <paramref name="from"/> with which <see cref="Step"/> goes on; 256 when there is none.</summary>
    /// <param name="state">A state, not -1.</param>
    /// <param name="from">From 0 to 256.</param>
    /// <remarks>May name a byte that leads nowhere, at the price of speed; must not leave one out.</remarks>
    public int NextLabel(int state, int from);

    /// <summary>The state after several bytes: one call a suffix instead of one a byte, where terms are enumerated by the million.</summary>
    /// <param name="state">A state that is not dead.</param>
    /// <param name="bytes">The bytes to read.</param>
    /// <param name="read">How many were read before the automaton died; all of them when it did not.</param>
    /// <returns>The state, or -1 when it died.</returns>
    public int Run(int state, ReadOnlySpan<byte> bytes, out int read)
    {
        for (read = 0; read < bytes.Length; read++)
        {
            state = Step(state, bytes[read]);
            if (state < 0)
            {
                return -1;
            }
        }

        return state;
    }
}
