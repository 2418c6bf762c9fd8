using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Walks the skip data of one term forward and gives the impacts at the place reached. Not thread-safe.</summary>
internal sealed class SkipReader
{
    private readonly SkipLevel[] _levels = new SkipLevel[Lucene84PostingsFormat.MaxSkipLevels];
    private readonly Impact[][] _impacts = new Impact[Lucene84PostingsFormat.MaxSkipLevels][];

    // Set by Reset before anything is read.
    private PostingsFiles _files = null!;
    private bool _hasPositions;
    private bool _hasPayloads;
    private bool _hasPay;
    private int _levelCount;

    /// <summary>Number of full blocks that lie entirely before the target.</summary>
    public int PassedBlocks => _levels[0].PassedCount;

    /// <summary>Where to continue decoding after the passed blocks.</summary>
    public ref readonly SkipPointer Passed => ref _levels[0].Passed;

    /// <summary>Number of levels that have an entry at the place reached; 0 in the open range at the end.</summary>
    public int LevelCount
    {
        get
        {
            int count = 0;
            while (count < _levelCount && _levels[count].UpTo != DocIdCursor.Exhausted)
            {
                count++;
            }

            return count;
        }
    }

    /// <summary>Last doc id that the entry of the level covers.</summary>
    public int UpTo(int level) => _levels[level].UpTo;

    /// <summary>Prepares for a term with skip data.</summary>
    public void Reset(PostingsFiles files, FieldInfo field, in TermMetadata term)
    {
        _files = files;
        _hasPositions = field.HasPositions;
        _hasPayloads = field.HasPayloads;
        _hasPay = field.HasPayloads || field.HasOffsets;
        int entries = (term.DocFreq - 1) / Lucene84PostingsFormat.BlockSize;
        _levelCount = SkipListWriter.LevelCount(entries);
        SkipPointer start = new(0, term.DocStart, term.PosStart, 0, term.PayStart, 0);
        SpanReader reader = new(files.Doc, term.DocStart + term.SkipOffset);
        for (int level = _levelCount - 1; level >= 0; level--)
        {
            int length = 0;
            if (level > 0)
            {
                long wanted = reader.ReadVInt64();
                length = wanted <= reader.Remaining
                    ? (int)wanted
                    : throw reader.Corrupt($"at most {reader.Remaining} bytes of skip data", $"{wanted}");
            }

            _levels[level] = new SkipLevel
            {
                Start = reader.FilePosition,
                Next = reader.FilePosition,
                Total = entries >> (3 * level),
                Read = start,
                UpTo = -1,
                Passed = start,
                DecodedCount = -1,
            };
            reader.Skip(length);
        }
    }

    /// <summary>Moves forward so that <see cref="Passed"/> is the last entry before <paramref name="target"/>.</summary>
    public void MoveTo(int target)
    {
        int level = 0;
        while (level + 1 < _levelCount && target > _levels[level + 1].UpTo)
        {
            level++;
        }

        while (level >= 0)
        {
            ref SkipLevel state = ref _levels[level];
            if (target > state.UpTo)
            {
                state.Passed = state.Read;
                state.PassedCount = state.Count;
                state.PassedChild = state.ReadChild;
                if (state.Count == state.Total)
                {
                    state.UpTo = DocIdCursor.Exhausted;
                }
                else
                {
                    ReadEntry(level, ref state);
                }
            }
            else
            {
                if (level > 0)
                {
                    SeekChild(level, state);
                }

                level--;
            }
        }
    }

    /// <summary>The impacts at the place reached; the level must be below <see cref="LevelCount"/>.</summary>
    public ReadOnlySpan<Impact> GetImpacts(int level)
    {
        ref SkipLevel state = ref _levels[level];
        if (state.DecodedCount != state.Count)
        {
            DecodeImpacts(level, ref state);
        }

        return _impacts[level].AsSpan(0, state.ImpactCount);
    }

    // Lets the level below continue where the entry passed on this level ends, if that is ahead.
    private void SeekChild(int level, in SkipLevel state)
    {
        ref SkipLevel child = ref _levels[level - 1];
        int count = state.PassedCount * Lucene84PostingsFormat.SkipMultiplier;
        if (count <= child.Count)
        {
            return;
        }

        SpanReader reader = new(_files.Doc, child.Start);
        if (count > child.Total || state.PassedChild > reader.Remaining)
        {
            throw reader.Corrupt("a skip pointer inside the level below", $"{state.PassedChild}");
        }

        reader.Skip((int)state.PassedChild);
        child.ReadChild = level > 1 ? reader.ReadVInt64() : 0;
        child.Next = reader.FilePosition;
        child.Count = count;
        child.Read = state.Passed;
        child.UpTo = state.Passed.LastDocId;
    }

    private void ReadEntry(int level, ref SkipLevel state)
    {
        SpanReader reader = new(_files.Doc, state.Next);
        SkipPointer last = state.Read;
        int docId = unchecked(last.LastDocId + (int)reader.ReadVUInt32());
        long docPointer = last.DocFilePointer + reader.ReadVInt64();
        long posPointer = 0;
        int posUpto = 0;
        long payPointer = 0;
        int payUpto = 0;
        if (_hasPositions)
        {
            posPointer = last.PosFilePointer + reader.ReadVInt64();
            posUpto = reader.ReadVInt31();
            payUpto = _hasPayloads ? reader.ReadVInt31() : 0;
            payPointer = last.PayFilePointer + (_hasPay ? reader.ReadVInt64() : 0);
        }

        if (docId < last.LastDocId || docId >= _files.MaxDoc || posUpto >= Lucene84PostingsFormat.BlockSize)
        {
            throw reader.Corrupt($"a skip entry with rising doc ids below {_files.MaxDoc}", $"{docId}");
        }

        state.Read = new SkipPointer(docId, docPointer, posPointer, posUpto, payPointer, payUpto);
        state.UpTo = docId;
        state.Count++;
        state.ImpactsLength = reader.ReadVInt31();
        state.ImpactsAt = reader.FilePosition;
        reader.Skip(state.ImpactsLength);
        if (level > 0)
        {
            state.ReadChild = reader.ReadVInt64();
        }

        state.Next = reader.FilePosition;
    }

    private void DecodeImpacts(int level, ref SkipLevel state)
    {
        SpanReader reader = new(_files.Doc, state.ImpactsAt, state.ImpactsLength);
        Impact[]? impacts = _impacts[level];
        if (impacts is null || impacts.Length < state.ImpactsLength)
        {
            _impacts[level] = impacts = new Impact[Math.Max(16, state.ImpactsLength)];
        }

        int count = 0;
        long freq = 0;
        long norm = 0;
        while (reader.Remaining > 0)
        {
            uint code = reader.ReadVUInt32();
            freq += (code >>> 1) + 1;
            norm = unchecked(norm + 1 + ((code & 1) == 0 ? 0 : reader.ReadZInt64()));
            if (freq > int.MaxValue)
            {
                throw reader.Corrupt("an impact with a 31-bit frequency", $"{freq}");
            }

            impacts[count++] = new Impact((int)freq, norm);
        }

        if (count == 0)
        {
            throw reader.Corrupt("at least one impact", "none");
        }

        state.ImpactCount = count;
        state.DecodedCount = state.Count;
    }
}
