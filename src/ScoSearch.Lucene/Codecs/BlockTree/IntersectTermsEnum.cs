using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Cursor over the terms of a field that an automaton accepts. Not thread-safe.</summary>
/// <remarks>
/// Walks the blocks like a full enumeration with the automaton's state at each prefix. A block whose prefix leads nowhere
/// is not loaded, and where an entry's first byte leads nowhere, the search goes on at the next byte that does, in
/// another floor block if need be.
/// </remarks>
internal sealed class IntersectTermsEnum : TermsEnum
{
    private const int CodeBufferSize = 256;
    private const int NoLabel = 256;

    private readonly FieldTerms _terms;
    private readonly ITermAutomaton _automaton;
    private readonly FrameStack _frames;
    private readonly byte[] _startTerm;
    private bool _started;

    // Which blocks are worth loading; null when the automaton does not demand characters.
    private readonly BlockSignatures? _signatures;
    private readonly int[] _wantedBits = [];
    private readonly int _requiredCount;

    // Prefixes beyond this term are not entered; not set while null.
    private byte[]? _lastTerm;

    private Func<bool>? _mustStop;
    private int _passed;

    /// <summary>Starts before the first matching term greater than <paramref name="startTerm"/> (empty: of all).</summary>
    public IntersectTermsEnum(FieldTerms terms, ITermAutomaton automaton, ReadOnlySpan<byte> startTerm)
    {
        _terms = terms;
        _automaton = automaton;
        _frames = terms.TakeFrames();
        _startTerm = startTerm.ToArray();
        if (automaton is IRequiredCharacters { RequiredCount: > 0 } demand)
        {
            _signatures = terms.GetSignatures();
            _requiredCount = demand.RequiredCount;
            _wantedBits = new int[demand.Characters.Length];
            for (int i = 0; i < _wantedBits.Length; i++)
            {
                _wantedBits[i] = CharacterSignature.BitOf(demand.Characters[i]);
            }
        }
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _frames.Term;

    /// <inheritdoc/>
    public override int DocFreq => Metadata.DocFreq;

    /// <inheritdoc/>
    public override long TotalTermFreq => Metadata.TotalTermFreq;

    private ref readonly TermMetadata Metadata
    {
        get
        {
            if (_frames.Depth == 0)
            {
                throw new InvalidOperationException("The cursor does not stand on a term.");
            }

            TermFrame top = _frames.Top;
            return ref top.Block.GetMetadata(top.Entry);
        }
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        if (!_started)
        {
            _started = true;
            _frames.Reset();
            if (_automaton.Start < 0)
            {
                return false;
            }

            if (_startTerm.Length == 0)
            {
                Enter(0, _terms.ReadRootCode(-1).ChainStart, _automaton.Start);
            }
            else
            {
                SeekStart();
            }
        }

        return _frames.Depth > 0 && MoveToNextMatch();
    }

    /// <inheritdoc/>
    public override bool SeekExact(ReadOnlySpan<byte> term) =>
        throw new NotSupportedException("A filtered cursor only moves on.");

    /// <inheritdoc/>
    public override SeekStatus SeekCeiling(ReadOnlySpan<byte> term) =>
        throw new NotSupportedException("A filtered cursor only moves on.");

    /// <inheritdoc/>
    public override TermState GetTermState() => new PostingsTermState(Metadata);

    /// <inheritdoc/>
    public override PostingsEnum GetPostings(PostingsFlags flags, PostingsEnum? reuse = null) =>
        _terms.GetPostings(Metadata, flags, reuse);

    /// <inheritdoc/>
    internal override void Release() => _terms.GiveBack(_frames);

    /// <inheritdoc/>
    internal override void EndBehind(ReadOnlySpan<byte> term) => _lastTerm = term.ToArray();

    /// <inheritdoc/>
    internal override void EndWhen(Func<bool> mustStop) => _mustStop = mustStop;

    private bool MoveToNextMatch()
    {
        while (true)
        {
            if (++_passed % StopInterval == 0 && _mustStop?.Invoke() == true)
            {
                return false;
            }

            TermFrame top = _frames.Top;
            _frames.LoadTop();
            TermBlock block = top.Block;
            int entry = ++top.Entry;
            if (entry >= block.Count)
            {
                if (!MoveToNextFloor(block) && !_frames.Pop())
                {
                    return false;
                }

                continue;
            }

            ReadOnlySpan<byte> suffix = block.Suffix(entry);
            int state = _automaton.Run(top.State, suffix, out int read);
            if (state < 0)
            {
                if (read == 0 && !SeekLabel(top, _automaton.NextLabel(top.State, suffix[0] + 1)) && !_frames.Pop())
                {
                    return false;
                }

                continue;
            }

            long subBlock = block.SubBlock(entry);
            if (subBlock < 0)
            {
                if (_automaton.IsAccept(state))
                {
                    _frames.SetSuffix(top.PrefixLength, suffix);
                    _frames.CountTerm();
                    return true;
                }
            }
            else
            {
                _frames.SetSuffix(top.PrefixLength, suffix);
                if (_lastTerm is not null && _frames.Term.SequenceCompareTo(_lastTerm) > 0)
                {
                    return false;
                }

                Enter(_frames.Term.Length, subBlock, state);
            }
        }
    }

    private bool MoveToNextFloor(TermBlock block)
    {
        if (block.IsLast)
        {
            return false;
        }

        long next = FindCandidate(block.End);
        if (next == block.End)
        {
            _frames.LoadNextFloor();
        }
        else if (next > 0)
        {
            _frames.LoadFloor(next);
        }

        return next > 0;
    }

    private long FindCandidate(long filePointer) =>
        _signatures is null ? filePointer : _signatures.FindCandidate(filePointer, _wantedBits, _requiredCount);

    // Adds a frame, unless nothing with its prefix can match, and leaves out entries before the first byte that can.
    private void Enter(int prefixLength, long chainStart, int state)
    {
        int label = _automaton.NextLabel(state, 0);
        bool acceptsPrefix = _automaton.IsAccept(state);
        if (label >= NoLabel && !acceptsPrefix)
        {
            return;
        }

        long first = FindCandidate(chainStart);
        if (first < 0)
        {
            return;
        }

        TermFrame frame = _frames.Push(prefixLength, chainStart, first);
        frame.State = state;
        if (!acceptsPrefix && label > 0)
        {
            _frames.LoadTop();
            SeekLabel(frame, label);
        }
    }

    // Stands the frame before its first entry that begins with the label or a greater one; false when there is no label.
    private bool SeekLabel(TermFrame frame, int label)
    {
        if (label >= NoLabel)
        {
            return false;
        }

        ReadOnlySpan<byte> wanted = [(byte)label];
        TermBlock block = frame.Block;
        int entry = block.FindCeiling(wanted, out _);
        if (entry == block.Count && !block.IsLast)
        {
            JumpToFloor(frame, (byte)label);
            entry = block.FindCeiling(wanted, out _);
        }

        frame.Entry = entry - 1;
        return true;
    }

    private void JumpToFloor(TermFrame frame, byte label)
    {
        byte[] prefix = [.. _frames.Term[..frame.PrefixLength], label];
        Span<byte> buffer = stackalloc byte[CodeBufferSize];
        IndexWalk walk = new(_terms, prefix, buffer);
        try
        {
            while (walk.MoveNext() && walk.Depth <= frame.PrefixLength)
            {
                if (walk.Depth == frame.PrefixLength)
                {
                    long place = walk.ReadCode().FilePointer;
                    if (place > frame.FilePointer)
                    {
                        _frames.LoadFloor(place);
                    }

                    return;
                }
            }
        }
        finally
        {
            walk.Dispose();
        }
    }

    // Builds the frames on the path of the start term, as far as the automaton follows it.
    private void SeekStart()
    {
        Span<byte> buffer = stackalloc byte[CodeBufferSize];
        IndexWalk walk = new(_terms, _startTerm, buffer);
        try
        {
            int state = _automaton.Start;
            int depth = 0;
            while (walk.MoveNext())
            {
                for (; depth < walk.Depth && state >= 0; depth++)
                {
                    state = _automaton.Step(state, _startTerm[depth]);
                }

                if (state < 0)
                {
                    break;
                }

                BlockCode code = walk.ReadCode();
                _frames.Push(walk.Depth, code.ChainStart, code.FilePointer).State = state;
            }
        }
        finally
        {
            walk.Dispose();
        }

        TermFrame top = _frames.Top;
        _frames.SetSuffix(0, _startTerm.AsSpan(0, top.PrefixLength));
        _frames.LoadTop();
        int entry = top.Block.FindCeiling(_startTerm.AsSpan(top.PrefixLength), out bool equal);
        top.Entry = equal && top.Block.SubBlock(entry) < 0 ? entry : entry - 1;
    }
}
