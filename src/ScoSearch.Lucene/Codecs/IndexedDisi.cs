using System.Numerics;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs;

/// <summary>Cursor over a set of doc ids on disk that also tells the rank of the current one. Not thread-safe.</summary>
/// <remarks>
/// Blocks of 65536 doc ids, empty ones left out: i16 block number, i16 count - 1, then by count: up to 4095 the low 16 bits
/// of each doc id; up to 65535 a rank table (for each 2^power bits the number of bits before them, u16) and 1024 words of
/// bits; 65536 nothing. A terminator block holds doc id 2^31 - 1. Then the jump table, unless all documents are in block 0:
/// for each block and the terminator i32 rank of its first document and i32 offset from the start.
/// </remarks>
internal sealed class IndexedDisi
{
    public const int BlockShift = 16;
    public const int BlockSize = 1 << BlockShift;
    public const int MaxSparse = 4095;
    public const sbyte WrittenRankPower = 9;

    private const int HeaderBytes = 4;
    private const int BytesPerJump = 8;
    private const int BitsBytes = BlockSize / 8;
    private const int TerminatorBlock = int.MaxValue >> BlockShift;

    // Below that many entries between here and a target, a walk is cheaper than a search.
    private const int MaxLinearSteps = 8;

    private readonly IndexInput _data;
    private readonly long _origin;
    private readonly long _blocksEnd;
    private readonly int _jumpEntries;
    private readonly int _rankPower;
    private readonly int _maxDoc;

    // The current block; _block is -1 before the first. Its entries or bits begin at _bodyOffset.
    private int _block = -1;
    private BlockKind _kind;
    private int _cardinality;
    private long _rankBefore;
    private long _bodyOffset;
    private long _nextBlockOffset;
    private long _nextRankBefore;

    // Sparse: entries before _entry are less than the current document. Dense: bits before word _word number _wordRank.
    private int _entry;
    private int _word;
    private long _wordRank;

    public IndexedDisi(IndexInput data, DocsWithField place, int maxDoc, int count)
    {
        _data = data;
        _origin = place.Offset;
        _jumpEntries = Math.Max((short)0, place.JumpTableEntryCount);
        _blocksEnd = place.Offset + place.Length - ((long)_jumpEntries * BytesPerJump);
        _rankPower = place.DenseRankPower;
        _maxDoc = maxDoc;
        Cost = count;
        if (place.Offset + place.Length > data.Length - CodecUtil.FooterLength || _blocksEnd < place.Offset
            || _rankPower is not (-1 or (>= 7 and <= 15)))
        {
            throw data.Corrupt(
                place.Offset, "a set of documents inside the file",
                $"{place.Length} bytes, {_jumpEntries} jumps, rank power {_rankPower}");
        }

        _nextBlockOffset = _origin;
    }

    private enum BlockKind
    {
        Sparse,
        Dense,
        All,
    }

    /// <summary>The current document; after an <see cref="AdvanceExact"/> without success its target.</summary>
    public int DocId { get; private set; } = -1;

    /// <summary>Number of documents of the set before the current one.</summary>
    public long Rank { get; private set; } = -1;

    /// <summary>Number of documents of the set.</summary>
    public long Cost { get; }

    /// <summary>Moves to the first document of the set that is not less than the target.</summary>
    public int Advance(int target)
    {
        if (target == DocIdCursor.Exhausted)
        {
            return DocId = target;
        }

        int targetBlock = target >> BlockShift;
        if (_block < targetBlock)
        {
            MoveToBlock(targetBlock);
        }

        // When the block is a later one, its first document is the answer.
        int from = _block == targetBlock ? target & 0xFFFF : 0;
        while (!FindInBlock(from))
        {
            ReadBlock(_nextBlockOffset, _nextRankBefore);
            from = 0;
        }

        if (DocId >= _maxDoc && DocId != DocIdCursor.Exhausted)
        {
            throw _data.Corrupt(_bodyOffset, $"doc ids below {_maxDoc}", $"{DocId}");
        }

        return DocId;
    }

    /// <summary>Moves to exactly that document and tells whether the set has it.</summary>
    public bool AdvanceExact(int target)
    {
        int targetBlock = target >> BlockShift;
        if (_block < targetBlock)
        {
            MoveToBlock(targetBlock);
        }

        bool found = _block == targetBlock && ContainsInBlock(target & 0xFFFF);
        DocId = target;
        return found;
    }

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

    private int RankTableBytes => _rankPower == -1 ? 0 : 2 * (BlockSize >> _rankPower);

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
