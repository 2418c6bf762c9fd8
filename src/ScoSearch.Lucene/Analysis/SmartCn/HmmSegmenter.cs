using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>Cuts sentences into words: the cheapest path through the graph of all dictionary words in each.</summary>
/// <remarks>
/// <para>
/// The graph has a node for each word that begins at each place, and an edge from each word to those that begin where
/// it ends (behind white space). An edge costs minus the logarithm of a smoothed bigram probability, so the cheapest
/// path is the likeliest sequence of words. 中国人民: nodes 中, 中国, 国, 国人, 人, 人民, 民; the cheapest path is 中国, 人民.
/// </para>
/// <para>
/// The sentences of a window are cut together, step by step: symbols, words (<see cref="GraphWords"/>), weights
/// (<see cref="GraphWeights"/>), paths. From place to place, the two costs of words of one and of two symbols are
/// computed at once; a place where a longer word begins or ends, about one in twenty, is treated by itself.
/// </para>
/// <para>
/// Among equal costs the word that starts first wins. Costs are summed from the begin of the sentence as (cost so far +
/// one weight); the order is relied on for exact ties. Not thread-safe; no allocation once its arrays fit.
/// </para>
/// </remarks>
internal sealed class HmmSegmenter
{
    // What stands before a word on its best path: the word of one symbol, of two, or a longer one by its number.
    private const int One = 1;
    private const int Two = 2;
    private const int FirstLong = 3;

    // Instead of the two bits of a place: its predecessors are in _longPredecessors.
    private const byte Elsewhere = 4;

    private readonly SmartChineseLexicon _lexicon = SmartChineseLexicon.Instance;
    private readonly SymbolSequence _symbols;
    private readonly GraphWords _words;
    private readonly GraphWeights _weights;
    private readonly UserWordMatcher _userWords = new();

    // Place of the end marker of each sentence.
    private readonly int[] _ends = new int[SymbolSequence.MaxUnits];
    private int _sentenceCount;

    // By place: costs of the best paths through the words of one and of two symbols that begin there; for each a bit
    // that is set if the word of one symbol stands before it, clear if that of two.
    private readonly Vector128<double>[] _costs = new Vector128<double>[SymbolSequence.Room];
    private readonly byte[] _predecessors = new byte[SymbolSequence.Room];
    private readonly int[] _longPredecessors = new int[2 * SymbolSequence.Room];

    // The words fill the end of the array.
    private readonly WordSpan[] _path = new WordSpan[SymbolSequence.MaxUnits];
    private int _firstWord = SymbolSequence.MaxUnits;

    /// <summary>Creates a segmenter over the shared lexicon.</summary>
    public HmmSegmenter()
    {
        _symbols = new SymbolSequence(_lexicon);
        _words = new GraphWords(_lexicon);
        _weights = new GraphWeights(_lexicon);
    }

    /// <summary>Number of words of the sentences that were cut last.</summary>
    public int WordCount => _path.Length - _firstWord;

    /// <summary>A word, in the order of the text.</summary>
    public ref readonly WordSpan Word(int index) => ref _path[_firstWord + index];

    /// <summary>User words, from the next sentence on.</summary>
    public UserDictionary UserWords
    {
        set => _userWords.Trie = value.Trie;
    }

    /// <summary>The text of a user word.</summary>
    /// <param name="word">A word that says that it is one.</param>
    public string UserTerm(ref readonly WordSpan word) => _userWords.Text(word.UserWord - 1);

    /// <summary>Begins with the first sentence of a window; the words of the last one are gone.</summary>
    public void Clear()
    {
        _symbols.Clear();
        _sentenceCount = 0;
        _firstWord = _path.Length;
    }

    /// <summary>Adds a sentence that follows those added since <see cref="Clear"/>.</summary>
    /// <param name="window">At most <see cref="SymbolSequence.MaxUnits"/> units.</param>
    /// <param name="start">First unit of the sentence.</param>
    /// <param name="end">Unit behind the last one; more than <paramref name="start"/>.</param>
    public void Add(ReadOnlySpan<char> window, int start, int end)
    {
        _userWords.Match(window[start..end]);
        _symbols.Add(window, start, end, _userWords);
        _ends[_sentenceCount++] = _symbols.Count - 1;
    }

    /// <summary>Cuts the sentences that were added.</summary>
    public void Segment()
    {
        _words.Find(_symbols);
        _weights.Compute(_symbols, _words);
        for (int i = _sentenceCount - 1; i >= 0; i--)
        {
            int begin = i == 0 ? 0 : _ends[i - 1] + 1;
            FindPath(begin, _ends[i]);
            TracePath(begin, _ends[i]);
        }
    }

