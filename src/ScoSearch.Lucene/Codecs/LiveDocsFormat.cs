using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Codecs;

/// <summary>The .liv file: one bit a document, 1 = live. Written anew for each change; never in the compound file.</summary>
/// <remarks>
/// Index header "Lucene50LiveDocs", version 0, suffix = generation in base 36; i64 × ((maxDoc - 1) / 64 + 1), document d is
/// bit d % 64 of word d / 64, bits from maxDoc on are 0; footer.
/// </remarks>
internal static class LiveDocsFormat
{
    public const string Extension = "liv";

    private const string Codec = "Lucene50LiveDocs";
    private const int Version = 0;

    /// <summary>Name of the file of a generation.</summary>
    public static string FileName(string segmentName, long generation) =>
        IndexFileNames.GenerationFile(segmentName, Extension, generation);

    /// <summary>Writes the file and returns its name.</summary>
    /// <param name="directory">The index directory.</param>
    /// <param name="segmentName">Name of the segment.</param>
    /// <param name="segmentId">Id of the segment.</param>
    /// <param name="liveDocs">The complete state.</param>
    /// <param name="generation">At least 1; one more than that of the file it replaces.</param>
    public static string Write(
        Directory directory, string segmentName, ReadOnlySpan<byte> segmentId, LiveDocs liveDocs, long generation)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(generation, 1);
        string fileName = FileName(segmentName, generation);
        using IndexOutput output = directory.CreateOutput(fileName);
        CodecUtil.WriteIndexHeader(output, Codec, Version, segmentId, IndexFileNames.ToBase36(generation));
        int words = WordCount(liveDocs.Length);
        for (int i = 0; i < words; i++)
        {
            ulong word = liveDocs.Words[i];
            if (i == words - 1 && (word & ~LastWordMask(liveDocs.Length)) != 0)
            {
                throw new ArgumentException("Bits beyond the last document are set.", nameof(liveDocs));
            }

            output.WriteInt64((long)word);
        }

        CodecUtil.WriteFooter(output);
        return fileName;
    }

    /// <summary>Writes the live docs of a segment for the generation named in <paramref name="segment"/>.</summary>
    public static string Write(Directory directory, SegmentCommitInfo segment, LiveDocs liveDocs) =>
        Write(directory, segment.Name, segment.SegmentInfo.Id, liveDocs, segment.DeletionGeneration);

    /// <summary>Reads the live docs of a segment, or null when it has no deletions.</summary>
    public static LiveDocs? Read(Directory directory, SegmentCommitInfo segment) =>
        segment.HasDeletions
            ? Read(
                directory, segment.Name, segment.SegmentInfo.Id, segment.DeletionGeneration, segment.MaxDoc, segment.DeletedCount)
            : null;

    /// <summary>Reads the file and compares it with the number of documents and deletions the commit records.</summary>
    public static LiveDocs Read(
        Directory directory,
        string segmentName,
        ReadOnlySpan<byte> segmentId,
        long generation,
        int maxDoc,
        int deletedCount)
    {
        IndexInput input = CodecUtil.OpenChecked(directory, FileName(segmentName, generation));
        CodecUtil.CheckIndexHeader(input, Codec, Version, Version, segmentId, IndexFileNames.ToBase36(generation));
        long at = input.Position;
        int count = WordCount(maxDoc);
        if (input.Length - CodecUtil.FooterLength - at != 8L * count)
        {
            throw input.Corrupt(
                at, $"{8L * count} bytes for {maxDoc} documents", $"{input.Length - CodecUtil.FooterLength - at}");
        }

        ulong[] words = new ulong[count];
        for (int i = 0; i < words.Length; i++)
        {
            words[i] = (ulong)input.ReadInt64();
        }

        if (count > 0 && (words[^1] & ~LastWordMask(maxDoc)) != 0)
        {
            throw input.Corrupt(input.Position - 8, $"no bits from document {maxDoc} on", "some");
        }

        LiveDocs liveDocs = new(words, maxDoc);
        return maxDoc - liveDocs.LiveCount == deletedCount
            ? liveDocs
            : throw input.Corrupt(at, $"{deletedCount} deleted documents", $"{maxDoc - liveDocs.LiveCount}");
    }

    private static int WordCount(int maxDoc) => (int)(((uint)maxDoc + 63) >> 6);

    private static ulong LastWordMask(int maxDoc) => (maxDoc & 63) == 0 ? ulong.MaxValue : (1UL << (maxDoc & 63)) - 1;
}
