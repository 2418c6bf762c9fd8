using ScoSearch.Lucene.Index;

namespace ScoSearch.TestSupport;

/// <summary>Walks a list of _postings. Impact levels cover blockSize * 4^level documents, as long as one more document follows.</summary>
internal sealed class NaivePostingsEnum(NaiveTermState term, NaiveNorms norms, PostingsFlags flags, int blockSize)
    : PostingsEnum
{
    private const int LevelCount = 3;

    private readonly List<NaivePosting> _postings = term.Postings;

    private int _index = -1;
    private int _occurrence = -1;
    private int _shallow = -1;
    private int _lastTarget;
    private bool _isPositionUsable = true;

    public override int DocId => _index < 0 ? -1 : _index < _postings.Count ? _postings[_index].DocId : Exhausted;

    public override long Cost => _postings.Count;

    public override int Freq => flags.HasFlag(PostingsFlags.Freqs) ? _postings[_index].Occurrences.Count : 1;

    public override int StartOffset => HasOffsets ? _postings[_index].Occurrences[_occurrence].StartOffset : -1;

    public override int EndOffset => HasOffsets ? _postings[_index].Occurrences[_occurrence].EndOffset : -1;

    public override ReadOnlySpan<byte> Payload => [];

    public override int ImpactLevelCount
    {
        get
        {
            int levels = 1;
            while (levels < LevelCount && BlockEnd(levels) >= 0)
            {
                levels++;
            }

            return levels;
        }
    }

    private bool HasOffsets => flags.HasFlag(PostingsFlags.Offsets);

    public override int NextDoc()
    {
        _index = Math.Min(_index + 1, _postings.Count);
        _occurrence = -1;
        _isPositionUsable = true;
        return DocId;
    }

    public override int Advance(int target)
    {
        if (target <= DocId)
        {
            throw new InvalidOperationException($"advance to {target} from {DocId}");
        }

        while (NextDoc() < target)
        {
        }

        return DocId;
    }

    public override int NextPosition()
    {
        if (!flags.HasFlag(PostingsFlags.Positions))
        {
            return -1;
        }

        if (!_isPositionUsable || ++_occurrence >= Freq)
        {
            throw new InvalidOperationException("positions read too far or after a block was copied");
        }

        return _postings[_index].Occurrences[_occurrence].Position;
    }

    public override int AdvanceShallow(int target)
    {
        if (target < _lastTarget || target < DocId)
        {
            throw new InvalidOperationException($"shallow advance to {target} from {_lastTarget}, document {DocId}");
        }

        _lastTarget = target;
        _shallow = Math.Max(0, _shallow);
        while (_shallow < _postings.Count && _postings[_shallow].DocId < target)
        {
            _shallow++;
        }

        return GetImpactDocIdUpTo(0);
    }

    public override int GetImpactDocIdUpTo(int level)
    {
        int end = BlockEnd(level);
        return end < 0 ? Exhausted : _postings[end].DocId;
    }

    public override ReadOnlySpan<Impact> GetImpacts(int level)
    {
        int end = BlockEnd(level);
        if (end < 0)
        {
            return new Impact[] { new(int.MaxValue, 1) };
        }

        return term.Impacts.GetOrAdd((end, Size(level)), key => Select(key.End, key.Size));
    }

    private Impact[] Select(int end, int size)
    {
        int start = end - size + 1;
        List<Impact> impacts = [];
        IEnumerable<Impact> all = _postings.Skip(start).Take(size)
            .Select(posting => new Impact(posting.Occurrences.Count, norms[posting.DocId]))
            .OrderBy(impact => (ulong)impact.Norm).ThenByDescending(impact => impact.Freq);
        foreach (Impact impact in all)
        {
            if (impacts.Count == 0 || impact.Freq > impacts[^1].Freq)
            {
                impacts.Add(impact);
            }
        }

        return [.. impacts];
    }

    public override int CopyBlock(int endDocId, Span<int> docIds, Span<int> freqs)
    {
        if (_index < 0)
        {
            throw new InvalidOperationException("copying before the first document");
        }

        int count = 0;
        while (count < docIds.Length && DocId < endDocId)
        {
            docIds[count] = DocId;
            if (!freqs.IsEmpty)
            {
                freqs[count] = Freq;
            }

            count++;
            NextDoc();
        }

        _isPositionUsable = _isPositionUsable && count == 0;
        return count;
    }

    private int Size(int level) => blockSize << (2 * level);

    // Index of the last posting of the level's block around the shallow place, or -1 when that block is open.
    private int BlockEnd(int level)
    {
        int size = Size(level);
        int end = ((_shallow / size) + 1) * size - 1;
        return _shallow >= 0 && end < _postings.Count - 1 ? end : -1;
    }
}
