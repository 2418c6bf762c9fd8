using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>Cuts one sentence into words: the cheapest path through the graph of all dictionary words in it.</summary>
/// <remarks>
/// <para>
/// The graph has a node for each word that begins at each place, and an edge from each word to those that begin where
/// it ends (behind white space). An edge costs minus the logarithm of a smoothed bigram probability, so the cheapest
/// path is the likeliest sequence of words. 中国人民: nodes 中, 中国, 国, 国人, 人, 人民, 民; the cheapest path is 中国, 人民.
/// </para>
/// <para>
/// Nodes are created in ascending order of their start, shorter ones first, and each is given its best predecessor at
/// once: all words that end before it exist already. Among equal costs the earliest node wins. Costs are summed as
/// (cost so far + one weight); the order is relied on for exact ties. Not thread-safe; no allocation once its arrays
/// fit the longest sentence.
/// </para>
/// </remarks>
internal sealed class HmmSegmenter
{
    private readonly SmartChineseLexicon _lexicon = SmartChineseLexicon.Instance;
    private readonly ushort[] _codes;
    private readonly LexiconNode[] _lexiconNodes;
    private readonly uint[] _pairs;
    private readonly double[] _weights;
    private readonly int _specialStart;

    private GraphNode[] _nodes = new GraphNode[512];
    private int _nodeCount;

    // First and last node of the list of nodes after which a place of the sentence is reached, by place; -1 = none.
    // Invariant between sentences: all first nodes are -1.
    private int[] _firstArrival = [];
    private int[] _lastArrival = [];
    private int[] _path = new int[64];

    // User words of the sentence, and the next one to come; nothing may reach across its start.
    private readonly UserWordMatcher _userWords = new();
    private int _nextUserWord;
    private int _limit;

    /// <summary>Creates a segmenter over the shared lexicon.</summary>
    public HmmSegmenter()
    {
        _codes = _lexicon.Codes;
        _lexiconNodes = _lexicon.Nodes;
        _pairs = _lexicon.Pairs;
        _weights = _lexicon.Weights;
        _specialStart = _lexicon.SpecialStart;
    }

    /// <summary>Number of words of the sentence.</summary>
    public int WordCount { get; private set; }

    /// <summary>A word of the sentence: its node.</summary>
    public ref readonly GraphNode Word(int index) => ref _nodes[_path[WordCount - 1 - index]];

    /// <summary>User words, from the next sentence on.</summary>
    public UserDictionary UserWords
    {
        set => _userWords.Trie = value.Trie;
    }

    /// <summary>The text of a user word.</summary>
    /// <param name="node">A word whose node says that it is one.</param>
    public string UserTerm(ref readonly GraphNode node) => _userWords.Term(node.UserWord);

    /// <summary>Cuts a sentence; the words stay until the next call.</summary>
    public void Segment(ReadOnlySpan<char> sentence)
    {
        Prepare(sentence.Length);
        _userWords.Match(sentence);
        _nextUserWord = 0;
        _limit = _userWords.Count == 0 ? sentence.Length : _userWords[0].Start;
        int place = SkipSpaces(sentence, 0);
        _nodeCount = 1;
        ref GraphNode begin = ref _nodes[0];
        begin.Cost = 0;
        SetStatistics(ref begin, in Special(SpecialNode.Begin));
        Arrive(0, place);
        while (place < sentence.Length)
        {
            int end = place == _limit ? AddUserWord(sentence) : AddNodes(sentence, place);
            _firstArrival[place] = -1;
            place = SkipSpaces(sentence, end);
        }

        TracePath(AddEnd(sentence.Length));
    }

    private void Prepare(int length)
    {
        if (_firstArrival.Length <= length)
        {
            int size = Math.Max(length + 1, 1025);
            _firstArrival = new int[size];
            _lastArrival = new int[size];
            Array.Fill(_firstArrival, -1);
        }
    }

