using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Fst;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>The terms dictionary of one field. Thread-safe.</summary>
internal sealed class FieldTerms : Terms
{
    // Enough for the codes of nearly all blocks; long floor chains rent more.
    private const int CodeBufferSize = 256;

    private readonly FieldEntry _entry;
    private readonly PostingsFiles _files;

    // The first walks do without signatures: whoever looks for one misspelt word only shall not wait for them.
    private const int WalksWithoutSignatures = 2;

    private BlockSignatures? _signatures;
    private int _walks;

    // The frames of a cursor that was released, for the next one.
    private FrameStack? _spareFrames;

    // One block kept for exact look-ups, which take it while they run; a second one at the same time makes its own.
    private TermBlock? _spareBlock;

    public FieldTerms(FieldEntry entry, FstReader index, IndexInput indexFile, DictSource source, PostingsFiles files)
    {
        _entry = entry;
        Index = index;
        IndexFile = indexFile;
        Source = source;
        _files = files;
    }

    /// <inheritdoc/>
    public override FieldInfo Field => _entry.Field;

    /// <inheritdoc/>
    public override long Count => _entry.TermCount;

    /// <inheritdoc/>
    public override long SumTotalTermFreq => _entry.SumTotalTermFreq;

    /// <inheritdoc/>
    public override long SumDocFreq => _entry.SumDocFreq;

    /// <inheritdoc/>
    public override int DocCount => _entry.DocCount;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> MinTerm => _entry.MinTerm;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> MaxTerm => _entry.MaxTerm;

    /// <summary>The terms index: block prefixes to block codes.</summary>
    public FstReader Index { get; }

    /// <summary>.tip, for messages.</summary>
    public IndexInput IndexFile { get; }

    public DictSource Source { get; }

    /// <inheritdoc/>
    public override TermsEnum GetEnumerator() => new BlockTreeTermsEnum(this);

    /// <inheritdoc/>
    public override TermState? Find(ReadOnlySpan<byte> term)
    {
        if (term.SequenceCompareTo(MinTerm) < 0 || term.SequenceCompareTo(MaxTerm) > 0)
        {
            return null;
        }

        BlockCode code = FindBlock(term, out int depth);
        if (!code.HasTerms)
        {
            return null;
        }

        TermBlock block = Interlocked.Exchange(ref _spareBlock, null) ?? new TermBlock();
        block.Load(Source, code.FilePointer);
        int entry = block.FindCeiling(term[depth..], out bool equal);
        PostingsTermState? state = equal && block.SubBlock(entry) < 0
            ? new PostingsTermState(block.GetMetadata(entry))
            : null;
        Volatile.Write(ref _spareBlock, block);
        return state;
    }

    /// <inheritdoc/>
    public override TermsEnum Intersect(ITermAutomaton automaton, ReadOnlySpan<byte> startTerm = default) =>
        new IntersectTermsEnum(this, automaton, startTerm);

    /// <inheritdoc/>
    public override PostingsEnum GetPostings(TermState state, PostingsFlags flags, PostingsEnum? reuse = null) =>
        state is PostingsTermState own
            ? GetPostings(own.Metadata, flags, reuse)
            : throw new ArgumentException("The state comes from another kind of segment.", nameof(state));

    /// <summary>Postings of a term by its metadata.</summary>
    public PostingsEnum GetPostings(in TermMetadata metadata, PostingsFlags flags, PostingsEnum? reuse)
    {
        BlockPostingsEnum postings;
        if (reuse is BlockPostingsEnum own)
        {
            own.Bind(_files, Field);
            postings = own;
        }
        else
        {
            postings = new BlockPostingsEnum(_files, Field);
        }

        postings.Reset(metadata, flags);
        return postings;
    }

    /// <summary>Frames for a cursor.</summary>
    public FrameStack TakeFrames()
    {
        FrameStack frames = Interlocked.Exchange(ref _spareFrames, null) ?? new FrameStack(this);
        frames.Reset();
        return frames;
    }

    /// <summary>Takes the frames of a cursor back that is not used any more.</summary>
    public void GiveBack(FrameStack frames) => Volatile.Write(ref _spareFrames, frames);

    /// <summary>Signatures of the blocks, from the third call on: when they are made they cost as much as a few walks.</summary>
    /// <exception cref="CorruptIndexException">A block is damaged.</exception>
    public BlockSignatures? GetSignatures()
    {
        if (_signatures is null && Interlocked.Increment(ref _walks) > WalksWithoutSignatures)
        {
            // Two threads at the same time make equal ones.
            _signatures = new BlockSignatures(this);
        }

        return _signatures;
    }

    /// <summary>The root block, or its floor block for a label (-1: the first).</summary>
    public BlockCode ReadRootCode(int label)
    {
        SpanReader reader = new(IndexFile, 0, _entry.RootCode);
        return BlockCode.Read(ref reader, label);
    }

    /// <summary>The block that holds the term if any does.</summary>
    /// <param name="term">Term.</param>
    /// <param name="depth">Length of the prefix of the block.</param>
    public BlockCode FindBlock(ReadOnlySpan<byte> term, out int depth)
    {
        Span<byte> buffer = stackalloc byte[CodeBufferSize];
        IndexWalk walk = new(this, term, buffer);
        try
        {
            return walk.FindDeepest(out depth);
        }
        finally
        {
            walk.Dispose();
        }
    }
}
