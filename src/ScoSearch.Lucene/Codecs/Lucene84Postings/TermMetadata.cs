namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Statistics of a term and where its postings are. Mutable: filled by decoding, then copied.</summary>
internal struct TermMetadata
{
    /// <summary>Number of documents with the term.</summary>
    public int DocFreq;

    /// <summary>Number of occurrences; equals <see cref="DocFreq"/> where frequencies are not indexed.</summary>
    public long TotalTermFreq;

    /// <summary>.doc offset of the first block or tail; without meaning when there is one document only.</summary>
    public long DocStart;

    /// <summary>.pos offset.</summary>
    public long PosStart;

    /// <summary>.pay offset.</summary>
    public long PayStart;

    /// <summary>The only document, or -1.</summary>
    public int SingletonDocId;

    /// <summary>Offset of the tail from <see cref="PosStart"/> when there are more than 128 occurrences, otherwise -1.</summary>
    public long LastPosBlockOffset;

    /// <summary>Offset of the skip data from <see cref="DocStart"/> when there are more than 128 documents, otherwise -1.</summary>
    public long SkipOffset;
}
