using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>The weights of all edges between the short words of a graph.</summary>
/// <remarks>
/// First the home places of all pairs are computed and asked for, then all pairs are looked up: see
/// <see cref="CacheLine"/>. Not thread-safe; no allocation.
/// </remarks>
internal sealed class GraphWeights
{
    private readonly SmartChineseLexicon _lexicon;

    // One for each symbol and three for each word of two.
    private readonly PairLookup[] _lookups = new PairLookup[4 * SymbolSequence.Room];

    /// <summary>Creates the room.</summary>
    public GraphWeights(SmartChineseLexicon lexicon) => _lexicon = lexicon;

    /// <summary>The weights by place: the number of the symbol that follows.</summary>
    public PlaceWeights[] Places { get; } = new PlaceWeights[SymbolSequence.Room];

    /// <summary>Computes the weights.</summary>
    public void Compute(SymbolSequence symbols, GraphWords words)
    {
        AddOnes(symbols);
        AddTwos(symbols, words);
        LookUp(symbols.Count + (3 * words.TwoCount));
    }

    // Safety, for this and the next methods: the lookups and the places have room for all symbols; slots are the
    // lexicon's, which has checked that all home places and those behind are inside its table.
    private void AddOnes(SymbolSequence symbols)
    {
        ref LexiconNode nodes = ref MemoryMarshal.GetArrayDataReference(_lexicon.Nodes);
        ref uint pairs = ref MemoryMarshal.GetArrayDataReference(_lexicon.Pairs);
        ref Symbol symbol = ref MemoryMarshal.GetArrayDataReference(symbols.Items);
        ref PairLookup lookup = ref MemoryMarshal.GetArrayDataReference(_lookups);
        ref PlaceWeights places = ref MemoryMarshal.GetArrayDataReference(Places);
        Vector128<double> none = Vector128.Create(double.PositiveInfinity);
        int count = symbols.Count;

        // The first symbol is a marker, to which no edge leads; its weight is looked up with the rest but not used.
        ref readonly LexiconNode left = ref nodes;
        for (int i = 0; i < count; i++)
        {
            ref readonly LexiconNode right = ref Unsafe.Add(ref nodes, symbol.Slot);
            Set(ref lookup, in left, in right, PlaceWeights.Size * i, ref pairs);
            places.FromOne = none;
            places.FromTwo = none;
            left = ref right;
            symbol = ref Unsafe.Add(ref symbol, 1);
            lookup = ref Unsafe.Add(ref lookup, 1);
            places = ref Unsafe.Add(ref places, 1);
        }
    }

    // Edges to a word of two symbols and from it on, whether or not a word of two follows: if none does, the cost of one
    // that does not exist becomes finite, but no edge leads on from it.
    private void AddTwos(SymbolSequence symbols, GraphWords words)
    {
        ref LexiconNode nodes = ref MemoryMarshal.GetArrayDataReference(_lexicon.Nodes);
        ref uint pairs = ref MemoryMarshal.GetArrayDataReference(_lexicon.Pairs);
        ref Symbol allSymbols = ref MemoryMarshal.GetArrayDataReference(symbols.Items);
        ref uint twos = ref MemoryMarshal.GetArrayDataReference(words.Twos);
        ref PairLookup lookup = ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_lookups), symbols.Count);
        foreach (int start in words.TwoStarts)
        {
            ref readonly LexiconNode word = ref Unsafe.Add(ref nodes, Unsafe.Add(ref twos, start));
            ref readonly LexiconNode before = ref Unsafe.Add(ref nodes, Unsafe.Add(ref allSymbols, start - 1).Slot);
            ref readonly LexiconNode one = ref Unsafe.Add(ref nodes, Unsafe.Add(ref allSymbols, start + 2).Slot);
            ref readonly LexiconNode two = ref Unsafe.Add(ref nodes, Unsafe.Add(ref twos, start + 2));
            int place = PlaceWeights.Size * start;
            int end = place + (2 * PlaceWeights.Size);
            Set(ref lookup, in before, in word, place + PlaceWeights.OneToTwo, ref pairs);
            Set(ref Unsafe.Add(ref lookup, 1), in word, in one, end + PlaceWeights.TwoToOne, ref pairs);
            Set(ref Unsafe.Add(ref lookup, 2), in word, in two, end + PlaceWeights.TwoToTwo, ref pairs);
            lookup = ref Unsafe.Add(ref lookup, 3);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Set(
        ref PairLookup lookup, ref readonly LexiconNode left, ref readonly LexiconNode right, int target, ref uint pairs)
    {
        uint column = right.Column;
        uint home = left.Row.Start + left.Row.Home(column);
        lookup.Home = home;
        lookup.Column = (ushort)column;
        lookup.AbsentWeight = left.AbsentWeight;
        lookup.Target = target;
        CacheLine.Prefetch(in Unsafe.Add(ref pairs, home));
    }

    private void LookUp(int count)
    {
        ref PairLookup lookup = ref MemoryMarshal.GetArrayDataReference(_lookups);
        ref double targets = ref Unsafe.As<PlaceWeights, double>(ref MemoryMarshal.GetArrayDataReference(Places));
        for (int i = 0; i < count; i++)
        {
            Unsafe.Add(ref targets, lookup.Target) = _lexicon.Weight(lookup.Home, lookup.Column, lookup.AbsentWeight);
            lookup = ref Unsafe.Add(ref lookup, 1);
        }
    }
}
