using System.Runtime.InteropServices;
using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Fst;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Groups the sorted terms of a field into blocks by common prefixes and writes these.</summary>
/// <remarks>
/// Entries wait on a stack. When the next term leaves a prefix under which at least 25 entries wait, these become a block,
/// or a chain of floor blocks, and one entry for it takes their place. Longest prefixes first, so that a block is
/// written before its parent. Not thread-safe.
/// </remarks>
internal sealed class BlockCutter(IndexOutput output)
{
    private const int MinItems = BlockTreeFormat.MinItemsInBlock;
    private const int MaxItems = BlockTreeFormat.MaxItemsInBlock;

    private readonly BlockWriter _blockWriter = new(output);

    // A stack like the entries it belongs to: cutting a block drops the bytes of its entries.
    private readonly ByteBuffer _pool = new();
    private readonly List<PendingEntry> _pending = [];
    private readonly ByteBuffer _lastTerm = new();

    // _starts[i]: number of pending entries when the current prefix of length i + 1 of the last term began.
    private int[] _starts = new int[16];

    // Keys and codes of all blocks of the field, in the order they were written (children first).
    private readonly ByteBuffer _keyBytes = new();
    private readonly List<(int KeyStart, int KeyLength, byte[] Code)> _index = [];
    private readonly List<FloorBlock> _floorBlocks = [];
    private FieldInfo _field = null!; // set by StartField before anything is added

    private readonly record struct FloorBlock(long FilePointer, int LeadLabel, bool HasTerms);

    public void StartField(FieldInfo field)
    {
        _field = field;
        _lastTerm.Clear();
        _pool.Clear();
        _pending.Clear();
        _keyBytes.Clear();
        _index.Clear();
    }

    public void Add(ReadOnlySpan<byte> term, in TermMetadata metadata)
    {
        Push(term);
        _pending.Add(new PendingEntry
        {
            BytesStart = _pool.Count,
            BytesLength = term.Length,
            BlockFilePointer = -1,
            Metadata = metadata,
        });
        _pool.Add(term);
    }

    /// <summary>Writes what is pending and returns the index of the field's blocks.</summary>
    public FstBuilder FinishField()
    {
        Push([]);
        WriteBlocks(prefixLength: 0, _pending.Count);
        _index.Sort((a, b) => Key(a).SequenceCompareTo(Key(b)));
        FstBuilder builder = new();
        foreach ((int KeyStart, int KeyLength, byte[] Code) entry in _index)
        {
            builder.Add(Key(entry), entry.Code);
        }

        builder.Finish();
        return builder;

        ReadOnlySpan<byte> Key((int Start, int Length, byte[]) entry) => _keyBytes.Written.Slice(entry.Start, entry.Length);
    }

    private void Push(ReadOnlySpan<byte> term)
    {
        ReadOnlySpan<byte> last = _lastTerm.Written;
        int common = last.CommonPrefixLength(term);
        for (int i = last.Length - 1; i >= common; i--)
        {
            int count = _pending.Count - _starts[i];
            if (count >= MinItems)
            {
                WriteBlocks(i + 1, count);
                _starts[i] -= count - 1;
            }
        }

        if (_starts.Length < term.Length)
        {
            Array.Resize(ref _starts, Math.Max(term.Length, 2 * _starts.Length));
        }

        _starts.AsSpan(common, term.Length - common).Fill(_pending.Count);
        _lastTerm.Truncate(common);
        _lastTerm.Add(term[common..]);
    }

    // Replaces the top entries, which share a prefix of that length, by one for the block or chain they become.
    private void WriteBlocks(int prefixLength, int count)
    {
        int first = _pending.Count - count;
        ReadOnlySpan<PendingEntry> entries = CollectionsMarshal.AsSpan(_pending)[first..];
        _floorBlocks.Clear();

        int start = 0;
        int previousLabel = -1;
        int lead = -1;
        for (int i = 0; i < count; i++)
        {
            int label = LabelOf(entries[i], prefixLength);
            if (label != previousLabel)
            {
                if (i - start >= MinItems && count - start > MaxItems)
                {
                    Emit(entries[start..i], prefixLength, lead, isLast: false);
                    start = i;
                    lead = label;
                }

                previousLabel = label;
            }
        }

        Emit(entries[start..], prefixLength, lead, isLast: true);
        AddToIndex(_lastTerm.Written[..prefixLength]);

        int bytesStart = entries[0].BytesStart;
        CollectionsMarshal.SetCount(_pending, first);
        _pool.Truncate(bytesStart);
        _pending.Add(new PendingEntry
        {
            BytesStart = bytesStart,
            BytesLength = prefixLength,
            BlockFilePointer = _floorBlocks[0].FilePointer,
        });
        _pool.Add(_lastTerm.Written[..prefixLength]);
    }

    private int LabelOf(in PendingEntry entry, int prefixLength) =>
        entry.BytesLength == prefixLength ? -1 : _pool.Written[entry.BytesStart + prefixLength];

    private void Emit(ReadOnlySpan<PendingEntry> entries, int prefixLength, int lead, bool isLast)
    {
        long filePointer = output.Position;
        bool hasTerms = _blockWriter.Write(_field, entries, _pool.Written, prefixLength, isLast);
        _floorBlocks.Add(new FloorBlock(filePointer, lead, hasTerms));
    }

    private void AddToIndex(ReadOnlySpan<byte> prefix)
    {
        ByteBuffer code = new(16);
        FloorBlock first = _floorBlocks[0];
        bool isFloor = _floorBlocks.Count > 1;
        code.AddVInt64((first.FilePointer << 2)
            | (first.HasTerms ? (long)BlockTreeFormat.HasTermsFlag : 0)
            | (isFloor ? (long)BlockTreeFormat.FloorFlag : 0));
        if (isFloor)
        {
            code.AddVInt32(_floorBlocks.Count - 1);
            foreach (FloorBlock block in CollectionsMarshal.AsSpan(_floorBlocks)[1..])
            {
                code.Add((byte)block.LeadLabel);
                code.AddVInt64(((block.FilePointer - first.FilePointer) << 1) | (block.HasTerms ? 1L : 0));
            }
        }

        _index.Add((_keyBytes.Count, prefix.Length, code.Written.ToArray()));
        _keyBytes.Add(prefix);
    }
}
