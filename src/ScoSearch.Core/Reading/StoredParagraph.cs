using System.Globalization;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Documents;

namespace ScoSearch.Core.Reading;

/// <summary>The stored fields of a paragraph under the names people use. Immutable.</summary>
internal sealed class StoredParagraph(Document stored)
{
    /// <summary>Between the headings of a section path.</summary>
    public const string SectionSeparator = " › ";

    public string Id => stored.Get(ParagraphFields.Id) ?? "";

    public string DocumentId => stored.Get(ParagraphFields.Document) ?? "";

    public int Number => ToNumber(stored.Get(ParagraphFields.Number)) ?? 0;

    public string Kind => stored.Get(ParagraphFields.Kind) ?? "";

    public string Text { get; } = stored.Get(ParagraphFields.Text) ?? "";

    public string? Title => stored.Get(ParagraphFields.Title);

    /// <summary>The headings above, outermost first.</summary>
    public IReadOnlyList<string> SectionPath { get; } =
        [.. stored.FindAll(ParagraphFields.Section).Select(field => field.StringValue)];

    /// <summary>The headings above as they are shown; null at the top.</summary>
    public string? Section => SectionPath.Count > 0 ? string.Join(SectionSeparator, SectionPath) : null;

    /// <summary>For a footnote: number of the paragraph that refers to it first; null otherwise.</summary>
    public int? Anchor => ToNumber(stored.Get(ParagraphFields.Anchor));

    /// <summary>Number of the other half of a paragraph that was torn apart, of which this is the first; null otherwise.</summary>
    public int? ContinuedIn => ToNumber(stored.Get(ParagraphFields.ContinuedIn));

    /// <summary>Number of the first half, where this is the second; null otherwise.</summary>
    public int? Continues => ToNumber(stored.Get(ParagraphFields.Continues));

    /// <summary>Footnotes the paragraph refers to, in order; one whose paragraph was not found points to 0.</summary>
    public IEnumerable<FootnoteReference> Footnotes => stored.FindAll(ParagraphFields.Footnotes).Select(note =>
    {
        string[] parts = note.StringValue.Split('\t');
        return new FootnoteReference(
            parts[0], ToNumber(parts.ElementAtOrDefault(1)) ?? 0, ToNumber(parts.ElementAtOrDefault(2)) ?? 0);
    });

    public DocumentInfo ToDocumentInfo() => new(
        DocumentId, Title, stored.Get(ParagraphFields.Author), stored.Get(ParagraphFields.Source), stored.Get(ParagraphFields.Date));

    public ParagraphInfo ToParagraphInfo()
    {
        int[] lines = [.. stored.FindAll(ParagraphFields.Lines)
            .SelectMany(field => field.StringValue.Split('-'))
            .Select(line => ToNumber(line) ?? 0)];
        return new ParagraphInfo(
            Number,
            Kind,
            Section,
            ToNumber(stored.Get(ParagraphFields.Page)),
            lines.Length > 0 ? lines.Min() : null,
            lines.Length > 0 ? lines.Max() : null);
    }

    public ContextParagraph ToContext() => new(Id, Number, Kind, Text);

    private static int? ToNumber(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
