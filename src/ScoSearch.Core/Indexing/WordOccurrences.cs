using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.SmartCn;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Indexing;

/// <summary>Finds the paragraphs whose analysis may depend on a user word. Stateless; thread-safe.</summary>
/// <remarks>
/// Never too few, sometimes some more: blanks and punctuation between characters do not count in bigram fields, and a run of
/// letters or digits of the word may be part of a longer run there (5G of a5G), where user words distinguish the two. A word of
/// signs alone is in no bigram field: it may stand in any paragraph.
/// </remarks>
internal static class WordOccurrences
{
    private static readonly string[] Fields = [ParagraphFields.Grams, ParagraphFields.TitleGrams, ParagraphFields.SectionGrams];

    private static readonly ParagraphAnalyzer Grams = new(GramMode.Query, UserDictionary.Empty);

    /// <summary>A query for the paragraphs.</summary>
    public static Query QueryFor(string word)
    {
        BooleanQuery.Builder any = new();
        foreach (string field in Fields)
        {
            any.Add(QueryFor(field, word), Occur.Should);
        }

        return new ConstantScoreQuery(any.Build());
    }

    private static Query QueryFor(string field, string word)
    {
        BooleanQuery.Builder all = new();
        PhraseQuery.Builder characters = new();
        int pieces = 0;
        int inPhrase = 0;
        int position = -1;
        TokenStream stream = Grams.GetTokenStream(field, word);
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            string term = stream.Token.Term.ToString();
            if (stream.Token.Type == TokenTypes.AlphaNum)
            {
                // Characters on both sides of a run are looked for apart from each other.
                Finish();
                all.Add(new WildcardQuery(new Term(field, $"*{term}*")), Occur.Must);
                pieces++;
            }
            else
            {
                characters.Add(new Term(field, term), position);
                inPhrase++;
            }
        }

        stream.End();
        Finish();
        return pieces == 0 ? MatchAllDocsQuery.Instance : all.Build();

        void Finish()
        {
            if (inPhrase > 0)
            {
                all.Add(characters.Build(), Occur.Must);
                characters = new PhraseQuery.Builder();
                inPhrase = 0;
                pieces++;
            }
        }
    }
}
