namespace ScoSearch.Lucene.Search;

/// <summary>Matches where every term stands at its place. Not thread-safe.</summary>
internal sealed class ExactPhraseMatcher : PhraseMatcher
{
    // The rarest term leads: the fewest positions are tried.
    private readonly PhraseSlot[] _byCost;

    public ExactPhraseMatcher(PhraseSlot[] slots) : base(slots) => _byCost = [.. slots.OrderBy(slot => slot.Postings.Cost)];

    public override float MaxFreq
    {
        get
        {
            int min = int.MaxValue;
            foreach (PhraseSlot slot in Slots)
            {
                min = Math.Min(min, slot.Postings.Freq);
            }

            return min;
        }
    }

    public override float MatchWeight => 1;

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
