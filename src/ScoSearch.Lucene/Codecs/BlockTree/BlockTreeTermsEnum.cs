using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Cursor over all terms of a field. Not thread-safe.</summary>
internal sealed class BlockTreeTermsEnum(FieldTerms terms) : TermsEnum
{
    private const int CodeBufferSize = 256;

    private enum Place
    {
        BeforeFirst,

        /// <summary>On the top frame's entry.</summary>
        OnFrame,

        /// <summary>On an entry of <see cref="_exactBlock"/>; the frames are not known.</summary>
        OnExact,
        Nowhere,
    }

    private readonly FrameStack _frames = terms.TakeFrames();
    private Place _place = Place.BeforeFirst;
    private TermBlock? _exactBlock;
    private int _exactEntry;

    /// <inheritdoc/>
    public override ReadOnlySpan<byte> Term => _frames.Term;

    /// <inheritdoc/>
    public override int DocFreq => Metadata.DocFreq;

    /// <inheritdoc/>
    public override long TotalTermFreq => Metadata.TotalTermFreq;

    private ref readonly TermMetadata Metadata
    {
        get
        {
            switch (_place)
            {
                case Place.OnFrame:
                    TermFrame top = _frames.Top;
                    return ref top.Block.GetMetadata(top.Entry);
                case Place.OnExact:
                    return ref _exactBlock!.GetMetadata(_exactEntry);
                default:
                    throw new InvalidOperationException("The cursor does not stand on a term.");
            }
        }
    }

    /// <inheritdoc/>
    public override bool MoveNext()
    {
        switch (_place)
        {
            case Place.BeforeFirst:
                PushRoot();
                break;
            case Place.OnExact:
                // The frames were left out by the exact look-up; the term is there, so this finds it again.
                SeekCeiling(Term.ToArray());
                break;
            case Place.Nowhere:
                return false;
        }

        return MoveToNextTerm();
    }

    /// <inheritdoc/>
    public override bool SeekExact(ReadOnlySpan<byte> term)
    {
        _place = Place.Nowhere;
        if (term.SequenceCompareTo(terms.MinTerm) < 0 || term.SequenceCompareTo(terms.MaxTerm) > 0)
        {
            return false;
        }

        BlockCode code = terms.FindBlock(term, out int depth);
        if (!code.HasTerms)
        {
            return false;
        }

        _exactBlock ??= new TermBlock();
        _exactBlock.Load(terms.Source, code.FilePointer);
        _exactEntry = _exactBlock.FindCeiling(term[depth..], out bool equal);
        if (!equal || _exactBlock.SubBlock(_exactEntry) >= 0)
        {
            return false;
        }

        _frames.SetSuffix(0, term);
        _place = Place.OnExact;
        return true;
    }

    /// <inheritdoc/>
    public override SeekStatus SeekCeiling(ReadOnlySpan<byte> term)
    {
        _frames.Reset();
        PushPath(term);
        TermFrame top = _frames.Top;
        _frames.SetSuffix(0, term[..top.PrefixLength]);
        _frames.LoadTop();
        int entry = top.Block.FindCeiling(term[top.PrefixLength..], out bool equal);
        _place = Place.OnFrame;
        if (equal && top.Block.SubBlock(entry) < 0)
        {
            top.Entry = entry;
            _frames.SetSuffix(0, term);
            return SeekStatus.Found;
        }

        top.Entry = entry - 1;
        if (!MoveToNextTerm())
        {
            return SeekStatus.End;
        }

        return Term.SequenceEqual(term) ? SeekStatus.Found : SeekStatus.NotFound;
    }

    /// <inheritdoc/>
    public override TermState GetTermState() => new PostingsTermState(Metadata);

    /// <inheritdoc/>
    public override PostingsEnum GetPostings(PostingsFlags flags, PostingsEnum? reuse = null) =>
        terms.GetPostings(Metadata, flags, reuse);

    /// <inheritdoc/>
    internal override void Release() => terms.GiveBack(_frames);

    private void PushRoot()
    {
        _frames.Reset();
        BlockCode root = terms.ReadRootCode(-1);
        _frames.Push(0, root.ChainStart, root.FilePointer);
        _place = Place.OnFrame;
    }

    private void PushPath(ReadOnlySpan<byte> term)
    {
        Span<byte> buffer = stackalloc byte[CodeBufferSize];
        IndexWalk walk = new(terms, term, buffer);
        try
        {
            while (walk.MoveNext())
            {
                BlockCode code = walk.ReadCode();
                _frames.Push(walk.Depth, code.ChainStart, code.FilePointer);
            }
        }
        finally
        {
            walk.Dispose();
        }
    }

    private bool MoveToNextTerm()
    {
        while (true)
        {
            _frames.LoadTop();
            TermFrame top = _frames.Top;
            TermBlock block = top.Block;
            int entry = ++top.Entry;
            if (entry < block.Count)
            {
                _frames.SetSuffix(top.PrefixLength, block.Suffix(entry));
                long subBlock = block.SubBlock(entry);
                if (subBlock < 0)
                {
                    _frames.CountTerm();
                    return true;
                }

                _frames.Push(_frames.Term.Length, subBlock, subBlock);
            }
            else if (!block.IsLast)
            {
                _frames.LoadNextFloor();
            }
            else if (!_frames.Pop())
            {
                _place = Place.Nowhere;
                return false;
            }
        }
    }
}
