using System.Globalization;
using System.Text;
using ScoSearch.Core.Documents;
using ScoSearch.Core.Text;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Documents;
using ScoSearch.Lucene.Index;

namespace ScoSearch.Core.Indexing;

/// <summary>Makes the index documents of a document's paragraphs, analysed and ready to be added. Stateless; thread-safe.</summary>
internal sealed class ParagraphSchema(ParagraphAnalysis analysis)
{
    /// <summary>Longest document id, in UTF-8 bytes; the id of a paragraph must still be one term.</summary>
    public const int MaxIdLengthInBytes = 4096;

    // Values longer than this are stored, but are neither terms nor facets: nobody filters by them.
    private const int MaxFacetLength = 1000;

    private static readonly FieldType StoredOnly = new() { IsStored = true };

    private static readonly FieldType FacetType = StringField.TypeStored with { DocValuesType = DocValuesType.Sorted };

    private static readonly FieldType HeadingType = StringField.TypeStored with { DocValuesType = DocValuesType.SortedSet };

    private static readonly FieldType NumberType = new() { IsStored = true, DocValuesType = DocValuesType.Numeric };

    private static readonly FieldType RankingType = new() { IndexOptions = IndexOptions.DocsAndFreqs };

    private static readonly FieldType OpeningType = RankingType with { OmitNorms = true };

    private readonly Analyzer _analyzer = analysis.ForIndexing;

    /// <summary>Id of a paragraph.</summary>
    public static string IdOf(string documentId, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{documentId}#{number}");

    /// <summary>Makes the index documents.</summary>
    /// <param name="document">The document.</param>
    /// <param name="origin">Where it came from.</param>
    /// <exception cref="ArgumentException">The document's id is too long.</exception>
    public List<Document> Create(ReconstructedDocument document, DocumentOrigin origin)
    {
        if (Encoding.UTF8.GetByteCount(document.Id) > MaxIdLengthInBytes)
        {
            throw new ArgumentException($"a document id is at most {MaxIdLengthInBytes} bytes long", nameof(document));
        }

        DocumentMetadata metadata = document.Metadata;
        string? title = metadata.Title?.Value ?? TitleIn(document.Paragraphs);
        SharedText? titleTokens = title is null
            ? null
            : Analyze([title], ParagraphFields.TitleWords, ParagraphFields.TitleGrams);
        SharedText? sectionTokens = null;
        Dictionary<int, int> anchors = FindAnchors(document.Paragraphs);
        List<Document> all = new(document.Paragraphs.Count);
        foreach (Paragraph paragraph in document.Paragraphs)
        {
            Document fields = [];
            AddOrigin(fields, document.Id, origin, paragraph);
            fields.Add(new Field(ParagraphFields.Text, paragraph.Text, StoredOnly));
            AddMetadata(fields, title, metadata, paragraph);
            AddPlace(fields, paragraph);
            if (anchors.TryGetValue(paragraph.Number, out int anchor))
            {
                fields.Add(new StoredField(ParagraphFields.Anchor, anchor));
            }

            if (paragraph.Kind != ParagraphKind.Noise)
            {
                SharedText tokens = Analyze([paragraph.Text], ParagraphFields.Words, ParagraphFields.Grams);
                tokens.AddTo(fields);
                titleTokens?.AddTo(fields);
                AddRanking(fields, paragraph.Text, tokens, titleTokens);
                if (paragraph.Section.Count > 0)
                {
                    // Neighbours share their section, so its terms are mostly at hand.
                    sectionTokens = sectionTokens?.Texts.SequenceEqual(paragraph.Section) == true
                        ? sectionTokens
                        : Analyze(paragraph.Section, ParagraphFields.SectionWords, ParagraphFields.SectionGrams);
                    sectionTokens.AddTo(fields);
                }
            }

            all.Add(fields);
        }

        return all;
    }

    // Number of the first paragraph that refers to a footnote, by the footnote's number.
    private static Dictionary<int, int> FindAnchors(IReadOnlyList<Paragraph> paragraphs)
    {
        Dictionary<int, int> anchors = [];
        foreach (Paragraph paragraph in paragraphs)
        {
            foreach (FootnoteReference note in paragraph.Footnotes)
            {
                anchors.TryAdd(note.Paragraph, paragraph.Number);
            }
        }

        anchors.Remove(0);
        return anchors;
    }

    private static string? TitleIn(IReadOnlyList<Paragraph> paragraphs)
    {
        foreach (Paragraph paragraph in paragraphs)
        {
            if (paragraph.Kind == ParagraphKind.Title)
            {
                return paragraph.Text;
            }
        }

        return null;
    }

    private static void AddOrigin(Document fields, string documentId, DocumentOrigin origin, Paragraph paragraph)
    {
        fields.Add(new StringField(ParagraphFields.Id, IdOf(documentId, paragraph.Number), stored: true));
        fields.Add(new Field(ParagraphFields.Document, documentId, FacetType));
        if (origin.FileId is string file)
        {
            fields.Add(new Field(ParagraphFields.File, file, FacetType));
        }

        fields.Add(new SortedDocValuesField(ParagraphFields.Hash, origin.Hash));
        fields.Add(new Field(ParagraphFields.Number, (long)paragraph.Number, NumberType));
        fields.Add(new Field(ParagraphFields.Kind, paragraph.Kind.NameOf(), FacetType));
    }

    private static void AddMetadata(Document fields, string? title, DocumentMetadata metadata, Paragraph paragraph)
    {
        if (title is not null)
        {
            fields.Add(new Field(ParagraphFields.Title, title, StoredOnly));
        }

        AddFacet(fields, ParagraphFields.Author, metadata.Author?.Value);
        AddFacet(fields, ParagraphFields.Source, metadata.Source?.Value);
        string? date = paragraph.Date ?? metadata.Date?.Value;
        AddFacet(fields, ParagraphFields.Date, date);
        if (date is { Length: >= 4 } && date.AsSpan(0, 4).IndexOfAnyExceptInRange('0', '9') < 0)
        {
            fields.Add(new StringField(ParagraphFields.Year, date[..4]));
            fields.Add(new SortedDocValuesField(ParagraphFields.Year, date[..4]));
        }
    }

    private static void AddFacet(Document fields, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            fields.Add(new Field(name, value, value.Length > MaxFacetLength ? StoredOnly : FacetType));
        }
    }

