using System.Globalization;
using ScoSearch.Core.Searching;

namespace ScoSearch.Core.Citing;

/// <summary>Writes how to cite a paragraph. Stateless; thread-safe.</summary>
/// <remarks>
/// The reference list form follows GB/T 7714-2015: author. title[mark]. source, date: page. What is not known is left
/// out, and a document without a title goes by its id. The mark is chosen by <see cref="SourceKinds"/>.
/// </remarks>
internal static class CitationWriter
{
    // GB/T 7714: of more than three authors the first three are named.
    private const int MaxAuthors = 3;

    // Full date, month and year as dates are stored.
    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];
    private static readonly string[] ChineseForms = ["yyyy年M月d日", "yyyy年M月", "yyyy年"];

    /// <summary>Writes both forms.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">The paragraph's place in it.</param>
    /// <param name="accessed">When the text was taken into the index; null when unknown.</param>
    /// <param name="language">Language of the running text.</param>
    public static Citation Write(
        DocumentInfo document, ParagraphInfo place, DateOnly? accessed, MessageLanguage language) => new(
            language == MessageLanguage.Chinese ? WriteChinese(document, place) : WriteEnglish(document, place),
            WriteGbt7714(document, place, accessed));

    private static string WriteChinese(DocumentInfo document, ParagraphInfo place)
    {
        string author = document.Author is string name ? $"{name}：" : "";
        IEnumerable<string?> parts =
        [
            $"{author}《{TitleOf(document)}》",
            document.Source is string source ? Unquote(source) : null,
            FormatDate(document.Date, ChineseForms),
            place.Section is string section ? $"“{section}”" : null,
            Invariant($"第{place.Number}段"),
            place.Page is int page ? Invariant($"第{page}页") : null,
        ];
        return string.Join('，', parts.OfType<string>()) + "。";
    }

    private static string WriteEnglish(DocumentInfo document, ParagraphInfo place)
    {
        IEnumerable<string?> parts =
        [
            document.Author,
            $"“{TitleOf(document)}”",
            document.Source is string source ? Unquote(source) : null,
            document.Date,
            place.Section is string section ? $"section “{section}”" : null,
            Invariant($"paragraph {place.Number}"),
            place.Page is int page ? Invariant($"p. {page}") : null,
        ];
        return string.Join(", ", parts.OfType<string>()) + ".";
    }

    private static string WriteGbt7714(DocumentInfo document, ParagraphInfo place, DateOnly? accessed)
    {
        SourceKind kind = SourceKinds.Of(document.Source);
        string head = AuthorsOf(document) + TitleOf(document) + SourceKinds.MarkOf(kind);
        string source = document.Source is string name ? Unquote(name) : "";
        string date = FormatDate(document.Date, DateForms) ?? "";
        string year = date.Length >= 4 ? date[..4] : "";
        string page = place.Page is int number ? Invariant($": {number}") : "";
        return kind switch
        {
            SourceKind.Newspaper => Join(head, Join2(source, date)) + ".",
            SourceKind.Web => Join(head, WebDates(date, accessed)) + (source.Length > 0 ? $". {source}." : "."),
            SourceKind.Journal or SourceKind.Book => Join(head, Join2(source, year)) + page + ".",
            _ => Join(head, Join2(source, date)) + page + ".",
        };
    }

    // (published)[accessed], as the standard wants it for what is on the net.
    private static string WebDates(string date, DateOnly? accessed) =>
        (date.Length > 0 ? $"({date})" : "")
        + (accessed is DateOnly day ? day.ToString("'['yyyy-MM-dd']'", CultureInfo.InvariantCulture) : "");

    private static string Join(string head, string tail) => tail.Length > 0 ? $"{head}. {tail}" : head;

    private static string Join2(string source, string date) =>
        string.Join(", ", ((string[])[source, date]).Where(part => part.Length > 0));

    private static string AuthorsOf(DocumentInfo document)
    {
        string[] authors = (document.Author ?? "").Split(
            ['、', ',', '，', ';', '；'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return authors.Length switch
        {
            0 => "",
            <= MaxAuthors => string.Join(", ", authors) + ". ",
            _ => string.Join(", ", authors.Take(MaxAuthors)) + (IsLatin(authors[0]) ? ", et al. " : ", 等. "),
        };
    }

    private static bool IsLatin(string text) => text.All(c => c < '\u2E80');

    private static string TitleOf(DocumentInfo document) =>
        string.IsNullOrWhiteSpace(document.Title) ? document.Id : Unquote(document.Title.ReplaceLineEndings(" ").Trim());

    // Names of works come with or without their marks.
    private static string Unquote(string text) =>
        text is ['《', .., '》'] && text.IndexOf('》', StringComparison.Ordinal) == text.Length - 1 ? text[1..^1] : text;

    private static string? FormatDate(string? date, string[] forms)
    {
        for (int i = 0; i < DateForms.Length; i++)
        {
            if (DateOnly.TryParseExact(date, DateForms[i], CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
            {
                return day.ToString(forms[i], CultureInfo.InvariantCulture);
            }
        }

        return date;
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
