using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs;

/// <summary>The .si file: versions, size and files of one segment. Never inside the compound file.</summary>
/// <remarks>
/// Index header "Lucene86SegmentInfo", version 0; i32 × 3 version; u8 1 and i32 × 3 oldest version; i32 number of documents;
/// i8 1 when compound, else -1; diagnostics map; file set; attribute map; VInt 0 sort fields; footer.
/// </remarks>
internal static class SegmentInfoFormat
{
    public const string Extension = "si";

    private const string Codec = "Lucene86SegmentInfo";
    private const int Version = 0;
    private const byte Compound = 1;
    private const byte NotCompound = 0xFF;

    /// <summary>Name of the file.</summary>
    public static string FileName(string segmentName) => IndexFileNames.SegmentFile(segmentName, "", Extension);

    /// <summary>Writes the file and returns its name.</summary>
    /// <exception cref="ArgumentException">A listed file does not belong to the segment, or the .si itself is missing.</exception>
    public static string Write(SegmentInfo segment)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(segment.MaxDoc, nameof(segment));
        string fileName = FileName(segment.Name);
        if (!segment.Files.Contains(fileName))
        {
            throw new ArgumentException($"The files of {segment.Name} do not list {fileName}.", nameof(segment));
        }

        foreach (string file in segment.Files)
        {
            if (!BelongsTo(segment.Name, file))
            {
                throw new ArgumentException($"{file} is not a file of segment {segment.Name}.", nameof(segment));
            }
        }

        using IndexOutput output = segment.Directory.CreateOutput(fileName);
        CodecUtil.WriteIndexHeader(output, Codec, Version, segment.Id, "");
        WriteVersion(output, segment.Version);
        output.WriteByte(1);
        WriteVersion(output, segment.MinVersion);
        output.WriteInt32(segment.MaxDoc);
        output.WriteByte(segment.IsCompound ? Compound : NotCompound);
        output.WriteStringMap(segment.Diagnostics);
        output.WriteStringSet(segment.Files);
        output.WriteStringMap(segment.Attributes);
        output.WriteVInt32(0);
        CodecUtil.WriteFooter(output);
        return fileName;
    }

    /// <summary>Reads the file.</summary>
    public static SegmentInfo Read(Directory directory, string segmentName, ReadOnlySpan<byte> segmentId)
    {
        IndexInput input = CodecUtil.OpenChecked(directory, FileName(segmentName));
        CodecUtil.CheckIndexHeader(input, Codec, Version, Version, segmentId, "");
        LuceneVersion version = ReadVersion(input);
        byte hasMinVersion = input.ReadByte();
        if (hasMinVersion != 1)
        {
            throw input.Corrupt(input.Position - 1, "1: the oldest version follows", $"{hasMinVersion}");
        }

        LuceneVersion minVersion = ReadVersion(input);
        int maxDoc = input.ReadInt32();
        if (maxDoc is < 0 or > SegmentInfosFormat.MaxDocuments)
        {
            throw input.Corrupt(
                input.Position - 4, $"a number of documents from 0 to {SegmentInfosFormat.MaxDocuments}", $"{maxDoc}");
        }

        bool isCompound = ReadIsCompound(input);
        Dictionary<string, string> diagnostics = input.ReadStringMap();
        HashSet<string> files = ReadFiles(input, segmentName);
        Dictionary<string, string> attributes = input.ReadStringMap();
        int sortFields = input.ReadNonNegativeVInt32("a number of sort fields");
        if (sortFields != 0)
        {
            throw new UnsupportedIndexFeatureException(input.Name, $"index sorting ({sortFields} sort fields)");
        }

        CodecUtil.CheckAtFooter(input);
        return new SegmentInfo
        {
            Name = segmentName,
            Id = segmentId.ToArray(),
            Directory = directory,
            MaxDoc = maxDoc,
            IsCompound = isCompound,
            Version = version,
            MinVersion = minVersion,
            Diagnostics = diagnostics,
            Files = files,
            Attributes = attributes,
        };
    }

    private static HashSet<string> ReadFiles(IndexInput input, string segmentName)
    {
        long at = input.Position;
        HashSet<string> files = new(StringComparer.Ordinal);
        foreach (string recorded in input.ReadStringSet())
        {
            // A segment copied from another index keeps the old names inside; only the part after them counts.
            string file = segmentName + IndexFileNames.StripSegmentName(recorded);
            if (!IndexFileNames.IsSegmentFile(recorded) || !BelongsTo(segmentName, file))
            {
                throw input.Corrupt(at, $"names of files of segment {segmentName}", "another name among them");
            }

            files.Add(file);
        }

        return files;
    }

    private static bool BelongsTo(string segmentName, string file) =>
        IndexFileNames.IsSegmentFile(file)
        && file.AsSpan().IndexOfAny('/', '\\') < 0
        && !file.EndsWith("." + IndexFileNames.TemporaryExtension, StringComparison.Ordinal)
        && string.Equals(IndexFileNames.SegmentNameOf(file), segmentName, StringComparison.Ordinal);

    private static bool ReadIsCompound(IndexInput input)
    {
        byte value = input.ReadByte();
        return value switch
        {
            Compound => true,
            NotCompound => false,
            _ => throw input.Corrupt(input.Position - 1, "1 (compound) or 255 (not)", $"{value}"),
        };
    }

    private static void WriteVersion(IndexOutput output, LuceneVersion version)
    {
        output.WriteInt32(version.Major);
        output.WriteInt32(version.Minor);
        output.WriteInt32(version.Bugfix);
    }

    private static LuceneVersion ReadVersion(IndexInput input)
    {
        long at = input.Position;
        LuceneVersion version = new(input.ReadInt32(), input.ReadInt32(), input.ReadInt32());
        return version is { Major: >= 7 and <= 255, Minor: >= 0 and <= 255, Bugfix: >= 0 and <= 255 }
            ? version
            : throw input.Corrupt(at, "a version of at least 7.0.0", version.ToString());
    }
}
