using System.Numerics;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents from a bit set: bit d of word d / 64. Not thread-safe.</summary>
/// <param name="words">The words; more may be there.</param>
/// <param name="wordCount">How many of them count.</param>
/// <param name="count">Number of bits set in these.</param>
internal sealed class BitSetCursor(ulong[] words, int wordCount, long count) : DocIdCursor
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => count;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        int index = target >> 6;
        if (index >= wordCount)
        {
            return _docId = Exhausted;
        }

        ulong word = words[index] >> target;
        if (word != 0)
        {
            return _docId = target + BitOperations.TrailingZeroCount(word);
        }

        while (++index < wordCount)
        {
            if (words[index] != 0)
            {
                return _docId = (index << 6) + BitOperations.TrailingZeroCount(words[index]);
            }
        }

        return _docId = Exhausted;
    }
}
