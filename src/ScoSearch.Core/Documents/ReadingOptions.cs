namespace ScoSearch.Core.Documents;

/// <summary>Limits and choices for reading documents. Immutable; safe to share between threads.</summary>
public sealed record ReadingOptions
{
    /// <summary>The defaults.</summary>
    public static ReadingOptions Default { get; } = new();

    /// <summary>
    /// Encoding of text files (<c>utf-8</c>, <c>gb18030</c>, <c>big5</c>, <c>utf-16le</c> ...), or null to detect it.
    /// A byte order mark does not win over it.
    /// </summary>
    public string? EncodingName { get; init; }

    /// <summary>Largest file, in bytes; the default is 256 MiB.</summary>
    public long MaxFileSizeInBytes { get; init; } = 256L << 20;

    /// <summary>Most that an archive (.docx) may unpack to, in bytes; the default is 512 MiB.</summary>
    public long MaxUnpackedSizeInBytes { get; init; } = 512L << 20;

    /// <summary>Most entries of an archive; the default is 10,000.</summary>
    public int MaxArchiveEntries { get; init; } = 10_000;

    /// <summary>
    /// Highest ratio of unpacked to packed size of an archive entry larger than 1 MiB; the default is 200. Honest
    /// Word files stay below 50.
    /// </summary>
    public int MaxCompressionRatio { get; init; } = 200;

    /// <summary>Deepest nesting of elements; the default is 1,000.</summary>
    public int MaxNestingDepth { get; init; } = 1_000;

    /// <summary>Longest run of an external program; the default is 60 seconds.</summary>
    public TimeSpan ToolTimeout { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Path of <c>pdftotext</c> (Poppler), or null to look for it on PATH.</summary>
    public string? PdfToTextPath { get; init; }
}
