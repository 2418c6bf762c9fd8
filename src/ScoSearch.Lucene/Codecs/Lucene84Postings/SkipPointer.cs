namespace ScoSearch.Lucene.Codecs.Lucene84Postings;

/// <summary>Where to continue decoding after a full block of documents.</summary>
/// <param name="LastDocId">Last doc id of the block.</param>
/// <param name="DocFilePointer">.doc offset right behind the block.</param>
/// <param name="PosFilePointer">.pos offset of the block or tail that holds the next document's first position.</param>
/// <param name="PosUpto">Occurrences to pass there, 0 to 127.</param>
/// <param name="PayFilePointer">The .pay offset that belongs to <paramref name="PosFilePointer"/>.</param>
/// <param name="PayUpto">Payload bytes of the occurrences to pass.</param>
internal readonly record struct SkipPointer(
    int LastDocId, long DocFilePointer, long PosFilePointer, int PosUpto, long PayFilePointer, int PayUpto);
