using Directory = ScoSearch.Lucene.Store.Directory;

namespace ScoSearch.Lucene.Index;

/// <summary>The immutable facts of one segment, as its .si file records them. Immutable.</summary>
internal sealed record SegmentInfo
{
    /// <summary>Segment name: underscore and a base-36 number, such as <c>_0</c>.</summary>
    public required string Name { get; init; }

    /// <summary>16 bytes that all files of the segment carry.</summary>
    public required byte[] Id { get; init; }

    /// <summary>Where the segment's files are (the index directory, not the compound view of it).</summary>
    public required Directory Directory { get; init; }

    /// <summary>Number of documents, deleted ones included.</summary>
    public required int MaxDoc { get; init; }

    /// <summary>True when the files are packed into one .cfs.</summary>
    public bool IsCompound { get; init; }

    /// <summary>Version that wrote the segment.</summary>
    public LuceneVersion Version { get; init; } = LuceneVersion.Current;

    /// <summary>Oldest version of a segment merged into this one.</summary>
    public LuceneVersion MinVersion { get; init; } = LuceneVersion.Current;

    /// <summary>How the segment came to be; informational.</summary>
    public IReadOnlyDictionary<string, string> Diagnostics { get; init; } = new Dictionary<string, string>();

    /// <summary>Attributes that formats keep, such as the mode of the stored fields.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } = new Dictionary<string, string>();

    /// <summary>Names of all write-once files, the .si included.</summary>
    public IReadOnlyCollection<string> Files { get; init; } = [];
}
