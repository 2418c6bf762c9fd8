using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>Asks the processor to fetch memory that is read soon.</summary>
/// <remarks>
/// The lexicon takes 5 MB, so most looks into it miss the nearest caches. Done one after the other, each waits for the
/// one before; asked for in a loop that waits for none, they arrive together.
/// </remarks>
internal static class CacheLine
{
    /// <summary>Fetches the line of a place; nothing happens on processors for which there is no way to ask.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Prefetch<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
        {
            // Safety: a hint; an address that the garbage collector has made stale in between does no harm.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }
}
