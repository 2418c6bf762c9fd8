using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>The dictionary words of a sequence of symbols, by the symbol with which they begin.</summary>
/// <remarks>
/// Every symbol is a word. About every fourth character begins a word of two, and few begin longer ones, so words of
/// two symbols have a place in an array, and only longer ones are kept in lists. All beginnings take their next step in
/// the trie together, so that a step waits neither for the memory of the one before nor for a guess where words end.
/// Not thread-safe; no allocation once its array fits.
/// </remarks>
internal sealed class GraphWords
{
    private const byte Departs = 1;
    private const byte Arrives = 2;

    private readonly LexiconNode[] _nodes;
    private readonly uint[] _checks;

    // Slots of the words of two symbols by first symbol; 0 = none. While words are searched: of the candidates.
    private readonly uint[] _twos = new uint[SymbolSequence.Room];
    private readonly int[] _twoStarts = new int[SymbolSequence.Room];

    // Beginnings that go on, and the slots that they have reached.
    private readonly int[] _openStarts = new int[SymbolSequence.Room];
    private readonly uint[] _openSlots = new uint[SymbolSequence.Room];

    // By place: whether a long word begins or ends there, and the first of each list, which counts only then.
    private readonly byte[] _hasLong = new byte[SymbolSequence.Room];
    private readonly int[] _firstDeparture = new int[SymbolSequence.Room];
    private readonly int[] _firstArrival = new int[SymbolSequence.Room];
    private LongWord[] _longs = new LongWord[64];
    private int _longCount;

    /// <summary>Creates an empty graph.</summary>
    public GraphWords(SmartChineseLexicon lexicon)
    {
        _nodes = lexicon.Nodes;
        _checks = lexicon.Checks;
    }

    /// <summary>The lexicon node of the word of two symbols that begins with each symbol; 0 = none.</summary>
    public uint[] Twos => _twos;

    /// <summary>The first symbols of the words of two.</summary>
    public ReadOnlySpan<int> TwoStarts => _twoStarts.AsSpan(0, TwoCount);

    /// <summary>Number of words of two symbols.</summary>
    public int TwoCount { get; private set; }

    /// <summary>By place: not 0 where a word of three symbols or more begins or ends.</summary>
    public byte[] HasLong => _hasLong;

    /// <summary>A word of three symbols or more.</summary>
    public ref LongWord Long(int number) => ref _longs[number];

    /// <summary>The first of the long words that begin at a place; -1 for none.</summary>
    public int FirstDeparture(int place) => (_hasLong[place] & Departs) != 0 ? _firstDeparture[place] : -1;

    /// <summary>The longest of the long words that end at a place; -1 for none.</summary>
    public int FirstArrival(int place) => (_hasLong[place] & Arrives) != 0 ? _firstArrival[place] : -1;

    /// <summary>Finds the words.</summary>
    public void Find(SymbolSequence symbols)
    {
        int count = symbols.Count;
        ref Symbol first = ref MemoryMarshal.GetArrayDataReference(symbols.Items);
        FindCandidates(ref first, count);
        int open = KeepWordsOfTwo(ref first, count);
        _twos[count] = 0;
        _longCount = 0;
        _hasLong.AsSpan(0, count + 1).Clear();
        for (int length = 2; open > 0; length++)
        {
            int reached = TakeStep(ref first, open, length);
            open = KeepLongWords(reached, length + 1);
        }
    }

    // Safety, for this and the next methods: symbols have slots of the lexicon, whose base and any code stay inside the
    // arrays (checked when it is loaded); all arrays by symbol have room for more symbols than there are.
    private void FindCandidates(ref Symbol symbol, int count)
    {
        ref LexiconNode nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref uint checks = ref MemoryMarshal.GetArrayDataReference(_checks);
        ref uint candidate = ref MemoryMarshal.GetArrayDataReference(_twos);
        for (int i = 0; i < count; i++)
        {
            uint slotBase = Unsafe.Add(ref nodes, symbol.Slot).Base;
            symbol = ref Unsafe.Add(ref symbol, 1);
            candidate = slotBase + symbol.Code;
            CacheLine.Prefetch(in Unsafe.Add(ref checks, candidate));
            candidate = ref Unsafe.Add(ref candidate, 1);
        }
    }

