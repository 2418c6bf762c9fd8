namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>
/// Where the pairs of one left word are: a small hash table over right words, by multiplication and linear search
/// behind the home place.
/// </summary>
internal readonly struct PairRow
{
    /// <summary>Largest start that fits.</summary>
    public const int MaxStart = (1 << BitsShift) - 1;

    private const uint GoldenRatio = 0x9E3779B1;
    private const int BitsShift = 24;

    /// <summary>Creates a row.</summary>
    /// <param name="start">Index of the first entry.</param>
    /// <param name="bits">Logarithm of the number of home places, 0 to 15.</param>
    /// <param name="seed">Makes the multiplier; odd.</param>
    public PairRow(uint start, int bits, ushort seed)
        : this(start | ((uint)bits << BitsShift), seed)
    {
    }

    /// <summary>A row from its packed form.</summary>
    public PairRow(uint place, ushort seed)
    {
        Place = place;
        Seed = seed;
    }

    /// <summary>A row without pairs: it has the one free entry 0.</summary>
    public static PairRow None => new(0, 0, 1);

    /// <summary>Start and bits, as packed.</summary>
    public uint Place { get; }

    /// <summary>Seed of the multiplier.</summary>
    public ushort Seed { get; }

    /// <summary>Index of the first entry.</summary>
    public uint Start => Place & MaxStart;

    /// <summary>Number of home places, a power of two.</summary>
    public uint HomeCount => 1u << (int)(Place >> BitsShift);

    /// <summary>Multiplier of the hash.</summary>
    public uint Multiplier => Seed * GoldenRatio;

    /// <summary>Right shift of the 32-bit product, 17 to 32.</summary>
    public int Shift => 32 - (int)(Place >> BitsShift);

    /// <summary>Home place of a right word, counted from <see cref="Start"/>.</summary>
    public uint Home(uint column) => (uint)((ulong)(column * Multiplier) >> Shift);
}