    private void FindPath(int begin, int end)
    {
        // Safety: places of symbols, for which all arrays have room.
        ref PlaceWeights weights = ref MemoryMarshal.GetArrayDataReference(_weights.Places);
        ref Vector128<double> costs = ref MemoryMarshal.GetArrayDataReference(_costs);
        ref byte predecessors = ref MemoryMarshal.GetArrayDataReference(_predecessors);
        ref byte hasLong = ref MemoryMarshal.GetArrayDataReference(_words.HasLong);
        Vector128<double> beforeLast = Vector128.Create(double.PositiveInfinity);
        Vector128<double> last = Vector128.Create(0, double.PositiveInfinity);
        Unsafe.Add(ref costs, begin) = last;
        for (nint place = begin + 1; place <= end; place++)
        {
            Vector128<double> cost;
            if (Unsafe.Add(ref hasLong, place) == 0)
            {
                ref readonly PlaceWeights weight = ref Unsafe.Add(ref weights, place);
                Vector128<double> byOne = Vector128.Create(last.ToScalar()) + weight.FromOne;
                Vector128<double> byTwo = Vector128.Create(beforeLast.GetElement(1)) + weight.FromTwo;
                Vector128<double> oneWins = Vector128.LessThan(byOne, byTwo);
                cost = Vector128.ConditionalSelect(oneWins, byOne, byTwo);
                Unsafe.Add(ref predecessors, place) = (byte)oneWins.ExtractMostSignificantBits();
            }
            else
            {
                cost = FindPathsWithLongWords((int)place, last.ToScalar(), beforeLast.GetElement(1));
            }

            Unsafe.Add(ref costs, place) = cost;
            beforeLast = last;
            last = cost;
        }
    }

    // The same at a place where a longer word begins or ends, given the costs of the paths that arrive by short words.
    private Vector128<double> FindPathsWithLongWords(int place, double byOne, double byTwo)
    {
        PlaceWeights weights = _weights.Places[place];
        uint one = _symbols.Items[place].Slot;
        uint two = _words.Twos[place];
        double costOfOne = byOne + weights.FromOne.ToScalar();
        _longPredecessors[2 * place] = ChooseBest(place, one, byTwo + weights.FromTwo.ToScalar(), ref costOfOne);
        double costOfTwo = double.PositiveInfinity;
        if (two != 0)
        {
            costOfTwo = byOne + weights.FromOne.GetElement(1);
            _longPredecessors[(2 * place) + 1] =
                ChooseBest(place, two, byTwo + weights.FromTwo.GetElement(1), ref costOfTwo);
        }

        _predecessors[place] = Elsewhere;
        int next;
        for (int number = _words.FirstDeparture(place); number >= 0; number = next)
        {
            ref LongWord word = ref _words.Long(number);
            uint column = _lexicon.Nodes[word.Slot].Column;
            word.Cost = byOne + _lexicon.Weight(_symbols.Items[place - 1].Slot, column);

            // Finite costs alone do not say that there is such a word; see GraphWeights.
            double onTwo = double.IsFinite(byTwo) && _words.Twos[place - 2] != 0
                ? byTwo + _lexicon.Weight(_words.Twos[place - 2], column) : double.PositiveInfinity;
            word.Predecessor = ChooseBest(place, word.Slot, onTwo, ref word.Cost);
            next = word.NextDeparture;
        }

        return Vector128.Create(costOfOne, costOfTwo);
    }

    // The word before another on the cheapest path to it.
    // cost: that of the path by the word of one symbol; becomes that of the cheapest.
    private int ChooseBest(int place, uint slot, double byTwo, ref double cost)
    {
        double best = double.PositiveInfinity;
        int predecessor = One;
        uint column = _lexicon.Nodes[slot].Column;
        int next;
        for (int number = _words.FirstArrival(place); number >= 0; number = next)
        {
            ref readonly LongWord word = ref _words.Long(number);
            double byLong = word.Cost + _lexicon.Weight(word.Slot, column);
            if (byLong < best)
            {
                best = byLong;
                predecessor = FirstLong + number;
            }

            next = word.NextArrival;
        }

        if (byTwo < best)
        {
            best = byTwo;
            predecessor = Two;
        }

        if (cost < best)
        {
            return One;
        }

        cost = best;
        return predecessor;
    }

    // From the end of a sentence back to its begin.
    private void TracePath(int begin, int end)
    {
        int write = _firstWord;
        int place = end;
        int word = One;
        while (true)
        {
            word = Predecessor(place, word);
            int start = word >= FirstLong ? _words.Long(word - FirstLong).Start : place - word;
            if (start == begin)
            {
                break;
            }

            ref readonly Symbol first = ref _symbols.Items[start];
            int units = _symbols.Items[place - 1].End - first.Start;
            bool isPlainHan = (units == place - start) & (units <= Token.ShortLength) & (first.Code != 0);
            _path[--write] = new WordSpan(first.Start, first.Start + units, first.UserWord, isPlainHan);
            place = start;
        }

        _firstWord = write;
    }

    private int Predecessor(int place, int word)
    {
        if (word >= FirstLong)
        {
            return _words.Long(word - FirstLong).Predecessor;
        }

        byte predecessors = _predecessors[place];
        return predecessors == Elsewhere
            ? _longPredecessors[(2 * place) + word - One]
            : Two - ((predecessors >> (word - One)) & 1);
    }
}
