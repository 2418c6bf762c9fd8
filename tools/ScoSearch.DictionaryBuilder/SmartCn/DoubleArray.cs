using ScoSearch.Lucene.Analysis.SmartCn;

namespace ScoSearch.DictionaryBuilder.SmartCn;

/// <summary>Lays a word trie out as a double array. Deterministic: the same words give the same slots.</summary>
internal sealed class DoubleArray
{
    private readonly List<int> _bases = [];
    private readonly List<int> _parents = [];
    private readonly List<bool> _used = [];
    private int _firstFree;

    /// <summary>Slot of the node where each word ends.</summary>
    public Dictionary<string, int> SlotOfWord { get; } = new(StringComparer.Ordinal);

    /// <summary>Number of slots, including a tail long enough that base + code never leaves the array.</summary>
    public int SlotCount { get; private set; }

    /// <summary>Code of each unit that occurs in a word, from 1.</summary>
    public ushort[] Codes { get; } = new ushort[char.MaxValue + 1];

    /// <summary>Parent slot of a slot.</summary>
    public int Parent(int slot) => slot < _parents.Count ? _parents[slot] : 0;

    /// <summary>Base of a slot.</summary>
    public int Base(int slot) => slot < _bases.Count ? _bases[slot] : 0;

    /// <summary>Builds the array of words and their frequencies; what is frequent gets close together.</summary>
    public static DoubleArray Build(IReadOnlyCollection<KeyValuePair<string, int>> words)
    {
        DoubleArray array = new();
        int maxCode = array.AssignCodes(words.Select(static word => word.Key));
        TrieNode root = new();
        foreach ((string word, int frequency) in words)
        {
            root.Add(word, frequency);
        }

        array.Place(root, maxCode);
        return array;
    }

    // The commonest characters get the smallest codes, which makes the children of a node lie close together.
    private int AssignCodes(IEnumerable<string> words)
    {
        int[] counts = new int[char.MaxValue + 1];
        foreach (char character in words.SelectMany(static word => word))
        {
            counts[character]++;
        }

        int[] order = [.. Enumerable.Range(0, counts.Length).Where(unit => counts[unit] > 0)
            .OrderByDescending(unit => counts[unit]).ThenBy(static unit => unit)];
        for (int i = 0; i < order.Length; i++)
        {
            Codes[order[i]] = (ushort)(i + 1);
        }

        return order.Length;
    }

    private void Place(TrieNode root, int maxCode)
    {
        // The root has base 0: slot = code. All first-level slots are reserved, so that a code is always a valid slot.
        Grow(maxCode + 1);
        for (int slot = 0; slot <= maxCode; slot++)
        {
            _used[slot] = true;
        }

        _firstFree = maxCode + 1;
        List<(TrieNode Node, int Slot)> level = [];
        foreach ((char character, TrieNode child) in root.Children)
        {
            level.Add((child, Codes[character]));
        }

        while (level.Count > 0)
        {
            // Frequent nodes first, so that running text touches few cache lines; they also have the most children,
            // which makes them the hardest to place.
            List<(TrieNode Node, int Slot)> next = [];
            foreach ((TrieNode node, int slot) in level.OrderByDescending(static item => item.Node.Frequency)
                .ThenBy(static item => item.Slot))
            {
                PlaceChildren(node, slot, next);
            }

            level = next;
        }

        SlotCount = _bases.Max() + maxCode + 1;
        if (SlotCount > LexiconNode.MaxSlot)
        {
            throw new InvalidOperationException($"{SlotCount} slots do not fit");
        }
    }

    private void PlaceChildren(TrieNode node, int slot, List<(TrieNode Node, int Slot)> next)
    {
        if (node.Word is not null)
        {
            SlotOfWord.Add(node.Word, slot);
        }

        if (node.Children.Count == 0)
        {
            return;
        }

        int[] codes = [.. node.Children.Keys.Select(character => (int)Codes[character]).Order()];
        int candidate = Math.Max(0, _firstFree - codes[0]);
        while (!Fits(candidate, codes))
        {
            candidate++;
        }

        Grow(candidate + codes[^1] + 1);
        _bases[slot] = candidate;
        foreach ((char character, TrieNode child) in node.Children)
        {
            int childSlot = candidate + Codes[character];
            _used[childSlot] = true;
            _parents[childSlot] = slot;
            next.Add((child, childSlot));
        }

        while (_firstFree < _used.Count && _used[_firstFree])
        {
            _firstFree++;
        }
    }

    private bool Fits(int candidate, int[] codes)
    {
        foreach (int code in codes)
        {
            int slot = candidate + code;
            if (slot < _used.Count && _used[slot])
            {
                return false;
            }
        }

        return true;
    }

    private void Grow(int count)
    {
        while (_used.Count < count)
        {
            _used.Add(false);
            _bases.Add(0);
            _parents.Add(0);
        }
    }

    private sealed class TrieNode
    {
        public SortedDictionary<char, TrieNode> Children { get; } = [];

        public string? Word { get; private set; }

        // Sum over the words below.
        public long Frequency { get; private set; }

        public void Add(string word, int frequency)
        {
            TrieNode node = this;
            foreach (char character in word)
            {
                if (!node.Children.TryGetValue(character, out TrieNode? child))
                {
                    child = new TrieNode();
                    node.Children.Add(character, child);
                }

                node = child;
                node.Frequency += frequency;
            }

            node.Word = word;
        }
    }
}
