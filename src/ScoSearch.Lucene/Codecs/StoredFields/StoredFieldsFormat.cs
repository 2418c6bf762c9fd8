using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs.StoredFields;

/// <summary>The .fdt, .fdx and .fdm files: the documents' stored fields, in chunks that are compressed as a whole.</summary>
/// <remarks>
/// .fdt: index header (codec per mode, version 3), chunks, footer. Chunk: VInt first doc id; VInt (number of documents × 2 +
/// sliced); the documents' field counts and byte lengths as "Ints" (see <see cref="StoredInts"/>); the documents' bytes, one
/// compressed unit, or, when sliced, one unit for each chunkSize bytes.
/// .fdx: index header "Lucene85FieldsIndexIdx", version 0; packed data of two monotonic sequences with one more entry than
/// there are chunks: first doc id and file pointer of each chunk; footer. .fdm: index header "Lucene85FieldsIndexMeta",
/// version 3; sizes, the meta parts of the two sequences, dirty counters; footer.
/// </remarks>
internal static class StoredFieldsFormat
{
    public const string DataExtension = "fdt";
    public const string IndexExtension = "fdx";
    public const string MetaExtension = "fdm";
    public const string IndexCodec = "Lucene85FieldsIndexIdx";
    public const string MetaCodec = "Lucene85FieldsIndexMeta";
    public const int Version = 3;
    public const int IndexVersion = 0;
    public const int PackedVersion = 2;
    public const int BlockShift = 10;

    /// <summary>Key of the segment attribute that names the mode.</summary>
    public const string ModeAttribute = "Lucene87StoredFieldsFormat.mode";

    // Kinds of values, the low three bits of a field's tag.
    public const int TypeString = 0;
    public const int TypeBytes = 1;
    public const int TypeInt32 = 2;
    public const int TypeSingle = 3;
    public const int TypeInt64 = 4;
    public const int TypeDouble = 5;
    public const int TypeBits = 3;

    /// <summary>Value of <see cref="ModeAttribute"/>.</summary>
    public static string ModeName(StoredFieldsMode mode) =>
        mode == StoredFieldsMode.BestSpeed ? "BEST_SPEED" : "BEST_COMPRESSION";

    /// <summary>Mode of a segment, from its attributes.</summary>
    /// <exception cref="CorruptIndexException">The attribute is missing or unknown.</exception>
    public static StoredFieldsMode ModeOf(SegmentInfo segment) =>
        segment.Attributes.GetValueOrDefault(ModeAttribute) switch
        {
            "BEST_SPEED" => StoredFieldsMode.BestSpeed,
            "BEST_COMPRESSION" => StoredFieldsMode.BestCompression,
            null => throw new CorruptIndexException(
                SegmentInfoFormat.FileName(segment.Name), -1, $"the attribute {ModeAttribute}", "none"),
            _ => throw new CorruptIndexException(
                SegmentInfoFormat.FileName(segment.Name), -1, "BEST_SPEED or BEST_COMPRESSION", "another mode"),
        };

    public static string DataCodec(StoredFieldsMode mode) =>
        mode == StoredFieldsMode.BestSpeed ? "Lucene87StoredFieldsFastData" : "Lucene87StoredFieldsHighData";

    /// <summary>A chunk is closed when it holds that many bytes, and a sliced one is cut into pieces of that many.</summary>
    public static int ChunkSize(StoredFieldsMode mode) => mode == StoredFieldsMode.BestSpeed ? 614400 : 491520;

    public static int MaxDocsPerChunk(StoredFieldsMode mode) => mode == StoredFieldsMode.BestSpeed ? 1024 : 4096;
}