    // The only node at its place, and no other word reaches into it: every path goes through it.
    private int AddUserWord(ReadOnlySpan<char> sentence)
    {
        UserMatch match = _userWords[_nextUserWord];
        uint slot = _lexicon.Find(_userWords.Term(_nextUserWord));
        int number = slot != 0
            ? Add(in _lexiconNodes[slot], match.Start, match.End, SkipSpaces(sentence, match.End))
            : Add(in Special(SpecialNode.Unknown), match.Start, match.End, SkipSpaces(sentence, match.End));
        _nodes[number].UserWord = _nextUserWord++;
        _limit = _nextUserWord == _userWords.Count ? sentence.Length : _userWords[_nextUserWord].Start;
        return match.End;
    }

    // Adds all words that begin at a place. Returns the next place where a word can begin, before white space.
    private int AddNodes(ReadOnlySpan<char> sentence, int start)
    {
        char unit = sentence[start];
        if (unit is >= CharacterTypes.FirstHan and <= CharacterTypes.LastHan)
        {
            AddWords(sentence, start);
            return start + 1;
        }

        switch (CharacterTypes.Of(unit))
        {
            case CharacterType.Letter or CharacterType.WideLetter:
                return AddSpecial(sentence, start, LetterRunEnd(sentence, start), SpecialNode.String);
            case CharacterType.Digit or CharacterType.WideDigit:
                return AddSpecial(sentence, start, DigitRunEnd(sentence, start), SpecialNode.Number);
            case CharacterType.Delimiter:
                return AddSpecial(sentence, start, start + 1, _codes[unit]);
            case CharacterType.Surrogate:
                bool isPair = char.IsHighSurrogate(unit) && start + 1 < sentence.Length
                    && char.IsLowSurrogate(sentence[start + 1]);
                return AddSpecial(sentence, start, start + (isPair ? 2 : 1), SpecialNode.Unknown);
            default:
                return AddSpecial(sentence, start, start + 1, SpecialNode.String);
        }
    }

    // Dictionary words that begin with a Han character, and the character itself, dictionary word or not.
    private void AddWords(ReadOnlySpan<char> sentence, int start)
    {
        uint slot = _codes[sentence[start]];
        if (slot == 0)
        {
            AddSpecial(sentence, start, start + 1, SpecialNode.Unknown);
            return;
        }

        int end = start + 1;
        int next = SkipSpaces(sentence, end);
        Add(in _lexiconNodes[slot], start, end, next);
        uint slotBase = _lexiconNodes[slot].Base;
        while (next < _limit && sentence[next] is >= CharacterTypes.FirstHan and <= CharacterTypes.LastHan)
        {
            uint code = _codes[sentence[next]];
            uint child = slotBase + code;
            ref readonly LexiconNode node = ref _lexiconNodes[child];
            if (code == 0 || node.Parent != slot)
            {
                return;
            }

            end = next + 1;
            next = SkipSpaces(sentence, end);
            if (node.IsWord)
            {
                Add(in node, start, end, next);
            }

            slot = child;
            slotBase = node.Base;
        }
    }

    private int AddSpecial(ReadOnlySpan<char> sentence, int start, int end, int special)
    {
        Add(in Special(special), start, end, SkipSpaces(sentence, end));
        return end;
    }

    private int Add(ref readonly LexiconNode word, int start, int end, int next)
    {
        if (_nodeCount == _nodes.Length)
        {
            Array.Resize(ref _nodes, 2 * _nodes.Length);
        }

        int number = _nodeCount++;
        ref GraphNode node = ref _nodes[number];
        node.Start = start;
        node.End = end;
        node.UserWord = -1;
        FindPredecessor(ref node, start, word.Column);
        SetStatistics(ref node, in word);
        Arrive(number, next);
        return number;
    }

