using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>The documents of many postings lists in one: a list while they are few, a bit set from then on. Not thread-safe.</summary>
internal sealed class DocIdGatherer
{
    private readonly int _maxDoc;
    private readonly SearchScratch? _scratch;
    private readonly int[] _list;
    private int _count;
    private ulong[]? _words;

    /// <param name="maxDoc">Number of documents in the segment.</param>
    /// <param name="scratch">Where large arrays come from, or null.</param>
    public DocIdGatherer(int maxDoc, SearchScratch? scratch)
    {
        _maxDoc = maxDoc;
        _scratch = scratch;

        // As much memory as a quarter of the bit set.
        _list = new int[(maxDoc / 128) + 1];
    }

    /// <summary>Adds all documents of postings that stand before their first one.</summary>
    public void Add(PostingsEnum postings)
    {
        postings.NextDoc();
        while (_words is null)
        {
            int copied = postings.CopyBlock(DocIdCursor.Exhausted, _list.AsSpan(_count), []);
            _count += copied;
            if (postings.DocId == DocIdCursor.Exhausted)
            {
                return;
            }

            if (_count == _list.Length)
            {
                ChangeToBits();
            }
        }

        BatchBuffers buffers = BatchBuffers.Take();
        Span<int> docIds = buffers.DocIds.AsSpan(0, 128);
        int more;
        while ((more = postings.CopyBlock(DocIdCursor.Exhausted, docIds, [])) > 0)
        {
            AddBits(docIds[..more]);
        }

        buffers.Return();
    }

    /// <summary>The documents; the gatherer must not be used afterwards.</summary>
    public DocIdCursor ToCursor()
    {
        if (_words is not null)
        {
            int words = (_maxDoc + 63) / 64;
            return new BitSetCursor(_words, words, Candidates.PopCount(_words.AsSpan(0, words)));
        }

        Array.Sort(_list, 0, _count);
        int distinct = 0;
        for (int i = 0; i < _count; i++)
        {
            if (distinct == 0 || _list[i] != _list[distinct - 1])
            {
                _list[distinct++] = _list[i];
            }
        }

        return new ListCursor(_list, distinct);
    }

    private void ChangeToBits()
    {
        int words = (_maxDoc + 63) / 64;
        _words = _scratch?.TakeWords(words) ?? new ulong[words];
        AddBits(_list.AsSpan(0, _count));
    }

    private void AddBits(ReadOnlySpan<int> docIds)
    {
        foreach (int docId in docIds)
        {
            _words![docId >> 6] |= 1UL << docId;
        }
    }
}
