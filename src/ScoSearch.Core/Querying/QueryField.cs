using System.Collections.Frozen;
using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis.Folding;

namespace ScoSearch.Core.Querying;

/// <summary>A field that queries and filters may name. Immutable; there is one object for each field.</summary>
internal sealed class QueryField
{
    private static readonly QueryField[] All =
    [
        Text = new("text", FieldKind.Text, ParagraphFields.Words, ParagraphFields.Grams, "正文"),
        Title = new("title", FieldKind.Text, ParagraphFields.TitleWords, ParagraphFields.TitleGrams, "标题"),
        Section = new("section", FieldKind.Text, ParagraphFields.SectionWords, ParagraphFields.SectionGrams, "章节"),
        Kind = new("kind", FieldKind.ParagraphKind, ParagraphFields.Kind, null, "类型"),
        new("document", FieldKind.Name, ParagraphFields.Document, null, "文档"),
        new("file", FieldKind.Name, ParagraphFields.File, null, "文件"),
        new("source", FieldKind.Name, ParagraphFields.Source, null, "来源"),
        new("author", FieldKind.Name, ParagraphFields.Author, null, "作者"),
        new("date", FieldKind.Date, ParagraphFields.Date, null, "日期"),
        new("year", FieldKind.Year, ParagraphFields.Year, null, "年份"),
        new("page", FieldKind.Number, ParagraphFields.Page, null, "页"),
        new("number", FieldKind.Number, ParagraphFields.Number, null, "段"),
    ];

    private static readonly FrozenDictionary<string, QueryField> ByName = All
        .SelectMany(field => new[] { KeyValuePair.Create(field.Name, field), KeyValuePair.Create(field.ChineseName, field) })
        .ToFrozenDictionary(StringComparer.Ordinal);

    private QueryField(string name, FieldKind type, string terms, string? grams, string chineseName)
    {
        Name = name;
        Type = type;
        Terms = terms;
        Grams = grams;
        ChineseName = chineseName;
    }

    /// <summary>The text of the paragraph.</summary>
    public static QueryField Text { get; }

    /// <summary>The title of the document.</summary>
    public static QueryField Title { get; }

    /// <summary>The headings above the paragraph.</summary>
    public static QueryField Section { get; }

    /// <summary>The kind of the paragraph.</summary>
    public static QueryField Kind { get; }

    /// <summary>All names for people, such as <c>text, title</c>.</summary>
    public static string Names { get; } = string.Join(", ", All.Select(field => field.Name));

    /// <summary>Its name in queries.</summary>
    public string Name { get; }

    /// <summary>Its Chinese name, as good as the other.</summary>
    public string ChineseName { get; }

    /// <summary>What its values are.</summary>
    public FieldKind Type { get; }

    /// <summary>The index field of its words, values or numbers.</summary>
    public string Terms { get; }

    /// <summary>The index field of its bigrams; null unless it is text.</summary>
    public string? Grams { get; }

    /// <summary>Whether its values have an order that people compare by.</summary>
    public bool IsOrdered => Type is FieldKind.Date or FieldKind.Year or FieldKind.Number;

    /// <summary>The field of a name, in any case and width; null when there is none.</summary>
    public static QueryField? Find(string name) => ByName.GetValueOrDefault(TextFolder.All.Fold(name));

    /// <inheritdoc/>
    public override string ToString() => Name;
}
