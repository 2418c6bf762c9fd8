using ScoSearch.Core.Dictionaries;
using ScoSearch.Core.Documents;

namespace ScoSearch.Core.Indexing;

/// <summary>How an <see cref="Indexer"/> works. Immutable; safe to share between threads.</summary>
public sealed record IndexerOptions
{
    /// <summary>User words and synonyms; null for the folder <c>dictionaries</c> beside the index, which may be missing.</summary>
    public DictionarySet? Dictionaries { get; init; }

    /// <summary>Readers of file formats; the default reads plain text and JSON lines.</summary>
    public DocumentReaders Readers { get; init; } = DocumentReaders.Default;

    /// <summary>Limits and choices for reading.</summary>
    public ReadingOptions Reading { get; init; } = ReadingOptions.Default;

    /// <summary>
    /// Threads that read, reconstruct and analyse, from 1 to 64; 0, the default, for one a processor. The content of the
    /// index does not depend on it.
    /// </summary>
    public int Threads { get; init; }

    /// <summary>Memory for paragraphs that are not written yet, in megabytes: above 0, up to 2,000. The default is 64.</summary>
    public double RamBufferSizeInMegabytes { get; init; } = 64;

    /// <summary>Tells the time of a commit, which is kept with it; the default is the system's clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    internal int EffectiveThreads => Threads > 0 ? Threads : Math.Clamp(Environment.ProcessorCount, 1, 64);

    /// <exception cref="ArgumentOutOfRangeException">An option is out of range.</exception>
    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(Threads, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(Threads, 64);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(RamBufferSizeInMegabytes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(RamBufferSizeInMegabytes, 2000);
    }
}
