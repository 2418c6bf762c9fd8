namespace ScoSearch.Lucene.Codecs.DocValues;

/// <summary>The .dvm and .dvd files: values of one field side by side for all documents.</summary>
/// <remarks>
/// .dvm: index header "Lucene80DocValuesMetadata", version 2, suffix "Lucene80_0"; for each field i32 number, u8 kind, and
/// an entry that says how and where in the .dvd the values are; i32 -1; footer. .dvd: index header "Lucene80DocValuesData",
/// version 2; regions that are found through the .dvm only; footer. The entries are described at their readers.
/// </remarks>
internal static class DocValuesFormat
{
    public const string MetaExtension = "dvm";
    public const string DataExtension = "dvd";
    public const string MetaCodec = "Lucene80DocValuesMetadata";
    public const string DataCodec = "Lucene80DocValuesData";
    public const string Suffix = FieldInfosFormat.DocValuesFormat + "_0";
    public const int MinVersion = 0;
    public const int VersionAlwaysCompressed = 1;
    public const int VersionWithModes = 2;
    public const int Version = 2;
    public const int EndOfFields = -1;

    // Kinds of entries; not the numbers of DocValuesType.
    public const byte KindNumeric = 0;
    public const byte KindBinary = 1;
    public const byte KindSorted = 2;
    public const byte KindSortedSet = 3;
    public const byte KindSortedNumeric = 4;

    /// <summary>Logarithm of the values a block of <see cref="Packed.DirectMonotonicWriter"/>.</summary>
    public const int MonotonicBlockShift = 16;

    /// <summary>Logarithm of the values a block when blocks have widths of their own.</summary>
    public const int NumericBlockShift = 14;

    /// <summary>Width that stands for blocks with widths of their own.</summary>
    public const byte VaryingWidth = 0xFF;

    /// <summary>Most distinct values that are written as a table.</summary>
    public const int MaxTableSize = 256;

    /// <summary>Logarithm of the values a compressed block of binary values.</summary>
    public const int BinaryBlockShift = 5;

    /// <summary>Logarithm of the terms a block of the terms dictionary, which starts with a whole term.</summary>
    public const int TermsBlockShift = 4;

    /// <summary>Logarithm of the terms for each key of the terms index.</summary>
    public const int TermsIndexShift = 10;

    /// <summary>Bits of a term's first byte that tell the shared prefix; the other four tell the rest's length - 1.</summary>
    public const int PrefixMask = 15;
}
