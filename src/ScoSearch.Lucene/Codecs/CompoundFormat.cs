using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs;

/// <summary>The .cfs and .cfe files: all files of a segment except .si and .liv, packed into one.</summary>
/// <remarks>
/// .cfs: index header "Lucene50CompoundData", version 0; the member files, whole and unchanged, without gaps; footer.
/// .cfe: index header "Lucene50CompoundEntries", version 0; VInt count; for each member its name without the segment's part,
/// i64 offset and i64 length in the .cfs; footer.
/// </remarks>
internal static class CompoundFormat
{
    public const string DataExtension = "cfs";
    public const string EntriesExtension = "cfe";
    public const string DataCodec = "Lucene50CompoundData";
    public const string EntriesCodec = "Lucene50CompoundEntries";
    public const int Version = 0;

    /// <summary>Name of the file that holds the members.</summary>
    public static string DataFileName(string segmentName) => IndexFileNames.SegmentFile(segmentName, "", DataExtension);

    /// <summary>Name of the table of contents.</summary>
    public static string EntriesFileName(string segmentName) => IndexFileNames.SegmentFile(segmentName, "", EntriesExtension);

    /// <summary>Packs files of the segment and returns the names of the two files written. The members are not deleted.</summary>
    /// <param name="directory">Where the members are and the two files go.</param>
    /// <param name="segment">The segment; only its name and id are used.</param>
    /// <param name="files">Names of the members.</param>
    /// <exception cref="CorruptIndexException">A member is damaged or belongs to another segment.</exception>
    public static string[] Write(Directory directory, SegmentInfo segment, IReadOnlyCollection<string> files)
    {
        string dataName = DataFileName(segment.Name);
        string entriesName = EntriesFileName(segment.Name);
        using IndexOutput data = directory.CreateOutput(dataName);
        using IndexOutput entries = directory.CreateOutput(entriesName);
        CodecUtil.WriteIndexHeader(data, DataCodec, Version, segment.Id, "");
        CodecUtil.WriteIndexHeader(entries, EntriesCodec, Version, segment.Id, "");
        entries.WriteVInt32(files.Count);
        foreach (string file in files)
        {
            IndexInput member = directory.OpenInput(file);
            CheckMember(member, segment.Id);
            entries.WriteString(IndexFileNames.StripSegmentName(file));
            entries.WriteInt64(data.Position);
            entries.WriteInt64(member.Length);
            data.CopyBytes(member, member.Length);
        }

        CodecUtil.WriteFooter(data);
        CodecUtil.WriteFooter(entries);
        return [dataName, entriesName];
    }

    /// <summary>The directory in which a segment's files are read: the compound file's view, or the index directory.</summary>
    public static Directory OpenFiles(SegmentInfo segment) =>
        segment.IsCompound ? CompoundDirectory.Open(segment) : segment.Directory;

    private static void CheckMember(IndexInput member, ReadOnlySpan<byte> segmentId)
    {
        CodecUtil.CheckFooterStructure(member);
        int magic = member.ReadInt32();
        if (magic != CodecUtil.HeaderMagic)
        {
            throw member.Corrupt(0, $"magic number {CodecUtil.HeaderMagic:x8}", $"{magic:x8}");
        }

        member.Skip(member.ReadNonNegativeVInt32("a codec name's length"));
        member.Skip(sizeof(int));
        long at = member.Position;
        ReadOnlySpan<byte> id = member.ReadSpan(CodecUtil.IdLength);
        if (!id.SequenceEqual(segmentId))
        {
            throw member.Corrupt(at, $"id {Convert.ToHexStringLower(segmentId)}", Convert.ToHexStringLower(id));
        }

        member.Seek(0);
    }
}
