using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using ScoSearch.Lucene.Codecs;
using ScoSearch.Lucene.Codecs.StoredFields;
using ScoSearch.Lucene.Store;

namespace ScoSearch.Lucene.Index;

/// <summary>What flushed and merged segments have in common: identity, diagnostics, and the last steps of
/// writing.</summary>
internal static class SegmentFiles
{
    /// <summary>A fresh 16-byte id.</summary>
    public static byte[] NewId() => RandomNumberGenerator.GetBytes(CodecUtil.IdLength);

    /// <summary>Creates a writer; when that fails, what it created is deleted.</summary>
    public static T Create<T>(TrackingDirectory directory, Func<TrackingDirectory, T> create)
    {
        try
        {
            return create(directory);
        }
        catch
        {
            directory.DeleteCreated();
            throw;
        }
    }

    /// <summary>Attributes of a segment with that stored-fields mode.</summary>
    public static IReadOnlyDictionary<string, string> Attributes(StoredFieldsMode mode) =>
        new Dictionary<string, string> { [StoredFieldsFormat.ModeAttribute] = StoredFieldsFormat.ModeName(mode) };

    /// <summary>Informational entries of the .si file.</summary>
    /// <param name="source">How the segment came to be: flush, merge.</param>
    public static Dictionary<string, string> Diagnostics(string source) => new()
    {
        ["source"] = source,
        ["lucene.version"] = LuceneVersion.Current.ToString(),
        ["os"] = RuntimeInformation.OSDescription,
        ["os.arch"] = RuntimeInformation.OSArchitecture.ToString(),
        ["runtime"] = RuntimeInformation.FrameworkDescription,
        ["timestamp"] = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>Packs the files when asked to, and writes the .si file, which makes the segment complete.</summary>
    /// <param name="directory">Knows the files of the segment: those created through it.</param>
    /// <param name="info">The segment without its list of files.</param>
    /// <param name="useCompoundFile">Whether to pack.</param>
    public static SegmentInfo Seal(TrackingDirectory directory, SegmentInfo info, bool useCompoundFile)
    {
        if (useCompoundFile)
        {
            string[] members = [.. directory.Created.Order(StringComparer.Ordinal)];
            CompoundFormat.Write(directory, info, members);
            foreach (string member in members)
            {
                directory.DeleteFile(member);
            }
        }

        SegmentInfo complete = info with
        {
            IsCompound = useCompoundFile,
            Directory = directory,
            Files = [.. directory.Created, SegmentInfoFormat.FileName(info.Name)],
        };
        SegmentInfoFormat.Write(complete);
        return complete with { Directory = directory.Inner };
    }
}
