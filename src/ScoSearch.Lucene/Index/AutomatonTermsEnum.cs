namespace ScoSearch.Lucene.Index;

/// <summary>The terms of another cursor that an automaton accepts, tested one by one. Not thread-safe.</summary>
internal sealed class AutomatonTermsEnum : TermsEnum
{
    private readonly TermsEnum _all;
    private readonly ITermAutomaton _automaton;
    private readonly byte[] _startTerm;
    private bool _started;
    private Func<bool>? _mustStop;
    private int _passed;

    public AutomatonTermsEnum(TermsEnum all, ITermAutomaton automaton, ReadOnlySpan<byte> startTerm)
    {
        _all = all;
        _automaton = automaton;
        _startTerm = startTerm.ToArray();
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _all.Term;

    /// <inheritdoc/>
    public override int DocFreq => _all.DocFreq;

    /// <inheritdoc/>
    public override long TotalTermFreq => _all.TotalTermFreq;

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!_started)
        {
            _started = true;
            if (_startTerm.Length > 0)
            {
                switch (_all.SeekCeiling(_startTerm))
                {
                    case SeekStatus.End:
                        return false;
                    case SeekStatus.NotFound when IsAccepted(_all.Term):
                        return true;
                }
            }
        }

        while (_all.MoveNext())
        {
            if (++_passed % StopInterval == 0 && _mustStop?.Invoke() == true)
            {
                return false;
            }

            if (IsAccepted(_all.Term))
            {
                return true;
            }
        }

        return false;
    }

    /// <inheritdoc/>
    public override bool SeekExact(ReadOnlySpan<byte> term) =>
        throw new NotSupportedException("A filtered cursor only moves on.");

    /// <inheritdoc/>
    public override SeekStatus SeekCeiling(ReadOnlySpan<byte> term) =>
        throw new NotSupportedException("A filtered cursor only moves on.");

    /// <inheritdoc/>
    public override TermState GetTermState() => _all.GetTermState();

    /// <inheritdoc/>
    public override PostingsEnum GetPostings(PostingsFlags flags, PostingsEnum? reuse = null) =>
        _all.GetPostings(flags, reuse);

    /// <inheritdoc/>
    internal override void EndWhen(Func<bool> mustStop) => _mustStop = mustStop;

    private bool IsAccepted(ReadOnlySpan<byte> term)
    {
        int state = _automaton.Start;
        foreach (byte label in term)
        {
            if (state < 0)
            {
                return false;
            }

            state = _automaton.Step(state, label);
        }

        return state >= 0 && _automaton.IsAccept(state);
    }
}
