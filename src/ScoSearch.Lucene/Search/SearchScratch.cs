using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Cursors and arrays that one search uses again from segment to segment, and its searcher from search to search. Not thread-safe.</summary>
/// <remarks>
/// Nothing that was handed out may be used after the next <see cref="Recycle"/>, which comes when a segment is done; so nothing has to
/// be given back, whichever way the search of the segment ended.
/// </remarks>
internal sealed class SearchScratch
{
    // A query of a thousand terms must not keep a thousand cursors for the rest of the searcher's life.
    private const int MaxKeptCursors = 128;
    private const int MaxKeptWords = 1 << 16;

    private readonly List<PostingsEnum> _free = [];
    private readonly List<PostingsEnum> _used = [];
    private ulong[] _words = [];
    private bool _wordsAreUsed;

    /// <summary>Postings of a term, from scratch memory where there is any.</summary>
    public static PostingsEnum GetPostings(SearchScratch? scratch, Terms terms, TermState state, PostingsFlags flags) =>
        scratch is null ? terms.GetPostings(state, flags) : scratch.GetPostings(terms, state, flags);

    /// <summary>An array whose first so many words are zero; it may be longer.</summary>
    public ulong[] TakeWords(int count)
    {
        if (_wordsAreUsed || count > MaxKeptWords)
        {
            return new ulong[count];
        }

        if (_words.Length < count)
        {
            _words = new ulong[count];
        }

        _wordsAreUsed = true;
        Array.Clear(_words, 0, count);
        return _words;
    }

    /// <summary>Takes everything back.</summary>
    public void Recycle()
    {
        foreach (PostingsEnum postings in _used)
        {
            if (_free.Count < MaxKeptCursors)
            {
                _free.Add(postings);
            }
        }

        _used.Clear();
        _wordsAreUsed = false;
    }

    private PostingsEnum GetPostings(Terms terms, TermState state, PostingsFlags flags)
    {
        PostingsEnum? reuse = null;
        if (_free.Count > 0)
        {
            reuse = _free[^1];
            _free.RemoveAt(_free.Count - 1);
        }

        PostingsEnum postings = terms.GetPostings(state, flags, reuse);
        _used.Add(postings);
        return postings;
    }
}
