namespace ScoSearch.Lucene.Search;

/// <summary>One key to sort hits by. Immutable.</summary>
public sealed record SortField
{
    /// <summary>Creates a key.</summary>
    /// <param name="field">The field; null for <see cref="SortFieldType.Score"/> and <see cref="SortFieldType.Doc"/>.</param>
    /// <param name="type">What is compared.</param>
    /// <param name="reverse">Whether the natural order is turned round.</param>
    /// <exception cref="ArgumentException">The field is missing where it is needed.</exception>
    public SortField(string? field, SortFieldType type, bool reverse = false)
    {
        if (field is null && type is not (SortFieldType.Score or SortFieldType.Doc))
        {
            throw new ArgumentException("a sort by values needs a field", nameof(field));
        }

        Field = field;
        Type = type;
        Reverse = reverse;
    }

    /// <summary>By score, highest first.</summary>
    public static SortField FieldScore { get; } = new(null, SortFieldType.Score);

    /// <summary>By doc id, lowest first.</summary>
    public static SortField FieldDoc { get; } = new(null, SortFieldType.Doc);

    /// <summary>The field, or null.</summary>
    public string? Field { get; }

    /// <summary>What is compared.</summary>
    public SortFieldType Type { get; }

    /// <summary>Whether the natural order is turned round.</summary>
    public bool Reverse { get; }

    /// <summary>Where documents without a value come in the final order, reversed or not; null for the natural way: a missing
    /// string is less than any other, a missing number is 0.</summary>
    public MissingValue? Missing { get; init; }
}
