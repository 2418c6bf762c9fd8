using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Index.Merging;

namespace ScoSearch.Lucene.Index;

/// <summary>How an <see cref="IndexWriter"/> works. Immutable; safe to share between writers.</summary>
public sealed record IndexWriterConfig
{
    /// <summary>Creates the configuration.</summary>
    /// <param name="analyzer">Cuts the text of tokenized fields; used by all indexing threads.</param>
    public IndexWriterConfig(Analyzer analyzer)
    {
        ArgumentNullException.ThrowIfNull(analyzer);
        Analyzer = analyzer;
    }

    /// <summary>Cuts the text of tokenized fields.</summary>
    public Analyzer Analyzer { get; init; }

    /// <summary>What to do with an index that exists or not; the default is
    /// <see cref="OpenMode.CreateOrAppend"/>.</summary>
    public OpenMode OpenMode { get; init; } = OpenMode.CreateOrAppend;

    /// <summary>Documents are kept in memory until they and the buffered deletions take that many megabytes, over all
    /// threads; above 0, up to 2,000. The default is 64.</summary>
    public double RamBufferSizeMB { get; init; } = 64;

    /// <summary>Documents one thread keeps in memory at most; at least 2. The default is no limit.</summary>
    public int MaxBufferedDocs { get; init; } = int.MaxValue;

    /// <summary>Whether segments written from memory are packed into one file; the default is true. For merged ones see
    /// <see cref="MergePolicy.NoCompoundRatio"/>.</summary>
    public bool UseCompoundFile { get; init; } = true;

    /// <summary>How stored fields are compressed; the default is <see cref="StoredFieldsMode.BestSpeed"/>.</summary>
    public StoredFieldsMode StoredFieldsMode { get; init; } = StoredFieldsMode.BestSpeed;

    /// <summary>Chooses what to merge; the default is a <see cref="TieredMergePolicy"/>.</summary>
    public MergePolicy MergePolicy { get; init; } = new TieredMergePolicy();

    /// <summary>Threads that merge in the background; 0 merges on the calling thread. From 0 to 16; the default is
    /// 1.</summary>
    public int MergeThreads { get; init; } = 1;

    /// <summary>Whether disposing the writer commits; the default is true. A writer that failed never
    /// commits.</summary>
    public bool CommitOnClose { get; init; } = true;

    /// <exception cref="ArgumentException">An option is out of range.</exception>
    internal void Validate()
    {
        if (RamBufferSizeMB is not (> 0 and <= 2000))
        {
            throw new ArgumentException(
                $"{nameof(RamBufferSizeMB)} must be above 0 and at most 2000; it is {RamBufferSizeMB}.");
        }

        if (MaxBufferedDocs < 2)
        {
            throw new ArgumentException($"{nameof(MaxBufferedDocs)} must be at least 2; it is {MaxBufferedDocs}.");
        }

        if (MergeThreads is < 0 or > 16)
        {
            throw new ArgumentException($"{nameof(MergeThreads)} must be from 0 to 16; it is {MergeThreads}.");
        }

        MergePolicy.Validate();
    }
}
