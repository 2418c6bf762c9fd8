using System.Numerics;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Search;

/// <summary>Documents from a bit set: bit d of word d / 64. Not thread-safe.</summary>
internal sealed class BitSetCursor(ulong[] words, long count) : DocIdCursor
{
    private int _docId = -1;

    public override int DocId => _docId;

    public override long Cost => count;

    public override int NextDoc() => Advance(_docId + 1);

    public override int Advance(int target)
    {
        int index = target >> 6;
        if (index >= words.Length)
        {
            return _docId = Exhausted;
        }

        ulong word = words[index] >> target;
        if (word != 0)
        {
            return _docId = target + BitOperations.TrailingZeroCount(word);
        }

        while (++index < words.Length)
        {
            if (words[index] != 0)
            {
                return _docId = (index << 6) + BitOperations.TrailingZeroCount(words[index]);
            }
        }

        return _docId = Exhausted;
    }
}