    private int KeepWordsOfTwo(ref Symbol symbols, int count)
    {
        ref LexiconNode nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref uint checks = ref MemoryMarshal.GetArrayDataReference(_checks);
        ref uint twos = ref MemoryMarshal.GetArrayDataReference(_twos);
        ref int twoStarts = ref MemoryMarshal.GetArrayDataReference(_twoStarts);
        ref int openStarts = ref MemoryMarshal.GetArrayDataReference(_openStarts);
        ref uint openSlots = ref MemoryMarshal.GetArrayDataReference(_openSlots);
        int open = 0;
        int words = 0;
        for (nint i = 0; i < count; i++)
        {
            // Without branches, which would be as good as random: always written, only counted if it is one.
            uint slot = Unsafe.Add(ref twos, i);
            uint check = Unsafe.Add(ref checks, slot);
            uint exists = LexiconCheck.HasParent(check, Unsafe.Add(ref symbols, i).Slot);
            Unsafe.Add(ref openStarts, open) = (int)i;
            Unsafe.Add(ref openSlots, open) = slot;
            open += (int)(exists & LexiconCheck.GoesOn(check));
            uint isWord = exists & LexiconCheck.IsWord(check);
            slot &= 0u - isWord;
            CacheLine.Prefetch(in Unsafe.Add(ref nodes, slot));
            Unsafe.Add(ref twos, i) = slot;
            Unsafe.Add(ref twoStarts, words) = (int)i;
            words += (int)isWord;
        }

        TwoCount = words;
        return open;
    }

    // Leads the open beginnings of a length one symbol on and keeps those that are in the trie.
    private int TakeStep(ref Symbol symbols, int open, int length)
    {
        ref LexiconNode nodes = ref MemoryMarshal.GetArrayDataReference(_nodes);
        ref uint checks = ref MemoryMarshal.GetArrayDataReference(_checks);
        ref int openStarts = ref MemoryMarshal.GetArrayDataReference(_openStarts);
        ref uint openSlots = ref MemoryMarshal.GetArrayDataReference(_openSlots);
        int kept = 0;
        for (int i = 0; i < open; i++)
        {
            int start = Unsafe.Add(ref openStarts, i);
            uint slot = Unsafe.Add(ref openSlots, i);
            uint child = Unsafe.Add(ref nodes, slot).Base + Unsafe.Add(ref symbols, start + length).Code;
            Unsafe.Add(ref openStarts, kept) = start;
            Unsafe.Add(ref openSlots, kept) = child;
            kept += (int)LexiconCheck.HasParent(Unsafe.Add(ref checks, child), slot);
        }

        return kept;
    }

    // Takes the words of a length among the open beginnings and keeps the beginnings that go on.
    private int KeepLongWords(int open, int length)
    {
        int kept = 0;
        for (int i = 0; i < open; i++)
        {
            int start = _openStarts[i];
            uint slot = _openSlots[i];
            uint check = _checks[slot];
            if (LexiconCheck.IsWord(check) != 0)
            {
                AddLong(start, start + length, slot);
            }

            _openStarts[kept] = start;
            _openSlots[kept] = slot;
            kept += (int)LexiconCheck.GoesOn(check);
        }

        return kept;
    }

    // Longer words come later, so that in front of the list of arrivals is the longest, which starts first.
    private void AddLong(int start, int end, uint slot)
    {
        if (_longCount == _longs.Length)
        {
            Array.Resize(ref _longs, 2 * _longCount);
        }

        int number = _longCount++;
        ref LongWord word = ref _longs[number];
        word.Slot = slot;
        word.Start = start;
        word.NextDeparture = FirstDeparture(start);
        word.NextArrival = FirstArrival(end);
        _firstDeparture[start] = number;
        _firstArrival[end] = number;
        _hasLong[start] |= Departs;
        _hasLong[end] |= Arrives;
    }
}
