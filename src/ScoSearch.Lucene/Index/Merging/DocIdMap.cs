namespace ScoSearch.Lucene.Index.Merging;

/// <summary>New doc ids of a segment's live documents in the merged segment. Immutable.</summary>
internal sealed class DocIdMap
{
    private readonly int _base;

    // Null when no document is deleted; otherwise the number of deleted documents before each word of the live docs.
    private readonly int[]? _deletedBefore;
    private readonly LiveDocs? _live;

    /// <param name="docBase">New doc id of the segment's first live document.</param>
    /// <param name="live">The segment's live documents; null when all are.</param>
    /// <param name="maxDoc">Number of documents, deleted ones included.</param>
    public DocIdMap(int docBase, LiveDocs? live, int maxDoc)
    {
        _base = docBase;
        _live = live;
        LiveCount = live?.LiveCount ?? maxDoc;
        if (live is not null)
        {
            ReadOnlySpan<ulong> words = live.Words;
            _deletedBefore = new int[words.Length];
            int deleted = 0;
            for (int i = 0; i < words.Length; i++)
            {
                _deletedBefore[i] = deleted;
                deleted += 64 - System.Numerics.BitOperations.PopCount(words[i]);
            }
        }
    }

    /// <summary>Number of documents that go into the merged segment.</summary>
    public int LiveCount { get; }

    /// <summary>New doc id, or -1 for a deleted document.</summary>
    public int this[int docId]
    {
        get
        {
            if (_deletedBefore is null)
            {
                return _base + docId;
            }

            int word = docId >> 6;
            ulong bits = _live!.Words[word];
            ulong bit = 1UL << (docId & 63);
            if ((bits & bit) == 0)
            {
                return -1;
            }

            int deletedInWord = (docId & 63) - System.Numerics.BitOperations.PopCount(bits & (bit - 1));
            return _base + docId - _deletedBefore[word] - deletedInWord;
        }
    }
}
