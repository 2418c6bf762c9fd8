using ScoSearch.Lucene.Search;

namespace ScoSearch.Lucene.Highlight;

/// <summary>Cuts a text into fragments around matches. For one text.</summary>
/// <remarks>
/// Sentences are joined while they fit into a fragment; a sentence that is longer is cut around its matches. A fragment scores the sum of
/// the weights of the different things that match in it, repeated matches of one thing counting less and less (1/2, 1/3, ...), so that
/// variety beats repetition. The best fragments are returned in the order of the text.
/// </remarks>
internal sealed class FragmentBuilder(string text, HighlightOptions options)
{
    /// <param name="matches">Places that match, in any order; may overlap.</param>
    public IReadOnlyList<HighlightFragment> Build(IReadOnlyList<MatchSpan> matches)
    {
        List<(TextSpan Span, float Weight)> spans = Clean(matches);
        if (spans.Count == 0)
        {
            return options.FallBackToStart && text.Length > 0 ? [Create(Leading(), [])] : [];
        }

        List<HighlightFragment> fragments = [];
        int floor = 0;
        for (int first = 0; first < spans.Count;)
        {
            TextSpan passage = FindPassage(spans, first, floor);
            floor = passage.End;
            int next = first;
            while (next < spans.Count && spans[next].Span.Start < passage.End)
            {
                next++;
            }

            fragments.Add(Create(passage, spans.GetRange(first, next - first)));
            first = Math.Max(next, first + 1);
        }

        return
        [
            .. fragments.OrderByDescending(f => f.Score).ThenBy(f => f.StartOffset).Take(options.MaxFragments)
                .OrderBy(f => f.StartOffset),
        ];
    }

    // Spans inside the text with something to see in them, in order, on cluster borders.
    private List<(TextSpan Span, float Weight)> Clean(IReadOnlyList<MatchSpan> matches)
    {
        List<(TextSpan Span, float Weight)> spans = [];
        int floor = 0;
        foreach (MatchSpan match in matches.OrderBy(m => m.StartOffset).ThenBy(m => m.EndOffset))
        {
            if (match.StartOffset < 0 || match.EndOffset <= match.StartOffset || match.EndOffset > text.Length)
            {
                continue;
            }

            int start = SentenceBorders.FloorToCluster(text, match.StartOffset, floor);
            floor = start;
            int end = SentenceBorders.FloorToCluster(text, match.EndOffset, start);
            if (end < match.EndOffset)
            {
                end += System.Globalization.StringInfo.GetNextTextElementLength(text.AsSpan(end));
            }

            if (!text.AsSpan(start, end - start).IsWhiteSpace())
            {
                spans.Add((new TextSpan(start, end), match.Weight));
            }
        }

        return spans;
    }

    // The passage for the matches from one on: whole sentences where they fit, else a window that begins shortly before the match.
    private TextSpan FindPassage(List<(TextSpan Span, float Weight)> spans, int first, int floor)
    {
        TextSpan match = spans[first].Span;
        int start = Math.Max(floor, FindSentenceStart(match.Start));
        while (start < match.Start && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        int max = options.MaxFragmentLength;
        if (match.End - start > max)
        {
            int wanted = Math.Max(start, match.Start - Math.Max(0, Math.Min(max / 4, max - match.Length)));
            start = SentenceBorders.FloorToCluster(text, wanted, start);
            start = match.End - start > max ? match.Start : start;
        }

        int limit = start + max;
        int end = start;
        while (end < text.Length)
        {
            int next = SentenceBorders.FindEnd(text, end);
            if (TrimEnd(start, next) > limit || (end >= match.End && !HasMatchBetween(spans, end, next)))
            {
                break;
            }

            end = next;
        }

        if (end < match.End)
        {
            end = SentenceBorders.FloorToCluster(text, Math.Min(limit, text.Length), start);
            end = KeepMatchesWhole(spans, first, end);
        }

        return new TextSpan(start, TrimEnd(start, end));
    }

    // A match that the end would cut stays out, unless it is the first one: longer than a fragment, it is cut.
    private static int KeepMatchesWhole(List<(TextSpan Span, float Weight)> spans, int first, int end)
    {
        for (int i = first + 1; i < spans.Count && spans[i].Span.Start < end; i++)
        {
            TextSpan span = spans[i].Span;
            if (span.End > end && span.Start > spans[first].Span.Start)
            {
                return Math.Max(span.Start, Math.Min(end, spans[first].Span.End));
            }
        }

        return end;
    }

    private static bool HasMatchBetween(List<(TextSpan Span, float Weight)> spans, int start, int end) =>
        spans.Exists(span => span.Span.Start >= start && span.Span.End <= end);

    private int FindSentenceStart(int at)
    {
        int start = 0;
        while (true)
        {
            int end = SentenceBorders.FindEnd(text, start);
            if (end > at || end == text.Length)
            {
                return start;
            }

            start = end;
        }
    }

    private TextSpan Leading()
    {
        int end = 0;
        while (end < text.Length)
        {
            int next = SentenceBorders.FindEnd(text, end);
            if (TrimEnd(0, next) > options.MaxFragmentLength)
            {
                break;
            }

            end = next;
        }

        end = end > 0 ? end : SentenceBorders.FloorToCluster(text, Math.Min(options.MaxFragmentLength, text.Length), 0);
        return new TextSpan(0, TrimEnd(0, end));
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private HighlightFragment Create(TextSpan passage, List<(TextSpan Span, float Weight)> spans)
    {
        List<TextSpan> merged = [];
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        double score = 0;
        foreach ((TextSpan span, float weight) in spans)
        {
            TextSpan inside = new(span.Start - passage.Start, Math.Min(span.End, passage.End) - passage.Start);
            string matched = text[span.Start..span.End];
            int times = seen[matched] = seen.GetValueOrDefault(matched) + 1;
            score += (weight + 0.01) / times;
            if (merged.Count > 0 && inside.Start < merged[^1].End)
            {
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, inside.End));
            }
            else if (inside.Length > 0)
            {
                merged.Add(inside);
            }
        }

        return new HighlightFragment(text[passage.Start..passage.End], passage.Start, merged, (float)score);
    }
}
