namespace ScoSearch.Lucene.Index;

/// <summary>How one field is stored in one segment. Immutable.</summary>
public sealed record FieldInfo
{
    /// <summary>Name of the field.</summary>
    public required string Name { get; init; }

    /// <summary>Number of the field in its segment, at least 0; kept equal in all segments where possible.</summary>
    public required int Number { get; init; }

    /// <summary>What is recorded for each term.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>Kind of doc values.</summary>
    public DocValuesType DocValuesType { get; init; }

    /// <summary>True when the field keeps no norms although it is indexed.</summary>
    public bool OmitNorms { get; init; }

    /// <summary>True when at least one position of the field in the segment carries a payload.</summary>
    public bool HasPayloads { get; init; }

    /// <summary>True when term vectors are stored (never by this library's writer).</summary>
    public bool HasTermVectors { get; init; }

    /// <summary>True for the field that marks soft deletions (never by this library's writer).</summary>
    public bool IsSoftDeletesField { get; init; }

    /// <summary>Generation of updated doc values, or -1.</summary>
    public long DocValuesGeneration { get; init; } = -1;

    /// <summary>Number of dimensions of indexed points; 0 for none.</summary>
    public int PointDimensionCount { get; init; }

    /// <summary>Number of dimensions used for the points index.</summary>
    public int PointIndexDimensionCount { get; init; }

    /// <summary>Bytes of each point dimension.</summary>
    public int PointNumBytes { get; init; }

    /// <summary>Attributes that formats keep for the field.</summary>
    public IReadOnlyDictionary<string, string> Attributes { get; init; } =
        System.Collections.ObjectModel.ReadOnlyDictionary<string, string>.Empty;

    /// <summary>True when the field is indexed and keeps norms.</summary>
    public bool HasNorms => IndexOptions != IndexOptions.None && !OmitNorms;

    /// <summary>True when frequencies are recorded.</summary>
    public bool HasFreqs => IndexOptions >= IndexOptions.DocsAndFreqs;

    /// <summary>True when positions are recorded.</summary>
    public bool HasPositions => IndexOptions >= IndexOptions.DocsAndFreqsAndPositions;

    /// <summary>True when offsets are recorded.</summary>
    public bool HasOffsets => IndexOptions >= IndexOptions.DocsAndFreqsAndPositionsAndOffsets;
}
