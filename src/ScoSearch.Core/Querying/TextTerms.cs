using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Querying;

/// <summary>Makes queries of text: cut as the paragraphs are. Thread-safe.</summary>
/// <param name="analysis">How text is cut.</param>
internal sealed class TextTerms(ParagraphAnalysis analysis)
{
    /// <summary>The characters as they were typed, side by side; null when there are none to look for.</summary>
    /// <param name="field">A text field.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="terms">Takes the terms; null when they are not to be marked.</param>
    public PhraseQuery? Phrase(QueryField field, string text, QueryTerms? terms)
    {
        if (VisibleString.Read(analysis, field.Grams!, text) is not { } shown)
        {
            return null;
        }

        terms?.AddVisible(shown, withPieces: false);
        return shown.Whole();
    }

    /// <summary>The words of a phrase, each as typed, moved by up to some characters in all; null when there are none.</summary>
    /// <remarks>Positions of bigram fields count characters; bigrams that reach from one word into the next are left out.</remarks>
    public PhraseQuery? SloppyPhrase(QueryField field, string text, int slop, QueryTerms? terms)
    {
        SortedSet<(int Position, string Term)> placed = [];
        Dictionary<int, int> positions = FindPositions(field, text);
        foreach ((int start, int end) in FindWords(field, text))
        {
            if (positions.TryGetValue(start, out int first))
            {
                Analyze(
                    analysis.ForQueries,
                    field.Grams!,
                    text[start..end],
                    (token, position) => placed.Add((first + position, token.Term.ToString())));
            }
        }

        PhraseQuery.Builder phrase = new PhraseQuery.Builder().SetSlop(slop);
        foreach ((int position, string term) in placed)
        {
            phrase.Add(new Term(field.Grams!, term), position);
            terms?.Grams.Add(term);
        }

        return placed.Count == 0 ? null : phrase.Build();
    }

    /// <summary>The words of a text, side by side; null when there are none.</summary>
    /// <param name="fields">Text fields.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="terms">Takes the terms; null when they are not to be marked.</param>
    /// <remarks>A single word counts as in one text made of all fields.</remarks>
    public Query? Words(IReadOnlyList<QueryField> fields, string text, QueryTerms? terms)
    {
        List<(string Term, int Position)> words = [];
        Analyze(analysis.ForQueries, fields[0].Terms, text, (token, position) => words.Add((token.Term.ToString(), position)));
        terms?.Words.UnionWith(words.Select(word => word.Term));
        if (words.Count <= 1)
        {
            return words.Count == 0 ? null : Word(fields, words[0].Term);
        }

        BooleanQuery.Builder any = new();
        foreach (QueryField field in fields)
        {
            PhraseQuery.Builder phrase = new();
            words.ForEach(word => phrase.Add(new Term(field.Terms, word.Term), word.Position));
            any.Add(phrase.Build(), Occur.Should);
        }

        return any.Build();
    }

    /// <summary>A word that is a term, as in one text made of several fields.</summary>
    public static CombinedTermQuery Word(IReadOnlyList<QueryField> fields, string term) =>
        new([.. fields.Select(field => (new Term(field.Terms, term), 1f))]);

    /// <summary>The form in which terms of the word fields are compared.</summary>
    public string FoldWords(string text) => analysis.ForQueries.Normalize(ParagraphFields.Words, text);

    /// <summary>The term of a word, with the ending that terms have; several words stay as they are, folded.</summary>
    public string Stem(string text)
    {
        List<string> words = [];
        Analyze(analysis.ForQueries, ParagraphFields.Words, text, (token, _) => words.Add(token.Term.ToString()));
        return words.Count == 1 ? words[0] : FoldWords(text);
    }

    // Where each character or run of letters stands, by its offset.
    private Dictionary<int, int> FindPositions(QueryField field, string text)
    {
        Dictionary<int, int> positions = [];
        Analyze(analysis.ForIndexing, field.Grams!, text, (token, position) => positions.TryAdd(token.StartOffset, position));
        return positions;
    }

    private List<(int Start, int End)> FindWords(QueryField field, string text)
    {
        List<(int Start, int End)> words = [];
        Analyze(analysis.ForQueries, field.Terms, text, (token, _) => words.Add((token.StartOffset, token.EndOffset)));
        return words;
    }

    private static void Analyze(Analyzer analyzer, string field, string text, Action<Token, int> take)
    {
        TokenStream stream = analyzer.GetTokenStream(field, text);
        int position = -1;
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            take(stream.Token, position);
        }

        stream.End();
    }
}
