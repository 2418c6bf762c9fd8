using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Collects (frequency, norm) pairs of documents and gives the pairs that no other pair dominates.</summary>
/// <remarks>
/// A pair dominates another when its frequency is not smaller and its norm, as unsigned number, not larger: its score
/// then is not smaller either. Norms in the range of a signed byte go into a table, others into a sorted list.
/// </remarks>
internal sealed class ImpactAccumulator
{
    // Index: the norm's low byte. Norms 0..127 come first in unsigned order, -128..-1 last, wide ones between.
    private readonly int[] _largestFreq = new int[256];
    private readonly SortedList<ulong, int> _wide = [];

    // Invariant: entries of _largestFreq outside [_lowest, _highest] are 0.
    private int _lowest = 256;
    private int _highest = -1;

    public void Add(int freq, long norm)
    {
        if (norm == (sbyte)norm)
        {
            AddByte(freq, (byte)norm);
        }
        else
        {
            _wide[(ulong)norm] = Math.Max(freq, _wide.GetValueOrDefault((ulong)norm));
        }
    }

    /// <summary>Adds the documents of a block.</summary>
    public void AddBlock(ReadOnlySpan<int> docIds, ReadOnlySpan<int> freqs, NormsLookup? norms)
    {
        if (norms is null)
        {
            int largest = 0;
            foreach (int freq in freqs)
            {
                largest = Math.Max(largest, freq);
            }

            AddByte(largest, 1);
            return;
        }

        ReadOnlySpan<sbyte> bytes = norms.Bytes;
        for (int i = 0; i < docIds.Length; i++)
        {
            if (bytes.IsEmpty)
            {
                Add(freqs[i], norms[docIds[i]]);
            }
            else
            {
                byte norm = (byte)bytes[docIds[i]];
                AddByte(freqs[i], norm == 0 ? (byte)1 : norm);
            }
        }
    }

    /// <summary>Adds everything another accumulator holds.</summary>
    public void AddAll(ImpactAccumulator other)
    {
        for (int norm = other._lowest; norm <= other._highest; norm++)
        {
            if (other._largestFreq[norm] != 0)
            {
                AddByte(other._largestFreq[norm], (byte)norm);
            }
        }

        foreach ((ulong norm, int freq) in other._wide)
        {
            Add(freq, (long)norm);
        }
    }

    public void Clear()
    {
        if (_highest >= 0)
        {
            _largestFreq.AsSpan(_lowest, _highest - _lowest + 1).Clear();
        }

        _lowest = 256;
        _highest = -1;
        _wide.Clear();
    }

    /// <summary>Fills the list with the pairs that are not dominated, by rising frequency and unsigned norm.</summary>
    public void CopyCompetitiveTo(List<Impact> impacts)
    {
        impacts.Clear();
        int largest = 0;
        int norm = _lowest;
        for (; norm <= Math.Min(_highest, 127); norm++)
        {
            Keep(_largestFreq[norm], norm, ref largest, impacts);
        }

        foreach ((ulong wideNorm, int freq) in _wide)
        {
            Keep(freq, (long)wideNorm, ref largest, impacts);
        }

        for (norm = Math.Max(norm, 128); norm <= _highest; norm++)
        {
            Keep(_largestFreq[norm], (sbyte)norm, ref largest, impacts);
        }
    }

    private static void Keep(int freq, long norm, ref int largest, List<Impact> impacts)
    {
        if (freq > largest)
        {
            impacts.Add(new Impact(freq, norm));
            largest = freq;
        }
    }

    private void AddByte(int freq, byte norm)
    {
        _lowest = Math.Min(_lowest, norm);
        _highest = Math.Max(_highest, norm);
        ref int slot = ref _largestFreq[norm];
        slot = Math.Max(slot, freq);
    }
}
