using System.Collections.Concurrent;

namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>Keeps the byte blocks of flushed in-memory segments for the next ones. Thread-safe.</summary>
/// <param name="maxBlocks">Most blocks kept; what is given back beyond it goes to the garbage collector.</param>
internal sealed class BlockCache(int maxBlocks)
{
    private readonly ConcurrentStack<byte[]> _blocks = new();

    public byte[] Take() =>
        _blocks.TryPop(out byte[]? block) ? block : GC.AllocateUninitializedArray<byte>(BytePool.BlockSize);

    public void GiveBack(byte[] block)
    {
        if (_blocks.Count < maxBlocks)
        {
            _blocks.Push(block);
        }
    }
}
