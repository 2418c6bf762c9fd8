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
internal sealed partial class IndexedDisi
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

    private int RankTableBytes => _rankPower == -1 ? 0 : 2 * (BlockSize >> _rankPower);
}
