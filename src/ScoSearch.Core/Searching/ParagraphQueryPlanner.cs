using ScoSearch.Core.Indexing;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Index;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Turns what a person typed into a query over the word and the bigram field. Thread-safe.</summary>
/// <remarks>
/// Loose text: any of its words or bigrams, scores of both fields added; the word field decides most of the ranking, the bigram field finds
/// what words cut differently. A phrase must stand as it is, so it is asked of the bigram field, where no word border can hide it.
/// </remarks>
internal sealed class ParagraphQueryPlanner(ParagraphAnalysis analysis)
{
    /// <summary>The query, or one that matches nothing when there is nothing to search for.</summary>
    public ParagraphQuery Plan(UserQuery typed)
    {
        BooleanQuery.Builder all = new();
        BooleanQuery.Builder words = new();
        BooleanQuery.Builder loose = new();
        Dictionary<string, HashSet<string>> terms = new(StringComparer.Ordinal)
        {
            [ParagraphFields.Words] = new(StringComparer.Ordinal),
            [ParagraphFields.Grams] = new(StringComparer.Ordinal),
        };
        bool hasLoose = false;
        bool hasRequired = false;
        foreach (UserQueryPart part in typed.Parts)
        {
            if (part.IsExcluded || part.IsPhrase)
            {
                if (BuildPhrase(part, terms[ParagraphFields.Grams]) is { } phrase)
                {
                    all.Add(phrase, part.IsExcluded ? Occur.MustNot : Occur.Must);
                    hasRequired |= !part.IsExcluded;
                }

                continue;
            }

            hasLoose |= AddTerms(loose, words, part.Text, terms);
        }

        if (hasLoose)
        {
            all.Add(loose.Build(), hasRequired ? Occur.Should : Occur.Must);
        }

        return hasLoose || hasRequired
            ? new ParagraphQuery(all.Build(), hasLoose ? words.Build() : null, terms)
            : new ParagraphQuery(new MatchNoDocsQuery(), null, terms);
    }

    private bool AddTerms(
        BooleanQuery.Builder loose, BooleanQuery.Builder words, string text, Dictionary<string, HashSet<string>> terms)
    {
        bool any = false;
        foreach (string field in (ReadOnlySpan<string>)[ParagraphFields.Words, ParagraphFields.Grams])
        {
            Analyze(field, text, (term, _) =>
            {
                any = true;
                if (terms[field].Add(term))
                {
                    TermQuery query = new(new Term(field, term));
                    loose.Add(query, Occur.Should);
                    if (field == ParagraphFields.Words)
                    {
                        words.Add(query, Occur.Should);
                    }
                }
            });
        }

        return any;
    }

    private PhraseQuery? BuildPhrase(UserQueryPart part, HashSet<string> terms)
    {
        PhraseQuery.Builder phrase = new();
        int count = 0;
        Analyze(ParagraphFields.Grams, part.Text, (term, position) =>
        {
            phrase.Add(new Term(ParagraphFields.Grams, term), position);
            count++;
            if (!part.IsExcluded)
            {
                terms.Add(term);
            }
        });
        return count == 0 ? null : phrase.Build();
    }

    private void Analyze(string field, string text, Action<string, int> take)
    {
        TokenStream stream = analysis.ForQueries.GetTokenStream(field, text);
        int position = -1;
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            take(stream.Token.Term.ToString(), position);
        }

        stream.End();
    }
}
