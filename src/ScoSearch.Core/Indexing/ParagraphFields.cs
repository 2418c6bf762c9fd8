namespace ScoSearch.Core.Indexing;

/// <summary>Names of the fields of a paragraph in the index. Part of the index format: a change asks for a new schema version.</summary>
internal static class ParagraphFields
{
    /// <summary>Paragraph id: document id, <c>#</c>, number. Indexed as one term, stored.</summary>
    public const string Id = "id";

    /// <summary>Document id. Indexed as one term, stored, sorted doc values.</summary>
    public const string Document = "document";

    /// <summary>Number in the document. Stored, numeric doc values.</summary>
    public const string Number = "number";

    /// <summary>Kind of paragraph. Indexed as one term, stored, sorted doc values.</summary>
    public const string Kind = "kind";

    /// <summary>The paragraph as in the source. Stored only.</summary>
    public const string Text = "text";

    /// <summary>Words of the text: SmartCn and user words over folded characters. Indexed with positions.</summary>
    public const string Words = "words";

    /// <summary>Han bigrams of the text, folded. Indexed with positions.</summary>
    public const string Grams = "grams";

    /// <summary>Document title. Stored.</summary>
    public const string Title = "title";

    /// <summary>Section path, one value a level. Stored.</summary>
    public const string Section = "section";

    /// <summary>Author. Stored.</summary>
    public const string Author = "author";

    /// <summary>Publication. Indexed as one term, stored, sorted doc values.</summary>
    public const string Source = "source";

    /// <summary>Date of publication in ISO form. Indexed as one term (for ranges), stored, sorted doc values.</summary>
    public const string Date = "date";

    /// <summary>Page. Stored.</summary>
    public const string Page = "page";

    /// <summary>First and last source line, "12-15", one value a range. Stored.</summary>
    public const string Lines = "lines";
}
