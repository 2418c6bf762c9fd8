using ScoSearch.Lucene.Codecs.Lucene84Postings;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>The blocks from the root to the current term, and the term's bytes. Not thread-safe.</summary>
/// <remarks>
/// A damaged file can neither loop nor grow without bound: sub-blocks lie before their parent's chain, and the number of
/// blocks and terms visited since the last reset is limited by the file length and the field's number of terms.
/// </remarks>
internal sealed class FrameStack(FieldTerms terms)
{
    // A block takes no fewer bytes: head, suffix head, lengths, statistics, metadata.
    private const int MinBlockBytes = 4;

    private readonly List<TermFrame> _frames = [];
    private readonly DictSource _source = terms.Source;
    private byte[] _term = new byte[32];
    private int _length;
    private long _blocksLeft;
    private long _termsLeft;

    public int Depth { get; private set; }

    public TermFrame Top => _frames[Depth - 1];

    public ReadOnlySpan<byte> Term => _term.AsSpan(0, _length);

    /// <summary>Forgets all frames.</summary>
    public void Reset()
    {
        Depth = 0;
        _length = 0;
        _blocksLeft = _source.Terms.Length / MinBlockBytes;
        _termsLeft = terms.Count;
    }

    /// <summary>Adds a frame whose block is not loaded yet.</summary>
    public TermFrame Push(int prefixLength, long chainStart, long filePointer)
    {
        if (prefixLength > Lucene84PostingsFormat.MaxTermLength)
        {
            throw Corrupt(filePointer, $"terms of at most {Lucene84PostingsFormat.MaxTermLength} bytes", "a longer prefix");
        }

        if (Depth == _frames.Count)
        {
            _frames.Add(new TermFrame());
        }

        TermFrame frame = _frames[Depth++];
        frame.Set(prefixLength, chainStart, filePointer);
        return frame;
    }

    /// <summary>Loads the top block.</summary>
    public void LoadTop()
    {
        if (!Top.IsLoaded)
        {
            CountBlock(Top.FilePointer);
            Top.Load(_source);
        }
    }

    /// <summary>Goes on to the next floor block of the top frame.</summary>
    public void LoadNextFloor()
    {
        long next = Top.Block.End;
        CountBlock(next);
        if (Depth > 1 && next >= _frames[Depth - 2].ChainStart)
        {
            throw Corrupt(next, "sub-blocks before their parent", "a chain that runs into it");
        }

        Top.LoadFloor(_source, next);
    }

    /// <summary>Goes on to a later floor block of the top frame, which the terms index named.</summary>
    public void LoadFloor(long filePointer)
    {
        CountBlock(filePointer);
        Top.LoadFloor(_source, filePointer);
    }

    /// <summary>Removes the top frame; the one below comes to stand on the entry of the removed block.</summary>
    /// <returns>False when there is none below.</returns>
    public bool Pop()
    {
        TermFrame child = Top;
        if (--Depth == 0)
        {
            return false;
        }

        TermFrame parent = Top;
        if (!parent.IsLoaded)
        {
            LoadTop();
            int entry = parent.Block.FindCeiling(_term.AsSpan(parent.PrefixLength..child.PrefixLength), out bool equal);
            if (!equal || parent.Block.SubBlock(entry) != child.ChainStart)
            {
                throw Corrupt(parent.FilePointer, "an entry for each sub-block in the index", "none");
            }

            parent.Entry = entry;
        }

        return true;
    }

    /// <summary>Makes the term of a prefix, which must be there already, and a suffix.</summary>
    public void SetSuffix(int prefixLength, ReadOnlySpan<byte> suffix)
    {
        int length = prefixLength + suffix.Length;
        if (length > _term.Length)
        {
            Array.Resize(ref _term, Math.Max(length, 2 * _term.Length));
        }

        suffix.CopyTo(_term.AsSpan(prefixLength));
        _length = length;
    }

    /// <summary>Counts a term that was reached by enumeration.</summary>
    public void CountTerm()
    {
        if (--_termsLeft < 0)
        {
            throw Corrupt(Top.FilePointer, $"{terms.Count} terms", "more");
        }
    }

    private void CountBlock(long filePointer)
    {
        if (--_blocksLeft < 0)
        {
            throw Corrupt(filePointer, "each block once", "blocks again and again");
        }
    }

    private CorruptIndexException Corrupt(long at, string expected, string found) =>
        _source.Terms.Corrupt(at, expected, found);
}
