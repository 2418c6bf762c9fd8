using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs;

/// <summary>The .fnm file: which fields a segment has and how each is stored.</summary>
/// <remarks>
/// Index header "Lucene60FieldInfos", version 2 (0 to 2 are read); VInt count; then for each field its name, number, flags,
/// options, doc values type and generation, attributes and point dimensions; footer.
/// </remarks>
internal static class FieldInfosFormat
{
    public const string Extension = "fnm";
    public const string PostingsFormat = "Lucene84";
    public const string DocValuesFormat = "Lucene80";
    public const string PostingsFormatKey = "PerFieldPostingsFormat.format";
    public const string PostingsSuffixKey = "PerFieldPostingsFormat.suffix";
    public const string DocValuesFormatKey = "PerFieldDocValuesFormat.format";
    public const string DocValuesSuffixKey = "PerFieldDocValuesFormat.suffix";
    public const string BinaryModeKey = "Lucene80DocValuesFormat.mode";
    public const string BinaryModeBestSpeed = "BEST_SPEED";
    public const string BinaryModeBestCompression = "BEST_COMPRESSION";

    private const string Codec = "Lucene60FieldInfos";
    private const int MinVersion = 0;
    private const int VersionWithPointIndexDimensions = 2;
    private const int Version = 2;
    private const byte FlagTermVectors = 1;
    private const byte FlagOmitNorms = 2;
    private const byte FlagPayloads = 4;
    private const byte FlagSoftDeletes = 8;

    // Fewest bytes a field takes: name length, number, flags, options, type, generation, attributes, points.
    private const int MinBytesPerField = 15;

    /// <summary>Writes the file and returns its name. The attributes that the formats need are added to each field.</summary>
    /// <exception cref="ArgumentException">A field's properties contradict each other.</exception>
    public static string Write(Directory directory, string segmentName, ReadOnlySpan<byte> segmentId, FieldInfos fields)
    {
        string fileName = IndexFileNames.SegmentFile(segmentName, "", Extension);
        using IndexOutput output = directory.CreateOutput(fileName);
        CodecUtil.WriteIndexHeader(output, Codec, Version, segmentId, "");
        output.WriteVInt32(fields.Count);
        foreach (FieldInfo field in fields)
        {
            if (FindContradiction(field) is string contradiction)
            {
                throw new ArgumentException($"Field number {field.Number} {contradiction}.", nameof(fields));
            }

            WriteField(output, field);
        }

        CodecUtil.WriteFooter(output);
        return fileName;
    }

    /// <summary>Reads the file.</summary>
    /// <param name="directory">Where it is: the index directory or the compound file's view.</param>
    /// <param name="segmentName">Name of the segment.</param>
    /// <param name="segmentId">Id the file must carry.</param>
    /// <param name="generation">Generation of updated field infos, or -1 for the original ones.</param>
    public static FieldInfos Read(
        Directory directory, string segmentName, ReadOnlySpan<byte> segmentId, long generation = -1)
    {
        string suffix = generation == -1 ? "" : IndexFileNames.ToBase36(generation);
        string fileName = IndexFileNames.SegmentFile(segmentName, suffix, Extension);
        IndexInput input = CodecUtil.OpenChecked(directory, fileName);
        int version = CodecUtil.CheckIndexHeader(input, Codec, MinVersion, Version, segmentId, suffix);
        int count = input.ReadCount("fields", MinBytesPerField);
        List<FieldInfo> fields = new(count);
        HashSet<string> names = new(StringComparer.Ordinal);
        HashSet<int> numbers = [];
        for (int i = 0; i < count; i++)
        {
            long at = input.Position;
            FieldInfo field = ReadField(input, version);
            if (!names.Add(field.Name) || !numbers.Add(field.Number))
            {
                throw input.Corrupt(at, "a field name and number of its own", $"field number {field.Number} again");
            }

            fields.Add(field);
        }

        CodecUtil.CheckAtFooter(input);
        return new FieldInfos(fields);
    }

    /// <summary>The field with the attributes that its formats need; other attributes are kept.</summary>
    public static FieldInfo WithFormatAttributes(FieldInfo field)
    {
        Dictionary<string, string> attributes = new(field.Attributes, StringComparer.Ordinal);
        if (field.IndexOptions != IndexOptions.None)
        {
            attributes[PostingsFormatKey] = PostingsFormat;
            attributes[PostingsSuffixKey] = "0";
        }

        if (field.DocValuesType != DocValuesType.None)
        {
            attributes[DocValuesFormatKey] = DocValuesFormat;
            attributes[DocValuesSuffixKey] = "0";
        }

        if (field.DocValuesType == DocValuesType.Binary)
        {
            attributes.TryAdd(BinaryModeKey, BinaryModeBestSpeed);
        }

        return field with { Attributes = attributes };
    }

