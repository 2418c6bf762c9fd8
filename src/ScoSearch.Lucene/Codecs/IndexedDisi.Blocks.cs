using System.Numerics;

namespace ScoSearch.Lucene.Codecs;

/// <content>Finding documents in a block.</content>
internal sealed partial class IndexedDisi
{
    private void MoveToBlock(int targetBlock)
    {
        if (_jumpEntries > 0 && targetBlock >= _block + 2)
        {
            int jump = Math.Min(targetBlock, _jumpEntries - 1);
            ReadOnlySpan<byte> entry = _data.SpanAt(_blocksEnd + ((long)jump * BytesPerJump), BytesPerJump);
            int rank = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(entry);
            int offset = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(entry[4..]);
            if (rank < 0 || rank > Cost || offset < 0 || offset > _blocksEnd - _origin)
            {
                throw _data.Corrupt(_blocksEnd, "a jump inside the set", $"rank {rank} at offset {offset}");
            }

            ReadBlock(_origin + offset, rank);
            if (_block < targetBlock)
            {
                throw _data.Corrupt(_origin + offset, $"a block of at least {targetBlock}", $"{_block}");
            }

            return;
        }

        do
        {
            ReadBlock(_nextBlockOffset, _nextRankBefore);
        }
        while (_block < targetBlock);
    }

    // Block numbers rise and blocks have bytes, so walking over damaged ones ends too.
    private void ReadBlock(long offset, long rankBefore)
    {
        if (offset > _blocksEnd - HeaderBytes)
        {
            throw _data.Corrupt(offset, "another block of documents", "the end of the set");
        }

        int block = _data.GetUInt16(offset);
        _cardinality = _data.GetUInt16(offset + 2) + 1;
        if (block <= _block || (block != TerminatorBlock && block > (_maxDoc - 1) >> BlockShift))
        {
            throw _data.Corrupt(offset, $"a block above {_block} of {_maxDoc} documents", $"{block}");
        }

        _block = block;
        _rankBefore = rankBefore;
        _nextRankBefore = rankBefore + _cardinality;
        _bodyOffset = offset + HeaderBytes;
        _entry = 0;
        _word = 0;
        _wordRank = rankBefore;
        if (_cardinality <= MaxSparse)
        {
            _kind = BlockKind.Sparse;
            _nextBlockOffset = _bodyOffset + (2L * _cardinality);
        }
        else if (_cardinality < BlockSize)
        {
            _kind = BlockKind.Dense;
            _bodyOffset += RankTableBytes;
            _nextBlockOffset = _bodyOffset + BitsBytes;
        }
        else
        {
            _kind = BlockKind.All;
            _nextBlockOffset = _bodyOffset;
        }

        if (_nextBlockOffset > _blocksEnd)
        {
            throw _data.Corrupt(offset, "a whole block", $"{_cardinality} documents, cut off");
        }
    }

    // Moves to the first document of the block whose low bits are at least `from`.
    private bool FindInBlock(int from)
    {
        int low;
        switch (_kind)
        {
            case BlockKind.Sparse:
                FindEntry(from);
                if (_entry == _cardinality)
                {
                    return false;
                }

                low = EntryAt(_entry);
                Rank = _rankBefore + _entry;
                break;
            case BlockKind.Dense:
                if (!TryFindBit(from, out low))
                {
                    return false;
                }

                break;
            default:
                low = from;
                Rank = _rankBefore + from;
                break;
        }

        DocId = (_block << BlockShift) | low;
        return true;
    }

    private bool ContainsInBlock(int low)
    {
        switch (_kind)
        {
            case BlockKind.Sparse:
                FindEntry(low);
                Rank = _rankBefore + _entry;
                return _entry < _cardinality && EntryAt(_entry) == low;
            case BlockKind.Dense:
                MoveToWord(low >> 6);
                ulong word = WordAt(_word);
                Rank = _wordRank + BitOperations.PopCount(word & ((1UL << (low & 63)) - 1));
                return (word & (1UL << (low & 63))) != 0;
            default:
                Rank = _rankBefore + low;
                return true;
        }
    }

    private int EntryAt(int entry) => _data.GetUInt16(_bodyOffset + (2L * entry));

    // The first entry from _entry on that is at least `low`: a short walk, then a binary search.
    private void FindEntry(int low)
    {
        int walkEnd = Math.Min(_cardinality, _entry + MaxLinearSteps);
        while (_entry < walkEnd && EntryAt(_entry) < low)
        {
            _entry++;
        }

        if (_entry < walkEnd)
        {
            return;
        }

        int high = _cardinality;
        while (_entry < high)
        {
            int middle = (_entry + high) >>> 1;
            if (EntryAt(middle) < low)
            {
                _entry = middle + 1;
            }
            else
            {
                high = middle;
            }
        }
    }

    private ulong WordAt(int word) => (ulong)_data.GetInt64(_bodyOffset + (8L * word));

    private bool TryFindBit(int from, out int low)
    {
        MoveToWord(from >> 6);
        ulong word = WordAt(_word);
        ulong rest = word & (ulong.MaxValue << (from & 63));
        while (rest == 0)
        {
            if (_word == (BitsBytes / 8) - 1)
            {
                low = 0;
                return false;
            }

            _wordRank += BitOperations.PopCount(word);
            word = WordAt(++_word);
            rest = word;
        }

        int bit = BitOperations.TrailingZeroCount(rest);
        low = (_word << 6) | bit;
        Rank = _wordRank + BitOperations.PopCount(word & ((1UL << bit) - 1));
        return true;
    }

    // Brings _wordRank along; far moves take the rank table instead of counting all bits between.
    private void MoveToWord(int word)
    {
        if (_rankPower != -1 && word - _word >= 1 << (_rankPower - 6))
        {
            int entry = word >> (_rankPower - 6);
            _word = entry << (_rankPower - 6);
            _wordRank = _rankBefore + _data.GetUInt16(_bodyOffset - RankTableBytes + (2L * entry));
        }

        while (_word < word)
        {
            _wordRank += BitOperations.PopCount(WordAt(_word++));
        }
    }
}
