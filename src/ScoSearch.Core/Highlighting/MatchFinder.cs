using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Analysis;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Highlighting;

/// <summary>Finds the characters of a stored paragraph that made it match. Thread-safe.</summary>
/// <remarks>
/// The index knows positions, not offsets: offsets would be a third of its size. The paragraph is cut again, as it was for indexing,
/// which gives every position its offsets in the stored text.
/// </remarks>
internal sealed class MatchFinder(IndexSearcher searcher, ParagraphAnalysis analysis)
{
    private static readonly string[] Fields = [ParagraphFields.Words, ParagraphFields.Grams];

    /// <summary>The matches in a paragraph's text: ascending, without overlaps, neighbours joined.</summary>
    public IReadOnlyList<TextSpan> Find(
        ParagraphQuery query, int docId, string text, CancellationToken cancellation)
    {
        List<TextSpan> spans = [];
        foreach (string field in Fields)
        {
            IReadOnlyList<MatchSpan> matches = searcher.GetMatches(query.Query, docId, field, cancellation);
            if (matches.Count > 0)
            {
                AddOffsets(spans, matches, field, query.Terms[field], text);
            }
        }

        return Merge(spans);
    }

    private void AddOffsets(List<TextSpan> spans, IReadOnlyList<MatchSpan> matches, string field, HashSet<string> terms, string text)
    {
        // A character and the pair it begins share a position: only the one that was asked for counts.
        HashSet<string>.AlternateLookup<ReadOnlySpan<char>> wanted = terms.GetAlternateLookup<ReadOnlySpan<char>>();
        Dictionary<int, TextSpan> offsets = [];
        TokenStream stream = analysis.ForIndexing.GetTokenStream(field, text);
        int position = -1;
        while (stream.MoveNext())
        {
            position += stream.Token.PositionIncrement;
            if (!wanted.Contains(stream.Token.Term))
            {
                continue;
            }

            TextSpan token = new(stream.Token.StartOffset, stream.Token.EndOffset);
            offsets[position] = offsets.TryGetValue(position, out TextSpan known)
                ? new TextSpan(Math.Min(known.Start, token.Start), Math.Max(known.End, token.End))
                : token;
        }

        stream.End();
        foreach (MatchSpan match in matches)
        {
            if (offsets.TryGetValue(match.StartPosition, out TextSpan first)
                && offsets.TryGetValue(match.EndPosition, out TextSpan last))
            {
                spans.Add(new TextSpan(first.Start, last.End));
            }
        }
    }

    private static List<TextSpan> Merge(List<TextSpan> spans)
    {
        spans.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        List<TextSpan> merged = [];
        foreach (TextSpan span in spans)
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
            {
                merged[^1] = merged[^1] with { End = Math.Max(merged[^1].End, span.End) };
            }
            else
            {
                merged.Add(span);
            }
        }

        return merged;
    }
}
