using ScoSearch.Core.Text;

namespace ScoSearch.Core.Documents;

/// <summary>Collects named values of one origin into <see cref="DocumentMetadata"/>. Not thread-safe.</summary>
/// <param name="origin">Origin of all values.</param>
public sealed class MetadataCollector(MetadataOrigin origin)
{
    private readonly Dictionary<string, MetadataValue> _values = new(StringComparer.Ordinal);

    /// <summary>Adds a value; the first value of a name stays, empty values are ignored.</summary>
    /// <param name="name">
    /// Name in any case; common synonyms such as <c>creator</c>, <c>作者</c>, <c>publisher</c> or <c>published</c> are
    /// brought to the known names. Dates are brought to ISO form; a date that cannot be read is kept as <c>dateText</c>.
    /// </param>
    /// <param name="value">The value, or null.</param>
    public void Add(string name, string? value)
    {
        ArgumentNullException.ThrowIfNull(name);
        string trimmed = value?.Trim() ?? "";
        if (trimmed.Length == 0)
        {
            return;
        }

        string known = KnownName(name);
        if (known == "date")
        {
            string? iso = ChineseDate.ToIso(trimmed);
            known = iso is null ? "dateText" : "date";
            trimmed = iso ?? trimmed;
        }

        _values.TryAdd(known, new MetadataValue(trimmed, origin));
    }

    /// <summary>The values collected so far.</summary>
    public DocumentMetadata ToMetadata() => new()
    {
        Title = Take("title"),
        Subtitle = Take("subtitle"),
        Author = Take("author"),
        Source = Take("source"),
        Date = Take("date"),
        Other = _values.Where(v => v.Key is not ("title" or "subtitle" or "author" or "source" or "date"))
            .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal),
    };

    private static string KnownName(string name) => name.Trim().ToLowerInvariant() switch
    {
        "title" or "标题" or "題目" or "题目" or "og:title" => "title",
        "subtitle" or "副标题" => "subtitle",
        "author" or "authors" or "creator" or "作者" or "article:author" => "author",
        "source" or "publisher" or "来源" or "來源" or "og:site_name" => "source",
        "date" or "published" or "pubdate" or "publishdate" or "日期" or "发布时间" or "article:published_time" => "date",
        _ => name.Trim(),
    };

    private MetadataValue? Take(string name) => _values.TryGetValue(name, out MetadataValue value) ? value : null;
}
