namespace ScoSearch.Core.Indexing;

/// <summary>Names of the fields of a paragraph in the index. Part of the index format: a change asks for a new schema version.</summary>
/// <remarks>
/// Paragraphs of kind <c>noise</c> (page numbers, running heads) keep their place and their stored fields, but have no
/// word and bigram fields: no search for text finds them, and they do not count in the statistics.
/// </remarks>
internal static class ParagraphFields
{
    /// <summary>Paragraph id: document id, <c>#</c>, number. Indexed as one term, stored.</summary>
    public const string Id = "id";

    /// <summary>Document id. Indexed as one term, stored, sorted doc values.</summary>
    public const string Document = "document";

    /// <summary>
    /// Id of the file the document was read from: path relative to the root given, <c>/</c> between folders. Indexed as
    /// one term, stored, sorted doc values. Absent when the document did not come from a file.
    /// </summary>
    public const string File = "file";

    /// <summary>Hash of the content the document was read from, metadata included. Sorted doc values.</summary>
    public const string Hash = "hash";

    /// <summary>Number in the document. Stored, numeric doc values.</summary>
    public const string Number = "number";

    /// <summary>Kind of paragraph. Indexed as one term, stored, sorted doc values.</summary>
    public const string Kind = "kind";

    /// <summary>The paragraph as in the source. Stored only.</summary>
    public const string Text = "text";

    /// <summary>Words of the text: SmartCn and user words over folded characters. Indexed with positions.</summary>
    public const string Words = "words";

    /// <summary>Han bigrams and single characters of the text, folded. Indexed with positions, one a character.</summary>
    public const string Grams = "grams";

    /// <summary>
    /// What a paragraph is ranked by: its words and bigrams and those of its title, as of one text. Indexed with frequencies,
    /// without positions. A word that is also a bigram of the same place is there once.
    /// </summary>
    public const string Ranking = "ranking";

    /// <summary>
    /// Words and bigrams a paragraph opens with. Indexed with frequencies, without norms: the frequency tells how near to the
    /// beginning, see <see cref="OpeningTerms"/>.
    /// </summary>
    public const string Opening = "opening";

    /// <summary>1 when the paragraph is written in traditional characters, else absent. Numeric doc values.</summary>
    public const string Traditional = "traditional";

    /// <summary>Document title. Stored.</summary>
    public const string Title = "title";

    /// <summary>Words of the document title. Indexed with positions.</summary>
    public const string TitleWords = "title.words";

    /// <summary>Han bigrams and single characters of the document title. Indexed with positions.</summary>
    public const string TitleGrams = "title.grams";

    /// <summary>
    /// Section path, one value a level, outermost first. Stored; each heading indexed as one term, sorted-set doc values.
    /// </summary>
    public const string Section = "section";

    /// <summary>Words of the section path. Indexed with positions; levels stand apart.</summary>
    public const string SectionWords = "section.words";

    /// <summary>Han bigrams and single characters of the section path. Indexed with positions; levels stand apart.</summary>
    public const string SectionGrams = "section.grams";

    /// <summary>Author. Stored; indexed as one term.</summary>
    public const string Author = "author";

    /// <summary>Publication. Indexed as one term, stored, sorted doc values.</summary>
    public const string Source = "source";

    /// <summary>Date in ISO form, <c>yyyy</c>, <c>yyyy-MM</c> or <c>yyyy-MM-dd</c>. Indexed as one term (for ranges), stored, sorted doc values.</summary>
    public const string Date = "date";

    /// <summary>Year of the date. Indexed as one term, sorted doc values.</summary>
    public const string Year = "year";

    /// <summary>Page. Stored, numeric doc values.</summary>
    public const string Page = "page";

    /// <summary>First and last source line, "12-15", one value a range. Stored.</summary>
    public const string Lines = "lines";

    /// <summary>
    /// Footnotes the paragraph refers to, one value each: marker, tab, UTF-16 offset in the text, tab, number of the
    /// footnote paragraph (0 when it was not found). Stored.
    /// </summary>
    public const string Footnotes = "footnotes";

    /// <summary>Of a footnote: number of the first paragraph that refers to it. Stored; absent when there is none.</summary>
    public const string Anchor = "anchor";

    /// <summary>
    /// Of the first half of a paragraph whose columns were extracted in the wrong order: number of the other half. Stored.
    /// </summary>
    public const string ContinuedIn = "continuedIn";

    /// <summary>Of the second half: number of the first. Stored.</summary>
    public const string Continues = "continues";

    /// <summary>Whether a field holds bigrams.</summary>
    public static bool IsGrams(string field) => field is Grams or TitleGrams or SectionGrams;

    /// <summary>Whether a field holds words.</summary>
    public static bool IsWords(string field) => field is Words or TitleWords or SectionWords;
}
