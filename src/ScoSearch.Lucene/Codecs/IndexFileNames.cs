namespace ScoSearch.Lucene.Codecs;

/// <summary>Names of index files: how they are made and what they tell.</summary>
/// <remarks>
/// Segment file: <c>name [ "_" suffix ] "." extension</c>, such as <c>_0.si</c>, <c>_0_Lucene80_0.dvd</c> or, with a
/// generation in base 36, <c>_0_a.liv</c>. Commit: <c>segments_N</c>, N in base 36, while being written
/// <c>pending_segments_N</c>.
/// </remarks>
internal static class IndexFileNames
{
    public const string Segments = "segments";
    public const string PendingSegments = "pending_segments";
    public const string WriteLock = "write.lock";
    public const string TemporaryExtension = "tmp";

    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    // 36^13 exceeds 2^63, so twelve digits always fit and the thirteenth is checked for overflow.
    private const int MaxDigits = 13;

    /// <summary>A non-negative number in base 36, lower case.</summary>
    public static string ToBase36(long value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value);
        Span<char> digits = stackalloc char[MaxDigits];
        int start = digits.Length;
        do
        {
            digits[--start] = Digits[(int)(value % 36)];
            value /= 36;
        }
        while (value != 0);
        return new string(digits[start..]);
    }

    /// <summary>Reads a number in base 36, lower case, without sign.</summary>
    public static bool TryParseBase36(ReadOnlySpan<char> text, out long value)
    {
        value = 0;
        if (text.Length is 0 or > MaxDigits)
        {
            return false;
        }

        foreach (char c in text)
        {
            int digit = Digits.IndexOf(c, StringComparison.Ordinal);
            if (digit < 0 || value > (long.MaxValue - digit) / 36)
            {
                return false;
            }

            value = (value * 36) + digit;
        }

        return true;
    }

    /// <summary>Name of the segment with that number: 10 gives <c>_a</c>.</summary>
    public static string SegmentName(long counter) => "_" + ToBase36(counter);

    /// <summary>Name of a segment's file; the suffix may be empty.</summary>
    public static string SegmentFile(string segmentName, string suffix, string extension) =>
        suffix.Length == 0 ? $"{segmentName}.{extension}" : $"{segmentName}_{suffix}.{extension}";

    /// <summary>Name of a file that is written anew with each generation; generation 0 has no generation part.</summary>
    public static string GenerationFile(string segmentName, string extension, long generation) =>
        SegmentFile(segmentName, generation == 0 ? "" : ToBase36(generation), extension);

    /// <summary>Name of a commit.</summary>
    public static string Commit(long generation) => $"{Segments}_{ToBase36(generation)}";

    /// <summary>Name of a commit that is being written.</summary>
    public static string PendingCommit(long generation) => $"{PendingSegments}_{ToBase36(generation)}";

    /// <summary>Recognizes <c>segments_N</c>.</summary>
    public static bool TryParseCommit(string fileName, out long generation) =>
        TryParseGeneration(fileName, Segments, out generation);

    /// <summary>Recognizes <c>pending_segments_N</c>.</summary>
    public static bool TryParsePendingCommit(string fileName, out long generation) =>
        TryParseGeneration(fileName, PendingSegments, out generation);

    /// <summary>True for names an index may own and its writer may delete; all others are foreign.</summary>
    public static bool IsIndexFile(string fileName) =>
        fileName.StartsWith(Segments, StringComparison.Ordinal)
        || fileName.StartsWith(PendingSegments, StringComparison.Ordinal)
        || IsSegmentFile(fileName);

    /// <summary>True when the name matches <c>_[a-z0-9]+(_.*)?\..*</c>.</summary>
    public static bool IsSegmentFile(string fileName)
    {
        if (fileName.Length < 3 || fileName[0] != '_')
        {
            return false;
        }

        int end = 1;
        while (end < fileName.Length && char.IsAsciiLetterOrDigit(fileName[end]) && !char.IsAsciiLetterUpper(fileName[end]))
        {
            end++;
        }

        return end > 1 && end < fileName.Length
            && (fileName[end] == '.' || (fileName[end] == '_' && fileName.IndexOf('.', end) > 0));
    }

    /// <summary>The segment's part of a file name: everything before the second underscore or the first dot.</summary>
    public static string SegmentNameOf(string fileName) => fileName[..SegmentNameLength(fileName)];

    /// <summary>The rest of a file name after the segment's part: <c>.fdt</c>, <c>_Lucene84_0.pos</c>.</summary>
    public static string StripSegmentName(string fileName) => fileName[SegmentNameLength(fileName)..];

    /// <summary>The number in a segment's file name, or false for a name of another shape.</summary>
    public static bool TryParseSegmentCounter(string fileName, out long counter)
    {
        counter = 0;
        return IsSegmentFile(fileName) && TryParseBase36(SegmentNameOf(fileName).AsSpan(1), out counter);
    }

    /// <summary>Generation in a segment's file name such as <c>_0_a.liv</c> (10), or 0 when it carries none.</summary>
    /// <remarks>
    /// The parts between underscores are segment, [format, instance,] generation; an even number of them ends with one.
    /// </remarks>
    public static long ParseFileGeneration(string fileName)
    {
        int dot = fileName.IndexOf('.', StringComparison.Ordinal);
        string[] parts = fileName.AsSpan(1, Math.Max(0, (dot < 0 ? fileName.Length : dot) - 1)).ToString().Split('_');
        return parts.Length is 2 or 4 && TryParseBase36(parts[^1], out long generation) ? generation : 0;
    }

    /// <summary>Extension of a file name without the dot.</summary>
    public static string ExtensionOf(string fileName)
    {
        int dot = fileName.IndexOf('.', StringComparison.Ordinal);
        return dot < 0 ? "" : fileName[(dot + 1)..];
    }

    private static int SegmentNameLength(string fileName)
    {
        int end = fileName.IndexOf('_', Math.Min(1, fileName.Length));
        end = end < 0 ? fileName.IndexOf('.', StringComparison.Ordinal) : end;
        return end < 0 ? fileName.Length : end;
    }

    private static bool TryParseGeneration(string fileName, string prefix, out long generation)
    {
        generation = 0;
        return fileName.Length > prefix.Length + 1
            && fileName.StartsWith(prefix, StringComparison.Ordinal)
            && fileName[prefix.Length] == '_'
            && TryParseBase36(fileName.AsSpan(prefix.Length + 1), out generation);
    }
}
