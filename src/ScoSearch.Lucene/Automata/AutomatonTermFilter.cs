using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Automata;

/// <summary>The terms that an automaton accepts. Not thread-safe.</summary>
/// <remarks>
/// Terms are read in order; where a term leaves the automaton, the next string that stays in it is looked for and the dictionary seeks
/// there, so that whole ranges of terms are never read. States along the current term are kept: a term shares its beginning with the last.
/// </remarks>
internal sealed class AutomatonTermFilter(Terms terms, ITermAutomaton automaton) : TermFilter
{
    // _states[i] is the state before byte i of _term; the first _valid bytes of _term are known to be in the automaton.
    private int[] _states = new int[64];
    private byte[] _term = new byte[64];
    private int _valid;
    private bool _hasBegun;

    public override TermsEnum Terms { get; } = terms.GetEnumerator();

    /// <summary>State after the last byte of the current term.</summary>
    public int State { get; private set; }

    public override bool MoveNext()
    {
        if (!_hasBegun)
        {
            _hasBegun = true;
            _states[0] = automaton.Start;
            if (automaton.Start < 0 || Terms.SeekCeiling([]) == SeekStatus.End)
            {
                return false;
            }
        }
        else if (!Terms.MoveNext())
        {
            return false;
        }

        while (true)
        {
            if (Run(Terms.Term))
            {
                return true;
            }

            int length = Terms.Term.Length;
            bool isOnTerm = _valid == length
                ? Terms.MoveNext()
                : FindNextPrefix() is > 0 and int next && Terms.SeekCeiling(_term.AsSpan(0, next)) != SeekStatus.End;
            if (!isOnTerm)
            {
                return false;
            }
        }
    }

    // Follows the term as far as it goes; true when it is accepted.
    private bool Run(ReadOnlySpan<byte> term)
    {
        if (term.Length >= _term.Length)
        {
            Array.Resize(ref _term, 2 * term.Length);
            Array.Resize(ref _states, 2 * term.Length);
        }

        int at = term.CommonPrefixLength(_term.AsSpan(0, _valid));
        term[at..].CopyTo(_term.AsSpan(at));
        for (; at < term.Length; at++)
        {
            int next = automaton.Step(_states[at], term[at]);
            if (next < 0)
            {
                break;
            }

            _states[at + 1] = next;
        }

        _valid = at;
        State = _states[at];
        return at == term.Length && automaton.IsAccept(State);
    }

    // The least string after the current term (which left the automaton at byte _valid) whose every byte leads on; returns its length.
    private int FindNextPrefix()
    {
        for (int at = _valid; at >= 0; at--)
        {
            for (int label = _term[at] + 1; label <= byte.MaxValue; label++)
            {
                int next = automaton.Step(_states[at], (byte)label);
                if (next >= 0)
                {
                    _term[at] = (byte)label;
                    _states[at + 1] = next;
                    _valid = at + 1;
                    return at + 1;
                }
            }
        }

        return 0;
    }
}
