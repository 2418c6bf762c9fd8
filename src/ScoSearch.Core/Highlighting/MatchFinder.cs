using ScoSearch.Core.Indexing;
using ScoSearch.Core.Reading;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Highlight;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Highlighting;

/// <summary>Finds the characters of a stored paragraph that made it match. Thread-safe.</summary>
/// <remarks>
/// The index knows positions, not offsets: offsets would be a third of its size. The paragraph is cut again, as it was for indexing,
/// which gives every position its offsets in the stored text.
/// <para>Words that were asked for are marked wherever they stand; phrases and synonyms as a whole. Bigrams of loose text are
/// marked where they make up a run of three characters or more, touch a marked word, or are themselves all that was typed:
/// a pair cut out of the middle of a longer word says nothing on its own. When nothing else matched, they are marked all.</para>
/// </remarks>
internal sealed class MatchFinder(IndexSearcher searcher, ParagraphAnalysis analysis)
{
    /// <summary>Prepares a query whose matches are to be found in several paragraphs.</summary>
    /// <remarks>When time is up, patterns are no longer looked for among all words, so that their matches may stay unmarked.</remarks>
    public QueryMatcher Prepare(ParagraphQuery query, SearchDeadline deadline) =>
        searcher.CreateMatcher(query.Places, deadline.TimeUp, deadline.Cancellation);

    /// <summary>The matches in a paragraph.</summary>
    /// <param name="query">What found it.</param>
    /// <param name="matcher">The same, prepared.</param>
    /// <param name="docId">Its place in the index.</param>
    /// <param name="paragraph">Its stored fields.</param>
    public ParagraphMatches Find(ParagraphQuery query, QueryMatcher matcher, int docId, StoredParagraph paragraph)
    {
        IReadOnlyList<MatchSpan> found = matcher.GetMatches(docId);
        ILookup<string, MatchSpan> matches = found.ToLookup(match => match.Field, StringComparer.Ordinal);
        TextValues text = new([paragraph.Text]);
        TextValues title = new(paragraph.Title is string name ? [name] : []);
        TextValues section = new(paragraph.SectionPath, StoredParagraph.SectionSeparator);
        return new ParagraphMatches(
            Combine(query, matches, text, ParagraphFields.Words, ParagraphFields.Grams),
            Combine(query, matches, title, ParagraphFields.TitleWords, ParagraphFields.TitleGrams),
            Combine(query, matches, section, ParagraphFields.SectionWords, ParagraphFields.SectionGrams),
            HasWord(found));
    }

    /// <summary>Whether one of the places is a word rather than a part of words.</summary>
    public static bool HasWord(IReadOnlyList<MatchSpan> found) => found.Any(match => ParagraphFields.IsWords(match.Field));

    private List<TextSpan> Combine(
        ParagraphQuery query, ILookup<string, MatchSpan> matches, TextValues values, string wordField, string gramField)
    {
        List<TextSpan> words = Locate(query, matches, values, wordField, ParagraphFields.Words);
        List<TextSpan> grams = Locate(query, matches, values, gramField, ParagraphFields.Grams);
        if (query.Loose is not null)
        {
            List<TextSpan> marked = Merge(words);
            List<TextSpan> telling =
                [.. Merge(grams).Where(run => IsTelling(run, values.Text, marked, query.WholeGrams))];
            grams = words.Count + telling.Count > 0 ? telling : grams;
        }

        return Merge(Widen(values.Text, [.. words, .. grams]));
    }

    // Terms are listed by the row they belong to, whichever of its fields they are looked for in.
    private List<TextSpan> Locate(
        ParagraphQuery query, ILookup<string, MatchSpan> matches, TextValues values, string field, string row)
    {
        if (!matches.Contains(field))
        {
            return [];
        }

        HashSet<string>? wanted = query.Terms.GetValueOrDefault(field) ?? query.Terms.GetValueOrDefault(row);
        HashSet<int> positions = [];
        foreach (MatchSpan match in matches[field])
        {
            positions.Add(match.StartPosition);
            positions.Add(match.EndPosition);
        }

        Dictionary<int, TextSpan> offsets = values.FindOffsets(analysis.ForIndexing, field, wanted, positions);
        List<TextSpan> spans = [];
        foreach (MatchSpan match in matches[field])
        {
            if (offsets.TryGetValue(match.StartPosition, out TextSpan first)
                && offsets.TryGetValue(match.EndPosition, out TextSpan last))
            {
                spans.Add(new TextSpan(first.Start, last.End));
            }
        }

        return spans;
    }

    private static bool IsTelling(TextSpan run, string text, List<TextSpan> words, IReadOnlySet<string> whole)
    {
        string marked = text[run.Start..run.End];
        return run.Length > 2
            || whole.Contains(ParagraphAnalyzer.FoldGrams(marked))
            || Overlaps(words, run);
    }

    // Whether one of the spans, which rise without overlaps, shares a character with another one.
    private static bool Overlaps(List<TextSpan> spans, TextSpan other)
    {
        int low = 0;
        int high = spans.Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            (low, high) = spans[middle].End <= other.Start ? (middle + 1, high) : (low, middle);
        }

        return low < spans.Count && spans[low].Start < other.End;
    }

    // A term may end within a character as people see it, such as a letter with an accent of its own.
    // In the order of the text, so that each is looked for from the one before.
    private static List<TextSpan> Widen(string text, List<TextSpan> spans)
    {
        spans.Sort((a, b) => a.Start.CompareTo(b.Start));
        int floor = 0;
        for (int i = 0; i < spans.Count; i++)
        {
            spans[i] = SentenceBorders.WidenToClusters(text, spans[i].Start, spans[i].End, floor);
            floor = spans[i].Start;
        }

        return spans;
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
