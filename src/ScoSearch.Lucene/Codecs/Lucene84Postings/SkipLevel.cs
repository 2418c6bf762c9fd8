namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Reading state of one level of skip data. Mutable.</summary>
internal struct SkipLevel
{
    /// <summary>.doc offset of the level's first byte.</summary>
    public long Start;

    /// <summary>.doc offset of the next byte to read.</summary>
    public long Next;

    /// <summary>Number of entries on the level.</summary>
    public int Total;

    /// <summary>Number of entries read.</summary>
    public int Count;

    /// <summary>The entry last read; the start of the list before the first.</summary>
    public SkipPointer Read;

    /// <summary>Pointer of <see cref="Read"/> into the level below.</summary>
    public long ReadChild;

    /// <summary>Last doc id of <see cref="Read"/>; -1 before the first entry, exhausted behind the last.</summary>
    public int UpTo;

    /// <summary>The last entry whose last doc id is less than the target.</summary>
    public SkipPointer Passed;

    /// <summary>Number of entries up to <see cref="Passed"/>.</summary>
    public int PassedCount;

    /// <summary>Pointer of <see cref="Passed"/> into the level below.</summary>
    public long PassedChild;

    /// <summary>.doc offset of the impacts of <see cref="Read"/>.</summary>
    public long ImpactsAt;

    /// <summary>Bytes of the impacts of <see cref="Read"/>.</summary>
    public int ImpactsLength;

    /// <summary>Value of <see cref="Count"/> for which the impacts were decoded.</summary>
    public int DecodedCount;

    /// <summary>Number of decoded impacts.</summary>
    public int ImpactCount;
}
