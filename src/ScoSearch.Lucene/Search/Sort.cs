namespace ScoSearch.Lucene.Search;

/// <summary>Keys to sort hits by, the most important first; hits equal in all of them come by doc id. Immutable.</summary>
public sealed class Sort
{
    private readonly SortField[] _fields;

    /// <summary>Creates an order.</summary>
    /// <exception cref="ArgumentException">There is no key.</exception>
    public Sort(params ReadOnlySpan<SortField> fields)
    {
        if (fields.IsEmpty)
        {
            throw new ArgumentException("a sort needs at least one key", nameof(fields));
        }

        _fields = fields.ToArray();
    }

    /// <summary>By score, highest first.</summary>
    public static Sort Relevance { get; } = new(SortField.FieldScore);

    /// <summary>By doc id.</summary>
    public static Sort IndexOrder { get; } = new(SortField.FieldDoc);

    /// <summary>The keys.</summary>
    public IReadOnlyList<SortField> Fields => _fields;

    /// <summary>True when scores are needed to sort.</summary>
    internal bool NeedsScores => _fields.Any(key => key.Type == SortFieldType.Score);
}
