namespace ScoSearch.Lucene.Analysis.SmartCn;

/// <summary>Where the pairs of one left word are: a small hash table over right words, by multiplication and linear probing.</summary>
internal readonly struct PairRow
{
    /// <summary>Largest start that fits.</summary>
    public const int MaxStart = (1 << 20) - 1;

    private const uint GoldenRatio = 0x9E3779B1;
    private const uint StartMask = (1 << 20) - 1;
    private const int BitsShift = 20;
    private const int ProbesShift = 24;

    private readonly uint _place;
    private readonly ushort _seed;

    /// <summary>Creates a row.</summary>
    /// <param name="start">Index of the first entry.</param>
    /// <param name="bits">Logarithm of the number of home places, 0 to 15.</param>
    /// <param name="probes">How far behind its home place an entry may stand, at most 255.</param>
    /// <param name="seed">Makes the multiplier; odd.</param>
    public PairRow(uint start, int bits, int probes, ushort seed)
        : this(start | ((uint)bits << BitsShift) | ((uint)probes << ProbesShift), seed)
    {
    }

    /// <summary>A row from its packed form.</summary>
    public PairRow(uint place, ushort seed)
    {
        _place = place;
        _seed = seed;
    }

    /// <summary>A row without pairs: it has the one free entry 0.</summary>
    public static PairRow None => new(0, 0, 0, 1);

    /// <summary>Start, bits and probes, as packed.</summary>
    public uint Place => _place;

    /// <summary>Seed of the multiplier.</summary>
    public ushort Seed => _seed;

    /// <summary>Index of the first entry.</summary>
    public uint Start => _place & StartMask;

    /// <summary>How far behind its home place an entry may stand.</summary>
    public uint Probes => _place >> ProbesShift;

    /// <summary>Multiplier of the hash.</summary>
    public uint Multiplier => _seed * GoldenRatio;

    /// <summary>Right shift of the 32-bit product, 17 to 32.</summary>
    public int Shift => 32 - (int)((_place >> BitsShift) & 15);

    /// <summary>Home place of a right word, counted from <see cref="Start"/>.</summary>
    public uint Home(uint column) => (uint)((ulong)(column * Multiplier) >> Shift);
}
