namespace ScoSearch.Core.Documents;

/// <summary>What the reconstruction of one document found and did. Contains no document text. Immutable.</summary>
public sealed record ReconstructionReport
{
    /// <summary>Name of the reader.</summary>
    public required string ReaderName { get; init; }

    /// <summary>How the bytes were decoded, or null when the format fixes it.</summary>
    public DetectedEncoding? Encoding { get; init; }

    /// <summary>Number of source lines, blank ones included.</summary>
    public int LineCount { get; init; }

    /// <summary>Number of pages seen, or 0 when the source shows none.</summary>
    public int PageCount { get; init; }

    /// <summary>The stretches of lines that were set alike.</summary>
    public IReadOnlyList<RegimeReport> Regimes { get; init; } = [];

    /// <summary>Number of paragraphs of each kind that occurs.</summary>
    public IReadOnlyDictionary<ParagraphKind, int> ParagraphsByKind { get; init; } =
        new Dictionary<ParagraphKind, int>();

    /// <summary>What was left out or labelled as noise, by rule.</summary>
    public IReadOnlyList<RemovedText> Removed { get; init; } = [];

    /// <summary>Number of markers that were linked with their footnote.</summary>
    public int FootnotesLinked { get; init; }

    /// <summary>Number of markers for which no footnote was found.</summary>
    public int FootnotesUnlinked { get; init; }

    /// <summary>
    /// Characters of the source found neither in a paragraph nor in <see cref="Removed"/>. Always 0 in what is
    /// returned: otherwise the reconstruction falls back to plain lines.
    /// </summary>
    public long CharactersLost { get; init; }

    /// <summary>Characters of the paragraphs that are not in the source. Always 0 in what is returned.</summary>
    public long CharactersInvented { get; init; }

    /// <summary>Whether verification failed and the paragraphs are the plain lines of the source.</summary>
    public bool FellBack { get; init; }
}
