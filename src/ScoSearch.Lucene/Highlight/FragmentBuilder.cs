using ScoSearch.Lucene.Search;

namespace ScoSearch.Lucene.Highlight;

/// <summary>Cuts a text into fragments around matches. For one text.</summary>
/// <remarks>
/// From each match a passage is tried: whole sentences where they fit into a fragment, clauses of a sentence that is
/// longer, and where even a clause is longer, a window around the match. A passage scores the sum of the weights of the
/// different things that match in it, repeated matches of one thing counting less and less (1/2, 1/3, ...), so that variety
/// beats repetition. The best passages that do not overlap are returned in the order of the text; when asked for, they are
/// filled up with the text around them, evenly on both sides.
/// </remarks>
internal sealed class FragmentBuilder(string text, HighlightOptions options)
{
    // Beyond that many matches the passages tried are those of the first ones: keeps long lists of common words linear.
    private const int MaxPassages = 512;

    private readonly List<(TextSpan Span, float Weight)> _spans = [];
    private TextUnits _units = TextUnits.Empty;

    /// <param name="matches">Places that match, in any order; may overlap.</param>
    public IReadOnlyList<HighlightFragment> Build(IReadOnlyList<MatchSpan> matches)
    {
        Clean(matches);
        _units = TextUnits.Cut(text, _spans.ConvertAll(span => span.Span));
        if (_spans.Count == 0)
        {
            return options.FallBackToStart && text.Length > 0 ? [Create(Fill([Leading()])[0])] : [];
        }

        List<TextSpan> passages = [];
        for (int first = 0; first < _spans.Count && passages.Count < MaxPassages; first++)
        {
            TextSpan passage = FindPassage(first);
            if (passages.Count == 0 || passages[^1] != passage)
            {
                passages.Add(passage);
            }
        }

        return [.. Fill(Choose(passages)).Select(Create)];
    }

    // Spans inside the text with something to see in them, in order, on cluster borders.
    private void Clean(IReadOnlyList<MatchSpan> matches)
    {
        int floor = 0;
        foreach (MatchSpan match in matches.OrderBy(m => m.StartOffset).ThenBy(m => m.EndOffset))
        {
            if (match.StartOffset < 0 || match.EndOffset <= match.StartOffset || match.EndOffset > text.Length)
            {
                continue;
            }

            TextSpan span = SentenceBorders.WidenToClusters(text, match.StartOffset, match.EndOffset, floor);
            floor = span.Start;
            if (!text.AsSpan(span.Start, span.Length).IsWhiteSpace())
            {
                _spans.Add((span, match.Weight));
            }
        }
    }

    // The best passages without overlaps, in the order of the text.
    private List<TextSpan> Choose(List<TextSpan> passages)
    {
        List<TextSpan> chosen = [];
        foreach ((TextSpan passage, _) in passages.Select(passage => (passage, Score(passage)))
            .OrderByDescending(p => p.Item2).ThenBy(p => p.passage.Start))
        {
            if (chosen.Count < options.MaxFragments
                && !chosen.Exists(other => other.Start < passage.End && passage.Start < other.End))
            {
                chosen.Add(passage);
            }
        }

        chosen.Sort((a, b) => a.Start.CompareTo(b.Start));
        return chosen;
    }

    // The passage for the matches from one on.
    private TextSpan FindPassage(int first)
    {
        TextSpan match = _spans[first].Span;
        int max = options.MaxFragmentLength;
        TextSpan sentence = _units.SentenceAt(match.Start);
        int start = SkipSpace(sentence.Start, match.Start);
        if (TrimEnd(start, sentence.End) - start <= max)
        {
            return new TextSpan(start, ExtendBySentences(start, sentence.End, start + max));
        }

        // Of a long sentence, the clauses before the match as far as they leave half of the room to what follows.
        int clause = _units.ClauseAt(match.Start);
        while (clause > 0 && _units.Clauses[clause - 1].Start >= sentence.Start
            && match.End - _units.Clauses[clause - 1].Start <= max / 2)
        {
            clause--;
        }

        start = SkipSpace(_units.Clauses[clause].Start, match.Start);
        int end = ExtendByClauses(start, clause, sentence.End, start + max);
        return end >= match.End ? new TextSpan(start, end) : FindWindow(first, start);
    }

    private int ExtendBySentences(int start, int end, int limit)
    {
        while (end < text.Length)
        {
            TextSpan next = _units.SentenceAt(end);
            if (TrimEnd(start, next.End) > limit || !HasMatchBetween(next.Start, next.End))
            {
                break;
            }

            end = next.End;
        }

        return TrimEnd(start, end);
    }

    private int ExtendByClauses(int start, int clause, int sentenceEnd, int limit)
    {
        int end = start;
        for (; clause < _units.Clauses.Count && _units.Clauses[clause].End <= sentenceEnd; clause++)
        {
            if (TrimEnd(start, _units.Clauses[clause].End) > limit)
            {
                break;
            }

            end = _units.Clauses[clause].End;
        }

        return TrimEnd(start, end);
    }

