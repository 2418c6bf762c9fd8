using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches where the terms stand near their places. Not thread-safe.</summary>
/// <remarks>
/// Each slot's value is position - place; a match is a set of occurrences whose values differ by at most the slop, and weighs
/// 1 / (1 + difference). The slot with the least value moves on each time, as in a merge. Slots of the same term must not stand on
/// the same occurrence. The order of steps is that of the index format notes, section 15.4; phrase frequencies depend on it.
/// </remarks>
internal sealed class SloppyPhraseMatcher : PhraseMatcher
{
    private readonly int _slop;

    // Slots that must not share an occurrence: of one term, at different places; null for the others.
    private readonly PhraseSlot[]?[] _groupOf;
    private readonly PhraseSlot[][] _groups;

    // Ordered by (value, place, number); short enough that insertion beats a heap.
    private readonly List<PhraseSlot> _queue = [];
    private int _end;
    private bool _isDone;
    private int _matchLength;

    // Where the slots stood when the match was best; taken only when somebody wants spans.
    private (int, int, int, int)[]? _spans;
    private (int StartPosition, int EndPosition, int StartOffset, int EndOffset) _span;

    public SloppyPhraseMatcher(PhraseSlot[] slots, IReadOnlyList<Term> terms, int slop)
        : base(slots)
    {
        _slop = slop;
        _groupOf = new PhraseSlot[]?[slots.Length];
        _groups = [.. slots.GroupBy(slot => terms[slot.Number]).SelectMany(FindGroups)];
        foreach (PhraseSlot[] group in _groups)
        {
            foreach (PhraseSlot slot in group)
            {
                _groupOf[slot.Number] = group;
            }
        }
    }

    public override float MaxFreq
    {
        get
        {
            float sum = 0;
            foreach (PhraseSlot slot in Slots)
            {
                sum += slot.Postings.Freq;
            }

            return sum;
        }
    }

    public override float MatchWeight => 1f / (1f + _matchLength);

    /// <summary>Asks for <see cref="GetSpan"/> to be answerable.</summary>
    public void RecordSpans() => _spans = new (int, int, int, int)[1];

    public override (int StartPosition, int EndPosition, int StartOffset, int EndOffset) GetSpan() => _span;

    public override void Reset()
    {
        _queue.Clear();
        _end = int.MinValue;
        _isDone = false;
        foreach (PhraseSlot slot in Slots)
        {
            slot.Reset();
            slot.MoveNext();
        }

        foreach (PhraseSlot[] group in _groups)
        {
            for (int i = 1; i < group.Length; i++)
            {
                for (int step = 0; step < i; step++)
                {
                    if (!group[i].MoveNext())
                    {
                        _isDone = true;
                        return;
                    }
                }
            }
        }

        foreach (PhraseSlot slot in Slots)
        {
            _end = Math.Max(_end, slot.Position);
            Enqueue(slot);
        }
    }

    public override bool MoveNext()
    {
        if (_isDone)
        {
            return false;
        }

        PhraseSlot least = Dequeue();
        _matchLength = _end - least.Position;
        int next = _queue[0].Position;
        TakeSpan();
        while (Advance(least))
        {
            if (least.Position > next)
            {
                Enqueue(least);
                if (_matchLength <= _slop)
                {
                    return true;
                }

                least = Dequeue();
                next = _queue[0].Position;
                _matchLength = _end - least.Position;
                TakeSpan();
            }
            else if (_end - least.Position < _matchLength)
            {
                _matchLength = _end - least.Position;
                TakeSpan();
            }
        }

        _isDone = true;
        return _matchLength <= _slop;
    }

    // A slot takes into its group those after it that stand elsewhere in the phrase. A second slot at the same place asks for
    // the same occurrence, so it is no repetition of the first.
    private static IEnumerable<PhraseSlot[]> FindGroups(IEnumerable<PhraseSlot> sameTerm)
    {
        List<PhraseSlot> rest = [.. sameTerm.OrderBy(slot => slot.Number)];
        while (rest.Count > 1)
        {
            PhraseSlot first = rest[0];
            PhraseSlot[] group = [first, .. rest.Where(slot => slot.Offset != first.Offset)];
            rest.RemoveAll(group.Contains);
            if (group.Length > 1)
            {
                yield return [.. group.OrderBy(slot => slot.Offset)];
            }
        }
    }

    // Moves a slot on, and others of its group away from the occurrence it comes to. False when one runs out.
    private bool Advance(PhraseSlot slot)
    {
        if (!Step(slot))
        {
            return false;
        }

        if (_groupOf[slot.Number] is not { } group)
        {
            return true;
        }

        PhraseSlot current = slot;
        bool othersMoved = false;
        while (FindCollision(group, current) is { } other)
        {
            // Decided by value and place alone; of equals the other one moves.
            current = (current.Position, current.Offset).CompareTo((other.Position, other.Offset)) < 0 ? current : other;
            othersMoved |= !ReferenceEquals(current, slot);
            if (!Step(current))
            {
                return false;
            }
        }

        if (othersMoved)
        {
            _queue.Sort(static (left, right) => IsLess(left, right) ? -1 : IsLess(right, left) ? 1 : 0);
        }

        return true;
    }

    private bool Step(PhraseSlot slot)
    {
        if (!slot.MoveNext())
        {
            return false;
        }

        _end = Math.Max(_end, slot.Position);
        return true;
    }

    private static PhraseSlot? FindCollision(PhraseSlot[] group, PhraseSlot slot)
    {
        foreach (PhraseSlot other in group)
        {
            if (!ReferenceEquals(other, slot) && other.Position + other.Offset == slot.Position + slot.Offset)
            {
                return other;
            }
        }

        return null;
    }

    private static bool IsLess(PhraseSlot left, PhraseSlot right) =>
        left.Position != right.Position ? left.Position < right.Position
        : left.Offset != right.Offset ? left.Offset < right.Offset
        : left.Number < right.Number;

    private void Enqueue(PhraseSlot slot)
    {
        int index = _queue.Count;
        while (index > 0 && IsLess(slot, _queue[index - 1]))
        {
            index--;
        }

        _queue.Insert(index, slot);
    }

    private PhraseSlot Dequeue()
    {
        PhraseSlot least = _queue[0];
        _queue.RemoveAt(0);
        return least;
    }

    private void TakeSpan()
    {
        if (_spans is not null)
        {
            _span = base.GetSpan();
        }
    }
}
