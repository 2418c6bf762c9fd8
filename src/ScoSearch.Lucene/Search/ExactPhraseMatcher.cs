using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScoSearch.Lucene.Search;

/// <summary>Matches where every term stands at its place. Not thread-safe.</summary>
/// <remarks>
/// A document's matches are counted at once: the positions of the rarest term are read, and those are kept that each
/// other term confirms. Most terms stand in a paragraph a few times only, so that one comparison of a vector tells
/// whether a place is confirmed.
/// </remarks>
internal sealed class ExactPhraseMatcher : PhraseMatcher
{
    // With more positions of a term in a document they are read one by one: no frequency that a damaged file claims may
    // decide how much memory is taken.
    private const int MaxBuffered = 4096;

    // Up to here comparing with all positions is faster than stepping through them.
    private const int MaxCompared = 32;

    // Largest number that a float reaches by adding 1 again and again.
    private const int MaxFloatCount = 1 << 24;

    // The rarest term leads: the fewest positions are tried.
    private readonly PhraseSlot[] _byCost;
    private int[] _lead = new int[MaxCompared];
    private int[] _other = new int[MaxCompared];

    // Matches of the document; -1 when they are gone through one by one.
    private int _count;

    public ExactPhraseMatcher(PhraseSlot[] slots) : base(slots) => _byCost = [.. slots.OrderBy(slot => slot.Postings.Cost)];

    public override float MaxFreq => LeastFreq();

    public override float MatchWeight => 1;

    public override bool Matches()
    {
        foreach (PhraseSlot slot in _byCost)
        {
            if (slot.Postings.Freq > MaxBuffered)
            {
                _count = -1;
                return base.Matches();
            }
        }

        _count = Count();
        return _count > 0;
    }

    public override float Frequency() => _count < 0 ? base.Frequency() : Math.Min(_count, MaxFloatCount);

    public override void Reset()
    {
        foreach (PhraseSlot slot in Slots)
        {
            slot.Reset();
        }

        // All but the lead begin on their first position; each has one.
        for (int i = 1; i < _byCost.Length; i++)
        {
            _byCost[i].MoveNext();
        }
    }

    public override bool MoveNext()
    {
        PhraseSlot lead = _byCost[0];
        while (lead.MoveNext())
        {
            int match = Align(lead);
            if (match < 0)
            {
                return false;
            }

            if (match > 0)
            {
                return true;
            }
        }

        return false;
    }

    private int LeastFreq()
    {
        int least = int.MaxValue;
        foreach (PhraseSlot slot in Slots)
        {
            least = Math.Min(least, slot.Postings.Freq);
        }

        return least;
    }

    private int Count()
    {
        Span<int> places = Read(_byCost[0], ref _lead);
        int count = places.Length;
        for (int i = 1; i < _byCost.Length && count > 0; i++)
        {
            Span<int> others = Read(_byCost[i], ref _other);
            int shift = _byCost[i].Offset - _byCost[i - 1].Offset;
            count = others.Length <= MaxCompared
                ? Compare(places[..count], shift, others)
                : Step(places[..count], shift, others);
        }

        return count;
    }

    // The positions of a slot; there is room for a whole number of vectors.
    private static Span<int> Read(PhraseSlot slot, ref int[] buffer)
    {
        int freq = slot.Postings.Freq;
        if (freq > buffer.Length)
        {
            buffer = new int[Math.Max(2 * buffer.Length, (freq + 7) & ~7)];
        }

        slot.Postings.CopyPositions(buffer, freq);
        return buffer.AsSpan(0, freq);
    }

    // Keeps the places that, shifted, are among others, shifted. Both methods give the same.
    private static int Compare(Span<int> places, int shift, ReadOnlySpan<int> others)
    {
        if (!Vector256.IsHardwareAccelerated)
        {
            return Step(places, shift, others);
        }

        // Safety: Read leaves room for whole vectors behind the positions; what is there is masked out.
        ref int first = ref MemoryMarshal.GetReference(others);
        int last = others.Length - 1;
        Vector256<int> room = Vector256.LessThanOrEqual(
            Vector256<int>.Indices, Vector256.Create(last & (Vector256<int>.Count - 1)));
        int whole = last & -Vector256<int>.Count;
        int kept = 0;
        foreach (int place in places)
        {
            int wanted = place + shift;
            Vector256<int> wantedEverywhere = Vector256.Create(wanted);
            Vector256<int> found = Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)whole), wantedEverywhere) & room;
            for (int i = 0; i < whole; i += Vector256<int>.Count)
            {
                found |= Vector256.Equals(Vector256.LoadUnsafe(ref first, (nuint)i), wantedEverywhere);
            }

            places[kept] = wanted;
            kept += found != Vector256<int>.Zero ? 1 : 0;
        }

        return kept;
    }

    private static int Step(Span<int> places, int shift, ReadOnlySpan<int> others)
    {
        int kept = 0;
        int at = 0;
        foreach (int place in places)
        {
            int wanted = place + shift;
            while (at < others.Length && others[at] < wanted)
            {
                at++;
            }

            if (at == others.Length)
            {
                break;
            }

            if (others[at] == wanted)
            {
                places[kept++] = wanted;
            }
        }

        return kept;
    }

    // 1: all slots agree with the lead; 0: one does not; -1: one has run out.
    private int Align(PhraseSlot lead)
    {
        for (int i = 1; i < _byCost.Length; i++)
        {
            PhraseSlot slot = _byCost[i];
            while (slot.Position < lead.Position)
            {
                if (!slot.MoveNext())
                {
                    return -1;
                }
            }

            if (slot.Position != lead.Position)
            {
                return 0;
            }
        }

        return 1;
    }
}
