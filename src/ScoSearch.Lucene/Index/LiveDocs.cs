namespace ScoSearch.Lucene.Index;

/// <summary>Which documents of a segment are not deleted. Immutable.</summary>
public sealed class LiveDocs
{
    private readonly ulong[] _words;

    /// <param name="words">Bit d of word d / 64 is set when document d is live; not changed afterwards by
    /// anybody.</param>
    /// <param name="maxDoc">Number of documents, deleted ones included.</param>
    internal LiveDocs(ulong[] words, int maxDoc)
    {
        _words = words;
        Length = maxDoc;
        int live = 0;
        foreach (ulong word in words)
        {
            live += System.Numerics.BitOperations.PopCount(word);
        }

        LiveCount = live;
    }

    /// <summary>Number of documents, deleted ones included.</summary>
    public int Length { get; }

    /// <summary>Number of live documents.</summary>
    public int LiveCount { get; }

    /// <summary>Bit d of word d / 64 is set when document d is live.</summary>
    public ReadOnlySpan<ulong> Words => _words;

    /// <summary>True when the document is not deleted.</summary>
    public bool IsLive(int docId) => (_words[docId >> 6] & (1UL << (docId & 63))) != 0;

    /// <summary>The documents of <paramref name="before"/> without some more.</summary>
    /// <param name="before">Former state, or null when all documents are live.</param>
    /// <param name="maxDoc">Number of documents, deleted ones included.</param>
    /// <param name="docIds">Documents to delete; may repeat and may be deleted already.</param>
    internal static LiveDocs WithoutDocuments(LiveDocs? before, int maxDoc, IEnumerable<int> docIds)
    {
        ulong[] words = before is null ? AllLive(maxDoc) : (ulong[])before._words.Clone();
        foreach (int docId in docIds)
        {
            words[docId >> 6] &= ~(1UL << (docId & 63));
        }

        return new LiveDocs(words, maxDoc);
    }

    private static ulong[] AllLive(int maxDoc)
    {
        ulong[] words = new ulong[((long)maxDoc + 63) >> 6];
        Array.Fill(words, ulong.MaxValue);
        if ((maxDoc & 63) != 0)
        {
            words[^1] = (1UL << (maxDoc & 63)) - 1;
        }

        return words;
    }
}
