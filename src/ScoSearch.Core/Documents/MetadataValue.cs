namespace ScoSearch.Core.Documents;

/// <summary>A metadata value together with its origin.</summary>
/// <param name="Value">The value; a date is in ISO form: <c>2024-07-06</c>, <c>2024-07</c> or <c>2024</c>.</param>
/// <param name="Origin">Where the value was found.</param>
public readonly record struct MetadataValue(string Value, MetadataOrigin Origin);
