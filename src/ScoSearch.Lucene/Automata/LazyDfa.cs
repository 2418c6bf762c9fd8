using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Lucene.Automata;

/// <summary>
/// A deterministic automaton over code points whose states are made when they are first reached, seen as one over UTF-8 bytes.
/// Not thread-safe.
/// </summary>
/// <remarks>
/// Code points are cut into intervals that the automaton never tells apart, so a state needs one transition an interval. Between the
/// bytes of a code point the byte state holds the point state and the bits read so far:
/// bits 17..30 state, bits 15..16 bytes still to come, bits 0..14 bits of the code point read. Three of four bytes carry 15 bits.
/// Where all code points that may still come lie in one interval, the state is the one after it already and the bits are
/// <see cref="Settled"/>: most characters of a dictionary differ from all in a pattern, and pass in a few operations.
/// One automaton serves one enumeration on one thread, whatever the interface promises of automata that are complete.
/// A byte is refused as soon as no code point that may follow leads on, so that a dictionary leaves out what cannot match.
/// </remarks>
internal abstract class LazyDfa : ITermAutomaton
{
    public const int Dead = -1;

    private const int Unknown = -2;
    private const int StateShift = 17;
    private const int RemainingShift = 15;
    private const int MaxCodePoint = 0x10FFFF;

    // Above the bits that any three bytes of a code point have.
    private const int Settled = 0x7FFF;

    // Lead bytes of more than one byte: 0xC0..0xFF.
    private const int LeadBytes = 64;

    // So few are found faster one after another than by halving.
    private const int ScannedIntervals = 16;

    // First code point of each interval, from 0 on, rising.
    private readonly int[] _intervals;
    private readonly int[] _asciiInterval = new int[128];
    private readonly int _maxStates;

    // Transitions of state s: [s * intervals .. (s + 1) * intervals).
    private int[] _next = [];
    private bool[] _accepts = [];

    // Byte state after a lead byte: [s * LeadBytes + (lead - 0xC0)].
    private int[] _afterLead = [];

    /// <param name="boundaries">Code points at which a new interval begins, in any order; 0 need not be among them.</param>
    /// <param name="maxStates">Most states that may be made.</param>
    protected LazyDfa(IEnumerable<int> boundaries, int maxStates)
    {
        _intervals = [.. boundaries.Where(c => c is > 0 and <= MaxCodePoint).Append(0).Distinct().Order()];
        _maxStates = maxStates;
        for (int c = 0; c < _asciiInterval.Length; c++)
        {
            _asciiInterval[c] = FindInterval(c);
        }
    }

    /// <summary>Number of states made so far.</summary>
    public int StateCount { get; private set; }

    /// <inheritdoc/>
    public abstract int Start { get; }

    /// <inheritdoc/>
    public int Step(int state, byte label)
    {
        int pointState = state >> StateShift;
        int remaining = (state >> RemainingShift) & 3;
        if (remaining == 0)
        {
            return label < 0x80 ? Encode(Next(pointState, _asciiInterval[label])) : label >= 0xC0 ? AfterLead(pointState, label) : Dead;
        }

        if ((label & 0xC0) != 0x80)
        {
            return Dead;
        }

        int read = state & ((1 << RemainingShift) - 1);
        if (read == Settled)
        {
            return remaining > 1 ? state - (1 << RemainingShift) : Encode(pointState);
        }

        int bits = (read << 6) | (label & 0x3F);
        return remaining > 1
            ? Partial(pointState, remaining - 1, bits)
            : bits > MaxCodePoint ? Dead : Encode(Next(pointState, FindInterval(bits)));
    }

    /// <inheritdoc/>
    public int Run(int state, ReadOnlySpan<byte> bytes, out int read)
    {
        read = 0;
        while (read < bytes.Length)
        {
            // Whole characters of three bytes, which is nearly all of Chinese, cost one look-up instead of three.
            if ((state & ((1 << StateShift) - 1)) == 0 && TryReadThreeBytes(bytes[read..], out int codePoint))
            {
                int pointState = state >> StateShift;
                int next = Next(pointState, FindInterval(codePoint));
                if (next < 0)
                {
                    // Callers skip by the first byte that leads nowhere, so it matters which one that was.
                    read += AfterLead(pointState, bytes[read]) < 0 ? 0 : 1;
                    return Dead;
                }

                state = Encode(next);
                read += 3;
                continue;
            }

            state = Step(state, bytes[read]);
            if (state < 0)
            {
                return Dead;
            }

            read++;
        }

        return state;
    }

