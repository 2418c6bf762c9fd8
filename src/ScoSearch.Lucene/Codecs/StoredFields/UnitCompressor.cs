using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>Writes compressed units: a dictionary taken from the input's start, then blocks that are independent of each other.</summary>
/// <remarks>
/// Ten blocks a unit, so that one document costs a tenth of the chunk; the dictionary gives back most of what the cut
/// costs. Not thread-safe.
/// </remarks>
internal abstract class UnitCompressor
{
    /// <summary>Number of blocks a unit is cut into.</summary>
    protected const int BlocksPerUnit = 10;

    public static UnitCompressor Create(StoredFieldsMode mode) =>
        mode == StoredFieldsMode.BestSpeed ? new Lz4UnitCompressor() : new DeflateUnitCompressor();

    /// <summary>Compresses one unit; the input may be empty.</summary>
    public abstract void Compress(ReadOnlySpan<byte> input, IndexOutput output);

    /// <summary>Bytes a block for the given dictionary: a tenth of the rest, rounded up.</summary>
    protected static int BlockLength(int inputLength, int dictionaryLength) =>
        (inputLength - dictionaryLength + BlocksPerUnit - 1) / BlocksPerUnit;
}