    private static void AddPlace(Document fields, Paragraph paragraph)
    {
        foreach (string heading in paragraph.Section)
        {
            bool isFacet = heading.Length is > 0 and <= MaxFacetLength;
            fields.Add(new Field(ParagraphFields.Section, heading, isFacet ? HeadingType : StoredOnly));
        }

        if (paragraph.Page > 0)
        {
            fields.Add(new Field(ParagraphFields.Page, (long)paragraph.Page, NumberType));
        }

        foreach (LineRange range in paragraph.Lines)
        {
            string lines = string.Create(CultureInfo.InvariantCulture, $"{range.First}-{range.Last}");
            fields.Add(new Field(ParagraphFields.Lines, lines, StoredOnly));
        }

        foreach (FootnoteReference note in paragraph.Footnotes)
        {
            string place = string.Create(
                CultureInfo.InvariantCulture, $"{note.Marker}\t{note.Offset}\t{note.Paragraph}");
            fields.Add(new Field(ParagraphFields.Footnotes, place, StoredOnly));
        }

        AddHalf(fields, ParagraphFields.ContinuedIn, paragraph.ContinuedIn);
        AddHalf(fields, ParagraphFields.Continues, paragraph.Continues);
    }

    private static void AddHalf(Document fields, string name, int number)
    {
        if (number > 0)
        {
            fields.Add(new StoredField(name, number));
        }
    }

    private static void AddRanking(Document fields, string text, SharedText tokens, SharedText? titleTokens)
    {
        if (titleTokens is not null)
        {
            // A word of the title counts like two in the text: it says what the whole document is about.
            fields.Add(new Field(ParagraphFields.Ranking, titleTokens.Ranking.Value.Replay(), RankingType));
            fields.Add(new Field(ParagraphFields.Ranking, titleTokens.Ranking.Value.Replay(), RankingType));
        }

        TokenRecording ranking = tokens.Ranking.Value;
        fields.Add(new Field(ParagraphFields.Ranking, ranking.Replay(), RankingType));
        TokenRecording opening = OpeningTerms.Find(text, ranking);
        if (opening.Count > 0)
        {
            fields.Add(new Field(ParagraphFields.Opening, opening.Replay(), OpeningType));
        }

        if (ScriptDetector.IsTraditional(text))
        {
            fields.Add(new NumericDocValuesField(ParagraphFields.Traditional, 1));
        }
    }

    private SharedText Analyze(IReadOnlyList<string> texts, string words, string grams) => new(
        texts,
        words,
        [.. texts.Select(t => TokenRecording.Record(_analyzer, words, t))],
        grams,
        [.. texts.Select(t => TokenRecording.Record(_analyzer, grams, t))]);

    private sealed record SharedText(
        IReadOnlyList<string> Texts,
        string WordField,
        TokenRecording[] Words,
        string GramField,
        TokenRecording[] Grams)
    {
        /// <summary>Words and bigrams of the first text together, made when they are first asked for.</summary>
        public Lazy<TokenRecording> Ranking { get; } = new(() => RankingTerms.Merge(Words[0], Grams[0]));

        public void AddTo(Document fields)
        {
            Add(fields, WordField, Words);
            Add(fields, GramField, Grams);
        }

        private static void Add(Document fields, string name, TokenRecording[] values)
        {
            foreach (TokenRecording value in values)
            {
                fields.Add(new TextField(name, value.Replay()));
            }
        }
    }
}
