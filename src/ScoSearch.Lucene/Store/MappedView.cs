using System.IO.MemoryMappedFiles;

namespace ScoSearch.Lucene.Store;

/// <summary>Owns a mapped view whose pointer was acquired; gives both back when nothing can reach it any more.</summary>
internal sealed class MappedView(MemoryMappedViewAccessor view)
{
    ~MappedView()
    {
        view.SafeMemoryMappedViewHandle.ReleasePointer();
        view.Dispose();
    }
}
