using System.Collections.Frozen;
using System.IO;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Store;
using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Codecs;

/// <summary>Read-only view of the files inside a compound file. Members are slices, nothing is copied. Thread-safe.</summary>
internal sealed class CompoundDirectory : Directory
{
    // Fewest bytes an entry takes: a name length, offset and length.
    private const int MinBytesPerEntry = 17;

    private readonly string _segmentName;
    private readonly IndexInput _data;

    // Full file name -> place in the data file.
    private readonly FrozenDictionary<string, (long Offset, long Length)> _entries;

    private CompoundDirectory(string segmentName, IndexInput data, Dictionary<string, (long Offset, long Length)> entries)
    {
        _segmentName = segmentName;
        _data = data;
        _entries = entries.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Opens the compound file of a segment.</summary>
    public static CompoundDirectory Open(SegmentInfo segment)
    {
        IndexInput entriesInput = CodecUtil.OpenChecked(segment.Directory, CompoundFormat.EntriesFileName(segment.Name));
        CodecUtil.CheckIndexHeader(
            entriesInput, CompoundFormat.EntriesCodec, CompoundFormat.Version, CompoundFormat.Version, segment.Id, "");
        IndexInput data = segment.Directory.OpenInput(CompoundFormat.DataFileName(segment.Name));
        CodecUtil.CheckFooterStructure(data);
        CodecUtil.CheckIndexHeader(
            data, CompoundFormat.DataCodec, CompoundFormat.Version, CompoundFormat.Version, segment.Id, "");
        return new CompoundDirectory(segment.Name, data, ReadEntries(entriesInput, data, segment.Name));
    }

    /// <inheritdoc/>
    public override string[] ListAll() => [.. _entries.Keys.Order(StringComparer.Ordinal)];

    /// <inheritdoc/>
    public override long FileLength(string name) => Find(name).Length;

    /// <inheritdoc/>
    public override IndexInput OpenInput(string name)
    {
        (long offset, long length) = Find(name);
        return _data.Slice($"{name} in {_data.Name}", offset, length);
    }

    /// <summary>Verifies the checksum over the whole compound file, which covers all members.</summary>
    public void CheckIntegrity() => CodecUtil.VerifyChecksum(_data);

    /// <inheritdoc/>
    public override IndexOutput CreateOutput(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override void DeleteFile(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override void Sync(IReadOnlyCollection<string> names) => throw ReadOnly();

    /// <inheritdoc/>
    public override void SyncMetadata() => throw ReadOnly();

    /// <inheritdoc/>
    public override void Rename(string source, string target) => throw ReadOnly();

    /// <inheritdoc/>
    public override IndexLock ObtainLock(string name) => throw ReadOnly();

    /// <inheritdoc/>
    public override string ToString() => $"compound file {_data.Name}";

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        // The mapping lives as long as a cursor over it is reachable; there is nothing to close.
    }

    private static Dictionary<string, (long Offset, long Length)> ReadEntries(
        IndexInput input, IndexInput data, string segmentName)
    {
        int count = input.ReadCount("compound entries", MinBytesPerEntry);
        Dictionary<string, (long Offset, long Length)> entries = new(count, StringComparer.Ordinal);
        long total = data.Position + CodecUtil.FooterLength;
        for (int i = 0; i < count; i++)
        {
            long at = input.Position;
            string name = segmentName + input.ReadString();
            long offset = input.ReadInt64();
            long length = input.ReadInt64();
            long end = data.Length - CodecUtil.FooterLength;
            if (offset < data.Position || length < 0 || offset > end - length)
            {
                // The checksum of the entries was verified: it is the data that does not fit them.
                throw data.Corrupt(
                    Math.Clamp(offset, 0, data.Length), $"{length} bytes from {offset} on, as {input.Name} says",
                    $"{data.Length} bytes in all");
            }

            if (!entries.TryAdd(name, (offset, length)))
            {
                throw input.Corrupt(at, "a name of its own for each entry", "the same name twice");
            }

            total += length;
        }

        CodecUtil.CheckAtFooter(input);
        return total == data.Length
            ? entries
            : throw data.Corrupt(Math.Min(total, data.Length), $"{total} bytes in all", $"{data.Length}");
    }

    private (long Offset, long Length) Find(string name) =>
        _entries.TryGetValue(name, out (long Offset, long Length) entry)
            ? entry
            : throw new FileNotFoundException($"There is no file {name} in {_data.Name}.", name);

    private NotSupportedException ReadOnly() =>
        new($"The compound file of segment {_segmentName} is read-only.");
}
