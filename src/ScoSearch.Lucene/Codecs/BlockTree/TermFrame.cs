namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>A block on the path from the root to the current term, and the place in it.</summary>
internal sealed class TermFrame
{
    public TermBlock Block { get; } = new();

    /// <summary>Length of the block's prefix.</summary>
    public int PrefixLength { get; private set; }

    /// <summary>.tim offset of the first block of the prefix.</summary>
    public long ChainStart { get; private set; }

    /// <summary>.tim offset of the block meant, loaded or not.</summary>
    public long FilePointer { get; private set; }

    /// <summary>Index of the current entry; -1 before the first.</summary>
    public int Entry { get; set; }

    /// <summary>False while only the place of the block is known.</summary>
    public bool IsLoaded { get; private set; }

    /// <summary>State that the owner keeps for the prefix.</summary>
    public int State { get; set; }

    public void Set(int prefixLength, long chainStart, long filePointer)
    {
        PrefixLength = prefixLength;
        ChainStart = chainStart;
        FilePointer = filePointer;
        Entry = -1;
        IsLoaded = false;
    }

    public void Load(DictSource source)
    {
        if (!IsLoaded)
        {
            Block.Load(source, FilePointer);
            IsLoaded = true;
        }
    }

    /// <summary>Goes to another floor block of the prefix.</summary>
    public void LoadFloor(DictSource source, long filePointer)
    {
        FilePointer = filePointer;
        Block.Load(source, filePointer);
        Entry = -1;
    }
}
