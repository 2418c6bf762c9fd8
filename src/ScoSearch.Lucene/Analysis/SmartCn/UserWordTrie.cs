using System.Text;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// The words of a user dictionary as a trie in flat arrays: one hash table from (node, character) to node. Immutable;
/// thread-safe.
/// </summary>
internal sealed class UserWordTrie
{
    private const ulong GoldenRatio = 0x9E3779B97F4A7C15;

    // Key (node << 16 | unit) + 1, 0 = free; the node it leads to at the same index. Power of two, at most half full.
    private readonly ulong[] _keys;
    private readonly int[] _targets;
    private readonly int _shift;

    // Word number of each node, -1 = none; bit for each unit that begins a word.
    private readonly int[] _wordOfNode;
    private readonly ulong[] _firstUnits = new ulong[1024];
    private readonly string[] _words;
    private readonly int[] _frequencies;

    // Without the generic code of the other constructor, which would have to be compiled when the program starts.
    private UserWordTrie()
    {
        _words = [];
        _frequencies = [];
        _keys = new ulong[2];
        _targets = new int[2];
        _shift = 63;
        _wordOfNode = [-1];
    }

    /// <summary>Builds the trie of words in matching form.</summary>
    public UserWordTrie(IReadOnlyCollection<KeyValuePair<string, int>> words)
    {
        _words = new string[words.Count];
        _frequencies = new int[words.Count];
        int units = 0;
        if (words.Count > 0)
        {
            int number = 0;
            foreach ((string word, int frequency) in words)
            {
                _words[number] = word;
                _frequencies[number++] = frequency;
                units += word.Length;
            }
        }

        int transitions = Math.Max(8, 2 * units);
        int bits = 64 - System.Numerics.BitOperations.LeadingZeroCount((ulong)transitions);
        _keys = new ulong[1 << bits];
        _targets = new int[1 << bits];
        _shift = 64 - bits;
        List<int> wordOfNode = [-1];
        for (int word = 0; word < _words.Length; word++)
        {
            Insert(word, wordOfNode);
        }

        _wordOfNode = [.. wordOfNode];
    }

    /// <summary>A trie without words.</summary>
    public static UserWordTrie Empty { get; } = new();

    /// <summary>True without words.</summary>
    public bool IsEmpty => _words.Length == 0;

    /// <summary>A word in matching form.</summary>
    public string Word(int number) => _words[number];

    /// <summary>The frequency of a word.</summary>
    public int Frequency(int number) => _frequencies[number];

    /// <summary>The word that ends at a node; -1 when none does.</summary>
    public int WordAt(int node) => _wordOfNode[node];

    /// <summary>True when a word begins with a unit in matching form.</summary>
    public bool Begins(char unit) => (_firstUnits[unit >> 6] >> (unit & 63) & 1) != 0;

    /// <summary>The node after one more unit in matching form; -1 when there is none. Node 0 is the root.</summary>
    public int Child(int node, char unit)
    {
        int index = Find(Key(node, unit));
        return _keys[index] == 0 ? -1 : _targets[index];
    }

    /// <summary>Matching form of one unit: half width, ASCII letters in lower case, white space as a blank.</summary>
    public static char ToMatchingForm(char unit)
    {
        char narrow = unit is >= '\uFF01' and <= '\uFF5E' ? (char)(unit - 0xFEE0) : unit;
        return char.IsAsciiLetterUpper(narrow) ? (char)(narrow | 0x20)
            : CharacterTypes.IsSpace(narrow) ? ' ' : narrow;
    }

    /// <summary>
    /// Matching form of a word: of each unit, without white space around it, and with one blank for each run inside.
    /// </summary>
    public static string ToMatchingForm(string word)
    {
        StringBuilder form = new(word.Length);
        foreach (char unit in word)
        {
            char matching = ToMatchingForm(unit);
            if (matching != ' ' || (form.Length > 0 && form[^1] != ' '))
            {
                form.Append(matching);
            }
        }

        return form.ToString().TrimEnd(' ');
    }

    private static ulong Key(int node, char unit) => (((ulong)(uint)node << 16) | unit) + 1;

    private void Insert(int word, List<int> wordOfNode)
    {
        int node = 0;
        char first = _words[word][0];
        _firstUnits[first >> 6] |= 1UL << (first & 63);
        foreach (char unit in _words[word])
        {
            ulong key = Key(node, unit);
            int index = Find(key);
            if (_keys[index] == 0)
            {
                _keys[index] = key;
                _targets[index] = wordOfNode.Count;
                wordOfNode.Add(-1);
            }

            node = _targets[index];
        }

        wordOfNode[node] = word;
    }

    private int Find(ulong key)
    {
        int mask = _keys.Length - 1;
        int index = (int)(key * GoldenRatio >> _shift);
        while (_keys[index] != 0 && _keys[index] != key)
        {
            index = (index + 1) & mask;
        }

        return index;
    }
}
