using ScoSearch.Lucene.Index;

namespace ScoSearch.Lucene.Documents;

/// <summary>What is done with a field's value: indexed, stored, kept column-wise. Immutable; safe to share between
/// threads.</summary>
public sealed record FieldType
{
    /// <summary>True when the value can be read back from the document; the default is false.</summary>
    public bool IsStored { get; init; }

    /// <summary>True when the analyzer cuts the value into tokens, false when the whole value is one term; the default
    /// is true.</summary>
    public bool IsTokenized { get; init; } = true;

    /// <summary>True when the field keeps no length for scoring; the default is false. Once true for a field of an
    /// index, it stays.</summary>
    public bool OmitNorms { get; init; }

    /// <summary>What is recorded for each term; the default is <see cref="IndexOptions.None"/>: not
    /// searchable.</summary>
    public IndexOptions IndexOptions { get; init; }

    /// <summary>Kind of doc values; the default is <see cref="DocValuesType.None"/>.</summary>
    public DocValuesType DocValuesType { get; init; }
}
