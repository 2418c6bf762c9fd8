using ScoSearch.Core.Indexing;
using ScoSearch.Core.Querying;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Analysis.Folding;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Plans what a person typed for some fields only, named by the request. Thread-safe.</summary>
internal sealed class FieldQueryPlanner(ParagraphAnalysis analysis)
{
    // As over all fields: there is a bigram for nearly every character, but a word for every second one only.
    private const float GramWeight = 0.7f;

    /// <summary>The query, or one that matches nothing when there is nothing to search for.</summary>
    /// <param name="typed">What was typed.</param>
    /// <param name="fields">Text fields.</param>
    /// <param name="needsAll">Whether a paragraph needs every word.</param>
    public ParagraphQuery Plan(UserQuery typed, IReadOnlyList<QueryField> fields, bool needsAll)
    {
        QueryTerms terms = new();
        BooleanQuery.Builder all = new();
        BooleanQuery.Builder words = new();
        int wanted = 0;
        foreach (UserQueryPart part in typed.Parts)
        {
            Query? planned = part.IsPhrase || part.IsExcluded
                ? PlanPhrase(part.Text, fields, part.IsExcluded ? null : terms)
                : PlanLoose(part.Text, fields, terms, words, needsAll);
            if (planned is not null)
            {
                bool isRequired = part.IsPhrase || needsAll;
                all.Add(planned, part.IsExcluded ? Occur.MustNot : isRequired ? Occur.Must : Occur.Should);
                wanted += part.IsExcluded ? 0 : 1;
            }
        }

        return new ParagraphQuery(
            wanted > 0 ? all.Build() : MatchNoDocsQuery.Instance, words.Build(), terms.ByField, terms.Whole);
    }

    private BooleanQuery? PlanPhrase(string text, IReadOnlyList<QueryField> fields, QueryTerms? terms)
    {
        BooleanQuery.Builder any = new();
        int count = 0;
        foreach (QueryField field in fields)
        {
            if (VisibleString.Read(analysis, field.Grams!, text) is { } shown)
            {
                // What is left out must stand there as it is.
                any.Add(terms is null ? shown.Whole() : shown.Anywhere(), Occur.Should);
                terms?.AddVisible(shown, withPieces: true);
                count++;
            }
        }

        return count == 0 ? null : any.Build();
    }

    private BooleanQuery? PlanLoose(
        string text, IReadOnlyList<QueryField> fields, QueryTerms terms, BooleanQuery.Builder words, bool needsAll)
    {
        string content = QuestionWords.Remove(TextFolder.All.Fold(text));
        string asked = string.IsNullOrWhiteSpace(content) ? text : content;
        BooleanQuery.Builder query = new();
        int count = 0;
        foreach (string word in TermsOf(ParagraphFields.Words, asked))
        {
            terms.Words.Add(word);
            CombinedTermQuery any = TextTerms.Word(fields, word);
            words.Add(any, Occur.Should);
            query.Add(any, needsAll ? Occur.Must : Occur.Should);
            count++;
        }

        foreach (string gram in TermsOf(ParagraphFields.Grams, asked))
        {
            terms.Grams.Add(gram);
            foreach (QueryField field in fields)
            {
                query.Add(new BoostQuery(new TermQuery(new Term(field.Grams!, gram)), GramWeight), Occur.Should);
            }

            count++;
        }

        return count == 0 ? null : query.Build();
    }

    private HashSet<string> TermsOf(string field, string text)
    {
        HashSet<string> terms = new(StringComparer.Ordinal);
        TokenStream stream = analysis.ForQueries.GetTokenStream(field, text);
        while (stream.MoveNext())
        {
            string term = stream.Token.Term.ToString();
            if (!QuestionWords.IsFunctionWord(term))
            {
                terms.Add(term);
            }
        }

        stream.End();
        return terms;
    }
}
