namespace ScoSearch.Core.Documents;

/// <summary>What is known about a document besides its text. Immutable.</summary>
public sealed record DocumentMetadata
{
    /// <summary>Nothing known.</summary>
    public static DocumentMetadata Empty { get; } = new();

    /// <summary>The title.</summary>
    public MetadataValue? Title { get; init; }

    /// <summary>The subtitle.</summary>
    public MetadataValue? Subtitle { get; init; }

    /// <summary>The author or authors, as written.</summary>
    public MetadataValue? Author { get; init; }

    /// <summary>Who published the text: newspaper, agency, site.</summary>
    public MetadataValue? Source { get; init; }

    /// <summary>The date in ISO form, as exact as it is certain: year, year and month, or day.</summary>
    public MetadataValue? Date { get; init; }

    /// <summary>Further values by name; names compare ordinally.</summary>
    public IReadOnlyDictionary<string, MetadataValue> Other { get; init; } =
        new Dictionary<string, MetadataValue>(StringComparer.Ordinal);

    /// <summary>Joins two sets of values; for each name the value of the stronger origin wins, then this one's.</summary>
    /// <param name="other">The other values.</param>
    public DocumentMetadata MergedWith(DocumentMetadata other)
    {
        ArgumentNullException.ThrowIfNull(other);
        Dictionary<string, MetadataValue> all = new(Other, StringComparer.Ordinal);
        foreach ((string name, MetadataValue value) in other.Other)
        {
            all[name] = all.TryGetValue(name, out MetadataValue mine) ? Stronger(mine, value)!.Value : value;
        }

        return new DocumentMetadata
        {
            Title = Stronger(Title, other.Title),
            Subtitle = Stronger(Subtitle, other.Subtitle),
            Author = Stronger(Author, other.Author),
            Source = Stronger(Source, other.Source),
            Date = Stronger(Date, other.Date),
            Other = all,
        };
    }

    private static MetadataValue? Stronger(MetadataValue? mine, MetadataValue? theirs) =>
        mine is null ? theirs : theirs is null || mine.Value.Origin <= theirs.Value.Origin ? mine : theirs;
}