    private void FindPredecessor(ref GraphNode node, int place, uint column)
    {
        // Safety: the first access is checked; the others follow the list of arrivals, whose numbers Arrive has checked.
        ref GraphNode nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        int left = _firstArrival[place];
        ref readonly GraphNode candidate = ref _nodes[left];
        double best = EdgeCost(in candidate, column);
        int predecessor = left;
        left = candidate.NextArrival;
        while (left >= 0)
        {
            candidate = ref Unsafe.Add(ref nodes, left);
            double cost = EdgeCost(in candidate, column);

            // Without branches: which of two words wins is what a processor cannot guess.
            bool wins = cost < best;
            best = double.MinNative(cost, best);
            predecessor ^= (predecessor ^ left) & -Unsafe.BitCast<bool, byte>(wins);
            left = candidate.NextArrival;
        }

        node.Cost = best;
        node.Predecessor = predecessor;
    }

    // Cost of the path through a node and on to a word with a column.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private double EdgeCost(ref readonly GraphNode left, uint column)
    {
        // Safety: SmartChineseLexicon checks when it loads that start + home place of every row is inside the pair table,
        // and its table of weights has a place for every index of 16 bits.
        uint index = left.RowStart + (uint)((ulong)(column * left.RowMultiplier) >> left.RowShift);
        uint entry = Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_pairs), index);

        // All bits set if the entry belongs to the pair, else none. No branch: it would be as good as random.
        uint known = (uint)(((int)((entry >> PairEntry.ColumnShift) ^ column) - 1) >> 31);
        if ((entry & PairEntry.PassedFlag & ~known) != 0)
        {
            return EdgeCostBehind(in left, column, index + 1);
        }

        uint weight = left.AbsentWeight ^ ((left.AbsentWeight ^ (entry & PairEntry.WeightMask)) & known);
        return left.Cost + Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_weights), weight);
    }

    // The home place is taken by another pair and somebody passed it.
    private double EdgeCostBehind(ref readonly GraphNode left, uint column, uint index)
    {
        while (true)
        {
            uint entry = _pairs[index++];
            if (entry >> PairEntry.ColumnShift == column)
            {
                return left.Cost + _weights[entry & PairEntry.WeightMask];
            }

            if ((entry & PairEntry.PassedFlag) == 0)
            {
                return left.Cost + _weights[left.AbsentWeight];
            }
        }
    }

    private static void SetStatistics(ref GraphNode node, ref readonly LexiconNode word)
    {
        PairRow row = word.Row;
        node.RowStart = row.Start;
        node.RowMultiplier = row.Multiplier;
        node.RowShift = row.Shift;
        node.AbsentWeight = word.AbsentWeight;
    }

    // Appends, so that the nodes of a place stand in ascending order.
    private void Arrive(int node, int place)
    {
        _nodes[node].NextArrival = -1;
        if (_firstArrival[place] < 0)
        {
            _firstArrival[place] = node;
        }
        else
        {
            _nodes[_lastArrival[place]].NextArrival = node;
        }

        _lastArrival[place] = node;
    }

    private int AddEnd(int length)
    {
        GraphNode end = default;
        FindPredecessor(ref end, length, Special(SpecialNode.End).Column);
        _firstArrival[length] = -1;
        return end.Predecessor;
    }

    // The path from the last word back to the first; node 0 is the begin.
    private void TracePath(int lastWord)
    {
        WordCount = 0;
        for (int node = lastWord; node > 0; node = _nodes[node].Predecessor)
        {
            if (WordCount == _path.Length)
            {
                Array.Resize(ref _path, 2 * WordCount);
            }

            _path[WordCount++] = node;
        }
    }

    private ref readonly LexiconNode Special(int number) => ref _lexiconNodes[_specialStart + number];

    private static int SkipSpaces(ReadOnlySpan<char> sentence, int index)
    {
        // The first test alone decides for Han characters.
        while (index < sentence.Length && sentence[index] <= '\u3000' && CharacterTypes.IsSpace(sentence[index]))
        {
            index++;
        }

        return index;
    }

    private static int LetterRunEnd(ReadOnlySpan<char> sentence, int index)
    {
        while (index < sentence.Length && CharacterTypes.IsLetter(sentence[index]))
        {
            index++;
        }

        return index;
    }

    private static int DigitRunEnd(ReadOnlySpan<char> sentence, int index)
    {
        while (index < sentence.Length && CharacterTypes.IsDigit(sentence[index]))
        {
            index++;
        }

        return index;
    }
}
