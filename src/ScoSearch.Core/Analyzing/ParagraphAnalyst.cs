using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Analyzing;

/// <summary>Shows how a query and a paragraph are cut and why they fit or do not. Thread-safe.</summary>
internal sealed class ParagraphAnalyst(ParagraphAnalysis analysis)
{
    private const string WordRow = "words";
    private const string BigramRow = "bigrams";

    /// <summary>Cuts a query as it is cut for a search.</summary>
    public AnalyzedText CutQuery(string text) => Cut(analysis.ForQueries, text);

    /// <summary>Cuts a paragraph as it is cut for the index.</summary>
    public AnalyzedText CutText(string text) => Cut(analysis.ForIndexing, text);

    /// <summary>The terms of a query with their places in a paragraph.</summary>
    /// <param name="query">The query as it is cut.</param>
    /// <param name="plan">The query as it is searched.</param>
    /// <param name="text">The paragraph as it is cut.</param>
    /// <param name="title">Title of its document, or null.</param>
    public IReadOnlyList<TermMatch> Compare(AnalyzedText query, ParagraphQuery plan, AnalyzedText text, string? title)
    {
        AnalyzedText head = CutText(title ?? "");
        return
        [
            .. Compare(WordRow, query.Words, plan.Terms[ParagraphFields.Words], text.Words, head.Words),
            .. Compare(BigramRow, query.Bigrams, plan.Terms[ParagraphFields.Grams], text.Bigrams, head.Bigrams),
        ];
    }

    /// <summary>Why a query does or does not find a paragraph, in words.</summary>
    /// <param name="plan">The query as it is searched.</param>
    /// <param name="terms">Its terms with their places.</param>
    /// <param name="searcher">Searches the index with the paragraph.</param>
    /// <param name="docId">The paragraph's place in it.</param>
    /// <param name="kind">Kind of the paragraph.</param>
    /// <param name="language">Language of the reason.</param>
    public static (bool IsMatch, string Reason) Judge(
        ParagraphQuery plan,
        IReadOnlyList<TermMatch> terms,
        IndexSearcher searcher,
        int docId,
        string kind,
        MessageLanguage language)
    {
        MatchReason reason = new(language);
        if (searcher.Explain(plan.Query, docId).IsMatch)
        {
            return (true, reason.ForMatch(terms));
        }

        if (kind == "noise")
        {
            return (false, reason.ForNoise());
        }

        if (plan.Query is not BooleanQuery query)
        {
            return (false, plan.Query is MatchNoDocsQuery ? reason.ForNothingToFind() : reason.ForMissing(terms));
        }

        foreach (BooleanClause clause in query)
        {
            bool matches = searcher.Explain(clause.Query, docId).IsMatch;
            if (clause.Occur == Occur.MustNot && matches)
            {
                return (false, reason.ForExcluded(QueryWording.Of(clause.Query)));
            }

            if (clause.Occur is Occur.Must or Occur.Filter && !matches && clause.Query is PhraseQuery or DisjunctionMaxQuery)
            {
                return (false, reason.ForPhrase(QueryWording.Of(clause.Query)));
            }
        }

        return (false, reason.ForMissing(terms));
    }

    private static IEnumerable<TermMatch> Compare(
        string row,
        IReadOnlyList<AnalysisToken> query,
        HashSet<string> searched,
        IReadOnlyList<AnalysisToken> text,
        IReadOnlyList<AnalysisToken> title)
    {
        ILookup<string, AnalysisToken> inText = text.ToLookup(token => token.Term, StringComparer.Ordinal);
        ILookup<string, AnalysisToken> inTitle = title.ToLookup(token => token.Term, StringComparer.Ordinal);
        foreach (string term in query.Select(token => token.Term).Distinct(StringComparer.Ordinal))
        {
            yield return new TermMatch(
                term,
                row,
                searched.Contains(term),
                [
                    .. inText[term].Select(token => new TermPlace("text", token.Start, token.End)),
                    .. inTitle[term].Select(token => new TermPlace("title", token.Start, token.End)),
                ]);
        }
    }

    private static AnalyzedText Cut(Analyzer analyzer, string text) => new(
        text, ReadTokens(analyzer, ParagraphFields.Words, text), ReadTokens(analyzer, ParagraphFields.Grams, text));

    private static List<AnalysisToken> ReadTokens(Analyzer analyzer, string field, string text)
    {
        List<AnalysisToken> tokens = [];
        TokenStream stream = analyzer.GetTokenStream(field, text);
        int position = -1;
        while (stream.MoveNext())
        {
            Token token = stream.Token;
            position += token.PositionIncrement;
            if (!RunPieces.IsPiece(token.Term))
            {
                tokens.Add(new AnalysisToken(token.Term.ToString(), token.StartOffset, token.EndOffset, position));
            }
        }

        stream.End();
        return tokens;
    }
}
