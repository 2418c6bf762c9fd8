using ScoSearch.Core.Citing;
using ScoSearch.Core.Explaining;
using ScoSearch.Core.Highlighting;
using ScoSearch.Core.Reading;
using ScoSearch.Lucene.Highlight;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Searching;

/// <summary>Reads a paragraph that was found and makes it a hit: marked, cut, with what stands around it. Thread-safe.</summary>
internal sealed class HitBuilder(IndexSnapshot snapshot)
{
    private readonly ParagraphStore _store = snapshot.Store;
    private readonly HitExplainer _explainer = new(snapshot);
    private readonly MatchFinder _matches = new(snapshot.Searcher, snapshot.Analysis);

    /// <summary>Prepares a query whose hits are to be made.</summary>
    public QueryMatcher Prepare(ParagraphQuery query, SearchDeadline deadline) => _matches.Prepare(query, deadline);

    /// <summary>Makes the hit.</summary>
    /// <param name="found">The paragraph and its score.</param>
    /// <param name="query">What found it.</param>
    /// <param name="matcher">The same, prepared.</param>
    /// <param name="request">What to show of it.</param>
    /// <param name="cancellation">Ends the work early.</param>
    public SearchHit Build(
        ScoreDoc found, ParagraphQuery query, QueryMatcher matcher, SearchRequest request, CancellationToken cancellation)
    {
        StoredParagraph paragraph = _store.Read(found.Doc);
        ParagraphMatches matches = request.Highlight
            ? _matches.Find(query, matcher, found.Doc, paragraph)
            : ParagraphMatches.None with { HasWord = MatchFinder.HasWord(matcher.GetMatches(found.Doc)) };
        return new SearchHit
        {
            Id = paragraph.Id,
            Score = found.Score,
            Match = matches.HasWord ? "word" : "substring",
            Document = paragraph.ToDocumentInfo(),
            Paragraph = paragraph.ToParagraphInfo(),
            Text = paragraph.Text,
            Snippet = SnippetBuilder.Build(paragraph.Text, matches.Text, request.Snippets),
            Highlights =
            [
                .. ToHighlights("text", paragraph.Text, matches.Text),
                .. ToHighlights("title", paragraph.Title ?? "", matches.Title),
                .. ToHighlights("section", paragraph.Section ?? "", matches.Section),
            ],
            Context = _store.ReadContext(paragraph, request.Context, cancellation),
            Footnotes = _store.ReadFootnotes(paragraph),
            Anchor = _store.ReadAnchor(paragraph),
            ContinuedIn = _store.ReadHalf(paragraph, paragraph.ContinuedIn),
            Continues = _store.ReadHalf(paragraph, paragraph.Continues),
            Citation = CitationWriter.Write(
                paragraph.ToDocumentInfo(), paragraph.ToParagraphInfo(), snapshot.Built, request.Language),
            Explain = request.Explain ? _explainer.Explain(query, found, request.Language) : null,
        };
    }

    private static IEnumerable<Highlight> ToHighlights(string field, string text, IReadOnlyList<TextSpan> matches)
    {
        int unit = 0;
        int codePoint = 0;
        foreach (TextSpan match in matches)
        {
            codePoint += CountCodePoints(text, unit, match.Start);
            int length = CountCodePoints(text, match.Start, match.End);
            yield return new Highlight(field, match.Start, match.Length, codePoint, length, text[match.Start..match.End]);
            codePoint += length;
            unit = match.End;
        }
    }

    private static int CountCodePoints(string text, int start, int end)
    {
        int count = 0;
        for (int i = start; i < end; i++)
        {
            count += char.IsHighSurrogate(text[i]) && i + 1 < end && char.IsLowSurrogate(text[i + 1]) ? 0 : 1;
        }

        return count;
    }
}