    private static void WriteField(IndexOutput output, FieldInfo field)
    {
        output.WriteString(field.Name);
        output.WriteVInt32(field.Number);
        int flags = (field.HasTermVectors ? FlagTermVectors : 0)
            | (field.OmitNorms && field.IndexOptions != IndexOptions.None ? FlagOmitNorms : 0)
            | (field.HasPayloads ? FlagPayloads : 0)
            | (field.IsSoftDeletesField ? FlagSoftDeletes : 0);
        output.WriteByte((byte)flags);
        output.WriteByte((byte)field.IndexOptions);
        output.WriteByte((byte)field.DocValuesType);
        output.WriteInt64(field.DocValuesGeneration);
        output.WriteStringMap(WithFormatAttributes(field).Attributes);
        output.WriteVInt32(field.PointDimensionCount);
        if (field.PointDimensionCount != 0)
        {
            output.WriteVInt32(field.PointIndexDimensionCount);
            output.WriteVInt32(field.PointNumBytes);
        }
    }

    private static FieldInfo ReadField(IndexInput input, int version)
    {
        long at = input.Position;
        string name = input.ReadString();
        int number = input.ReadNonNegativeVInt32("a field number");
        int flags = CheckedByte(input, "field flags", 15);
        int options = CheckedByte(input, "index options", (int)IndexOptions.DocsAndFreqsAndPositionsAndOffsets);
        int type = CheckedByte(input, "a doc values type", (int)DocValuesType.SortedNumeric);
        long docValuesGeneration = input.ReadInt64();
        Dictionary<string, string> attributes = input.ReadStringMap();
        int pointDimensions = input.ReadNonNegativeVInt32("a number of point dimensions");
        int pointIndexDimensions = pointDimensions;
        int pointBytes = 0;
        if (pointDimensions != 0)
        {
            pointIndexDimensions = version >= VersionWithPointIndexDimensions
                ? input.ReadNonNegativeVInt32("a number of point index dimensions") : pointDimensions;
            pointBytes = input.ReadNonNegativeVInt32("a number of point bytes");
        }

        FieldInfo field = new()
        {
            Name = name,
            Number = number,
            HasTermVectors = (flags & FlagTermVectors) != 0,
            OmitNorms = (flags & FlagOmitNorms) != 0,
            HasPayloads = (flags & FlagPayloads) != 0,
            IsSoftDeletesField = (flags & FlagSoftDeletes) != 0,
            IndexOptions = (IndexOptions)options,
            DocValuesType = (DocValuesType)type,
            DocValuesGeneration = docValuesGeneration,
            Attributes = attributes,
            PointDimensionCount = pointDimensions,
            PointIndexDimensionCount = pointIndexDimensions,
            PointNumBytes = pointBytes,
        };
        if (FindContradiction(field) is string contradiction)
        {
            throw input.Corrupt(at, "a consistent field", $"one that {contradiction}");
        }

        RefuseUnsupported(input, field);
        return field;
    }

    private static int CheckedByte(IndexInput input, string what, int maximum)
    {
        int value = input.ReadByte();
        return value <= maximum
            ? value
            : throw input.Corrupt(input.Position - 1, $"{what} from 0 to {maximum}", $"{value}");
    }

    // Returns the broken rule, continuing a sentence about the field, or null.
    private static string? FindContradiction(FieldInfo field)
    {
        if (field.IndexOptions == IndexOptions.None && (field.HasTermVectors || field.HasPayloads))
        {
            return "is not indexed but has term vectors or payloads";
        }

        if (field.HasPayloads && !field.HasPositions)
        {
            return "has payloads without positions";
        }

        return field.DocValuesGeneration != -1 && field.DocValuesType == DocValuesType.None
            ? "has a doc values generation without doc values"
            : null;
    }

    private static void RefuseUnsupported(IndexInput input, FieldInfo field)
    {
        if (field.IsSoftDeletesField)
        {
            throw new UnsupportedIndexFeatureException(input.Name, $"soft deletes (field number {field.Number})");
        }

        if (field.DocValuesGeneration != -1)
        {
            throw new UnsupportedIndexFeatureException(
                input.Name, $"doc values updates (field number {field.Number}, generation {field.DocValuesGeneration})");
        }
    }
}
