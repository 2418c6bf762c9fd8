namespace ScoSearch.Lucene.Index.Inverting;

/// <summary>The strings of a <see cref="BytesHash"/> by rising bytes: ordinals for numbers and back. Immutable as long
/// as the hash is.</summary>
internal sealed class SortedDictionary
{
    private readonly BytesHash _strings;
    private readonly int[] _idOfOrd;
    private readonly int[] _ordOfId;

    public SortedDictionary(BytesHash strings)
    {
        _strings = strings;
        _idOfOrd = BytesSorter.Sort(strings);
        _ordOfId = new int[_idOfOrd.Length];
        for (int ord = 0; ord < _idOfOrd.Length; ord++)
        {
            _ordOfId[_idOfOrd[ord]] = ord;
        }
    }

    /// <summary>Ordinal of a string by its number in the hash.</summary>
    public int OrdOf(int id) => _ordOfId[id];

    /// <summary>The strings in one array, in their order.</summary>
    /// <param name="offsets">Start of each string, and the end of the last one.</param>
    public byte[] Concatenate(out int[] offsets)
    {
        offsets = new int[_idOfOrd.Length + 1];
        for (int ord = 0; ord < _idOfOrd.Length; ord++)
        {
            offsets[ord + 1] = checked(offsets[ord] + _strings[_idOfOrd[ord]].Length);
        }

        byte[] bytes = new byte[offsets[^1]];
        for (int ord = 0; ord < _idOfOrd.Length; ord++)
        {
            _strings[_idOfOrd[ord]].CopyTo(bytes.AsSpan(offsets[ord]));
        }

        return bytes;
    }
}
