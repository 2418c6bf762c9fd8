using ScoSearch.Core.Indexing;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Analysis;
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
    /// <summary>The matches in a paragraph's text: ascending, without overlaps, neighbours joined.</summary>
    public IReadOnlyList<TextSpan> Find(
        ParagraphQuery query, int docId, string text, CancellationToken cancellation)
    {
        List<TextSpan> words = FindIn(ParagraphFields.Words, query, docId, text, cancellation);
        List<TextSpan> grams = FindIn(ParagraphFields.Grams, query, docId, text, cancellation);
        if (query.Loose is not null)
        {
            List<TextSpan> telling = [.. Merge(grams).Where(run => IsTelling(run, text, words, query.WholeGrams))];
            grams = words.Count + telling.Count > 0 ? telling : grams;
        }

        return Merge([.. words, .. grams]);
    }

    private List<TextSpan> FindIn(
        string field, ParagraphQuery query, int docId, string text, CancellationToken cancellation)
    {
        List<TextSpan> spans = [];
        IReadOnlyList<MatchSpan> matches = searcher.GetMatches(query.Query, docId, field, cancellation);
        if (matches.Count > 0)
        {
            AddOffsets(spans, matches, field, query.Terms[field], text);
        }

        return spans;
    }

    private static bool IsTelling(TextSpan run, string text, List<TextSpan> words, IReadOnlySet<string> whole)
    {
        string marked = text[run.Start..run.End];
        return run.End - run.Start > 2
            || whole.Contains(ParagraphAnalyzer.FoldGrams(marked))
            || words.Exists(word => word.Start < run.End && run.Start < word.End);
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