    // A window over a clause longer than a fragment: begins shortly before the match.
    private TextSpan FindWindow(int first, int floor)
    {
        TextSpan match = _spans[first].Span;
        int max = options.MaxFragmentLength;
        int start = floor;
        if (match.End - start > max)
        {
            int wanted = Math.Max(start, match.Start - Math.Max(0, Math.Min(max / 4, max - match.Length)));
            start = SentenceBorders.FloorToCluster(text, wanted, start);
            start = match.End - start > max ? match.Start : start;
            start = KeepWhole(start, match.End - max);
        }

        int limit = Math.Min(start + max, text.Length);
        int end = KeepMatchesWhole(first, SentenceBorders.FloorToCluster(text, limit, start));
        return new TextSpan(start, TrimEnd(start, end));
    }

    // A match that the beginning would cut is taken in when there is room.
    private int KeepWhole(int start, int floor)
    {
        for (int i = FirstFrom(floor); i < _spans.Count && _spans[i].Span.Start < start; i++)
        {
            if (start < _spans[i].Span.End)
            {
                return _spans[i].Span.Start;
            }
        }

        return start;
    }

    // A match that the end would cut stays out, unless it is the first one: longer than a fragment, it is cut.
    private int KeepMatchesWhole(int first, int end)
    {
        for (int i = first + 1; i < _spans.Count && _spans[i].Span.Start < end; i++)
        {
            TextSpan span = _spans[i].Span;
            if (span.End > end && span.Start > _spans[first].Span.Start)
            {
                return Math.Max(span.Start, Math.Min(end, _spans[first].Span.End));
            }
        }

        return end;
    }

    private bool HasMatchBetween(int start, int end)
    {
        for (int i = FirstFrom(start); i < _spans.Count && _spans[i].Span.Start < end; i++)
        {
            if (_spans[i].Span.End <= end)
            {
                return true;
            }
        }

        return false;
    }

    // Index of the first match that begins at a place or behind it: matches are in order.
    private int FirstFrom(int start)
    {
        int low = 0;
        int high = _spans.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = _spans[middle].Span.Start < start ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private TextSpan Leading()
    {
        int end = ExtendByClauses(0, 0, text.Length, options.MaxFragmentLength);
        int sentence = 0;
        while (sentence < text.Length && TrimEnd(0, _units.SentenceAt(sentence).End) <= options.MaxFragmentLength)
        {
            sentence = _units.SentenceAt(sentence).End;
        }

        end = sentence > 0 ? sentence
            : end > 0 ? end
            : SentenceBorders.FloorToCluster(text, Math.Min(options.MaxFragmentLength, text.Length), 0);
        return new TextSpan(0, TrimEnd(0, end));
    }

    // Whole clauses from both sides, while they fit and do not run into the next fragment.
    private List<TextSpan> Fill(List<TextSpan> passages)
    {
        if (!options.FillFragments)
        {
            return passages;
        }

        for (int i = 0; i < passages.Count; i++)
        {
            int floor = i == 0 ? 0 : passages[i - 1].End;
            int ceiling = i + 1 < passages.Count ? passages[i + 1].Start : text.Length;
            passages[i] = Fill(passages[i], floor, ceiling);
        }

        return passages;
    }

    private TextSpan Fill(TextSpan passage, int floor, int ceiling)
    {
        (int start, int end) = (passage.Start, passage.End);
        bool canGrow = true;
        while (canGrow)
        {
            int before = start > floor ? SkipSpace(_units.Clauses[_units.ClauseAt(start - 1)].Start, start) : start;
            int after = end < ceiling ? TrimEnd(end, _units.Clauses[_units.ClauseAt(end)].End) : end;
            before = before >= floor && end - before <= options.MaxFragmentLength ? before : start;
            after = after <= ceiling && after - start <= options.MaxFragmentLength ? after : end;
            canGrow = before < start || after > end;

            // The side with less of the text so far grows first, so that matches stay in the middle.
            bool growsBefore = before < start && (after == end || passage.Start - start <= end - passage.End);
            (start, end) = growsBefore ? (before, end) : (start, after);
        }

        return new TextSpan(start, end);
    }

    private int SkipSpace(int start, int limit)
    {
        while (start < limit && char.IsWhiteSpace(text[start]))
        {
            start++;
        }

        return start;
    }

    private int TrimEnd(int start, int end)
    {
        while (end > start && char.IsWhiteSpace(text[end - 1]))
        {
            end--;
        }

        return end;
    }

    private double Score(TextSpan passage)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        double score = 0;
        for (int i = FirstFrom(passage.Start); i < _spans.Count && _spans[i].Span.Start < passage.End; i++)
        {
            (TextSpan span, float weight) = _spans[i];
            string matched = text[span.Start..span.End];
            int times = seen[matched] = seen.GetValueOrDefault(matched) + 1;
            score += (weight + 0.01) / times;
        }

        return score;
    }

    private HighlightFragment Create(TextSpan passage)
    {
        List<TextSpan> merged = [];
        foreach ((TextSpan span, _) in _spans)
        {
            TextSpan inside = new(
                Math.Max(span.Start, passage.Start) - passage.Start, Math.Min(span.End, passage.End) - passage.Start);
            if (inside.Length <= 0)
            {
                continue;
            }

            if (merged.Count > 0 && inside.Start < merged[^1].End)
            {
                merged[^1] = new TextSpan(merged[^1].Start, Math.Max(merged[^1].End, inside.End));
            }
            else
            {
                merged.Add(inside);
            }
        }

        return new HighlightFragment(text[passage.Start..passage.End], passage.Start, merged, (float)Score(passage));
    }
}