    /// <inheritdoc/>
    public bool IsAccept(int state) => (state & ((1 << StateShift) - 1)) == 0 && _accepts[state >> StateShift];

    /// <inheritdoc/>
    public int NextLabel(int state, int from)
    {
        // Between the bytes of a code point only 0x80..0xBF go on; at its beginning nothing from 0xF5 on does.
        bool isBetween = ((state >> RemainingShift) & 3) != 0;
        int last = isBetween ? 0xBF : 0xF4;
        for (int label = isBetween ? Math.Max(from, 0x80) : from; label <= last; label++)
        {
            if (Step(state, (byte)label) >= 0)
            {
                return label;
            }
        }

        return 256;
    }

    /// <summary>The byte state at the beginning of a point state.</summary>
    protected static int Encode(int pointState) => pointState < 0 ? Dead : pointState << StateShift;

    /// <summary>The point state of a byte state that stands between code points.</summary>
    protected static int Decode(int state) => state >> StateShift;

    /// <summary>Makes a state.</summary>
    /// <exception cref="QueryTooComplexException">There are too many.</exception>
    protected int AddState(bool accepts)
    {
        if (StateCount == _maxStates)
        {
            throw new QueryTooComplexException(QueryLimit.AutomatonStates, _maxStates);
        }

        if (StateCount == _accepts.Length)
        {
            int capacity = Math.Max(16, 2 * StateCount);
            Array.Resize(ref _accepts, capacity);
            Array.Resize(ref _next, capacity * _intervals.Length);
            _next.AsSpan(StateCount * _intervals.Length).Fill(Unknown);
            Array.Resize(ref _afterLead, capacity * LeadBytes);
            _afterLead.AsSpan(StateCount * LeadBytes).Fill(Unknown);
        }

        _accepts[StateCount] = accepts;
        return StateCount++;
    }

    /// <summary>The state after a code point; any of its interval stands for all. <see cref="Dead"/> when nothing can follow.</summary>
    protected abstract int ComputeNext(int state, int codePoint);

    private int AfterLead(int pointState, byte label)
    {
        int index = (pointState * LeadBytes) + (label - 0xC0);
        int next = _afterLead[index];
        if (next == Unknown)
        {
            // Making states may replace the table.
            next = StepLead(pointState, label);
            _afterLead[index] = next;
        }

        return next;
    }

    private int StepLead(int pointState, byte label) => label switch
    {
        >= 0xC2 and < 0xE0 => Partial(pointState, 1, label & 0x1F),
        >= 0xE0 and < 0xF0 => Partial(pointState, 2, label & 0x0F),
        >= 0xF0 and < 0xF5 => Partial(pointState, 3, label & 0x07),
        _ => Dead,
    };

    private int Partial(int pointState, int remaining, int bits)
    {
        int shift = 6 * remaining;
        int first = FindInterval(bits << shift);
        int last = FindInterval(((bits + 1) << shift) - 1);
        if (first == last && ((bits + 1) << shift) - 1 <= MaxCodePoint)
        {
            int target = Next(pointState, first);
            return target < 0 ? Dead : (target << StateShift) | (remaining << RemainingShift) | Settled;
        }

        for (int interval = first; interval <= last; interval++)
        {
            if (Next(pointState, interval) >= 0)
            {
                return (pointState << StateShift) | (remaining << RemainingShift) | bits;
            }
        }

        return Dead;
    }

    private int Next(int state, int interval)
    {
        int index = (state * _intervals.Length) + interval;
        int next = _next[index];
        if (next == Unknown)
        {
            next = ComputeNext(state, _intervals[interval]);
            _next[index] = next;
        }

        return next;
    }

    private static bool TryReadThreeBytes(ReadOnlySpan<byte> bytes, out int codePoint)
    {
        if (bytes.Length >= 3 && (bytes[0] & 0xF0) == 0xE0 && (bytes[1] & 0xC0) == 0x80 && (bytes[2] & 0xC0) == 0x80)
        {
            codePoint = ((bytes[0] & 0x0F) << 12) | ((bytes[1] & 0x3F) << 6) | (bytes[2] & 0x3F);
            return true;
        }

        codePoint = 0;
        return false;
    }

    private int FindInterval(int codePoint)
    {
        if (_intervals.Length <= ScannedIntervals)
        {
            // The first interval begins at 0, so the scan ends.
            int last = _intervals.Length - 1;
            while (_intervals[last] > codePoint)
            {
                last--;
            }

            return last;
        }

        int index = Array.BinarySearch(_intervals, codePoint);
        return index >= 0 ? index : ~index - 1;
    }
}
