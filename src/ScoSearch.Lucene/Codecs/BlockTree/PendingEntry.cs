using ScoSearch.Lucene.Codecs.Lucene84Postings;

namespace ScoSearch.Lucene.Codecs.BlockTree;

/// <summary>A term, or a block already written, that waits to be written into a block.</summary>
internal struct PendingEntry
{
    /// <summary>Start of the term or block prefix in the writer's byte pool.</summary>
    public int BytesStart;

    /// <summary>Length of the term or block prefix.</summary>
    public int BytesLength;

    /// <summary>.tim offset of the first block of the prefix, or -1 for a term.</summary>
    public long BlockFilePointer;

    /// <summary>Of a term.</summary>
    public TermMetadata Metadata;

    public readonly bool IsBlock => BlockFilePointer >= 0;
}
