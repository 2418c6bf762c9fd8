namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>Walks through all blocks of a field and gathers their characters. For one walk.</summary>
internal sealed class BlockSignaturesBuilder
{
    private readonly FrameStack _frames;

    // One for each frame.
    private readonly List<Level> _levels = [];
    private readonly List<(long Pointer, CharacterSignature Signature, bool IsLast)> _blocks = [];

    private BlockSignaturesBuilder(FieldTerms terms)
    {
        _frames = new FrameStack(terms);
        _frames.Reset();
        Push(0, terms.ReadRootCode(-1).ChainStart);
    }

    /// <summary>The blocks by rising .tim offset, and whether each is the last of its chain.</summary>
    /// <exception cref="Store.CorruptIndexException">A block is damaged.</exception>
    public static List<(long Pointer, CharacterSignature Signature, bool IsLast)> Walk(FieldTerms terms)
    {
        BlockSignaturesBuilder builder = new(terms);
        while (builder._frames.Depth > 0)
        {
            builder.Step();
        }

        builder._blocks.Sort(static (left, right) => left.Pointer.CompareTo(right.Pointer));
        return builder._blocks;
    }

    private void Step()
    {
        _frames.LoadTop();
        TermFrame top = _frames.Top;
        TermBlock block = top.Block;
        if (++top.Entry == block.Count)
        {
            FinishBlock(block);
            return;
        }

        _frames.SetSuffix(top.PrefixLength, block.Suffix(top.Entry));
        if (block.SubBlock(top.Entry) is >= 0 and long subBlock)
        {
            Push(_frames.Term.Length, subBlock);
        }
        else
        {
            _levels[^1].Block.Add(_frames.Term);
        }
    }

    private void Push(int prefixLength, long chainStart)
    {
        _frames.Push(prefixLength, chainStart, chainStart);
        _levels.Add(new Level());
    }

    private void FinishBlock(TermBlock block)
    {
        Level level = _levels[^1];
        _blocks.Add((block.FilePointer, level.Block, block.IsLast));
        level.Chain.Add(level.Block);
        level.Block = default;
        if (!block.IsLast)
        {
            _frames.LoadNextFloor();
            return;
        }

        _levels.RemoveAt(_levels.Count - 1);
        if (_frames.Pop())
        {
            _levels[^1].Block.Add(level.Chain);
        }
    }

    private sealed class Level
    {
        /// <summary>Of the current block, with the blocks below it that were passed.</summary>
        public CharacterSignature Block;

        /// <summary>Of the blocks of the chain that were passed.</summary>
        public CharacterSignature Chain;
    }
}
