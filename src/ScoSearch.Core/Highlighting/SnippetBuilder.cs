using System.Net;
using System.Text;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Highlight;

namespace ScoSearch.Core.Highlighting;

/// <summary>Cuts the parts of a paragraph with the most matches, at clause borders, and marks the matches. Thread-safe.</summary>
internal static class SnippetBuilder
{
    private const string SentenceEnds = "。！？；!?;\n…";
    private const string ClauseEnds = "，、：,:";
    private const string Closers = "”’」』）】》〉\"')]";
    private const char Ellipsis = '…';

    /// <summary>The snippet: HTML-escaped text with the matches between tags; the whole text when it is short enough.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="matches">Matches in it, ascending, without overlaps.</param>
    /// <param name="options">Lengths and tags.</param>
    public static string Build(string text, IReadOnlyList<TextSpan> matches, SnippetOptions options)
    {
        StringBuilder html = new();
        if (text.Length <= options.MaxFragmentLength)
        {
            AppendMarked(html, text, new TextSpan(0, text.Length), matches, options);
            return html.ToString();
        }

        List<TextSpan> fragments = Choose(text, matches, options);
        for (int i = 0; i < fragments.Count; i++)
        {
            bool continues = i > 0 && fragments[i].Start == fragments[i - 1].End;
            if (!continues && fragments[i].Start > 0)
            {
                html.Append(Ellipsis);
            }

            AppendMarked(html, text, fragments[i], matches, options);
        }

        if (fragments[^1].End < text.Length)
        {
            html.Append(Ellipsis);
        }

        return html.ToString();
    }

    private static List<TextSpan> Choose(string text, IReadOnlyList<TextSpan> matches, SnippetOptions options)
    {
        List<TextSpan> pieces = Cut(text, options.MaxFragmentLength, matches);
        List<TextSpan> best = [.. pieces
            .Select((piece, order) => (piece, order, score: Score(text, piece, matches)))
            .OrderByDescending(p => p.score).ThenBy(p => p.order)
            .Where((p, rank) => p.score > 0 || rank == 0)
            .Take(options.MaxFragments)
            .Select(p => p.piece)
            .OrderBy(piece => piece.Start)];
        return best;
    }

    // Different matched strings count more than the same one again: a piece that shows the whole question is the better one.
    private static double Score(string text, TextSpan piece, IReadOnlyList<TextSpan> matches)
    {
        Dictionary<string, int> seen = new(StringComparer.Ordinal);
        double score = 0;
        foreach (TextSpan match in matches)
        {
            if (match.Start >= piece.Start && match.End <= piece.End)
            {
                string matched = text[match.Start..match.End];
                int times = seen.GetValueOrDefault(matched);
                seen[matched] = times + 1;
                score += matched.Length / (1.0 + (3 * times));
            }
        }

        return score;
    }

    /// <summary>Cuts into pieces of at most the length: at sentence ends, long sentences at clause ends, longer ones anywhere
    /// but in a match or a character.</summary>
    private static List<TextSpan> Cut(string text, int maxLength, IReadOnlyList<TextSpan> matches)
    {
        List<TextSpan> pieces = [];
        int start = 0;
        while (start < text.Length)
        {
            int end = FindEnd(text, start, maxLength, matches);
            pieces.Add(new TextSpan(start, end));
            start = end;
        }

        return pieces;
    }

    private static int FindEnd(string text, int start, int maxLength, IReadOnlyList<TextSpan> matches)
    {
        int limit = Math.Min(text.Length, start + maxLength);
        if (limit == text.Length)
        {
            return limit;
        }

        foreach (string ends in (ReadOnlySpan<string>)[SentenceEnds, ClauseEnds])
        {
            for (int i = limit - 1; i > start + (maxLength / 3); i--)
            {
                if (ends.Contains(text[i], StringComparison.Ordinal) && SkipClosers(text, i + 1) is int end && end <= limit && !IsInside(end, matches))
                {
                    return end;
                }
            }
        }

        int cut = limit;
        while (cut > start + 1 && (char.IsLowSurrogate(text[cut]) || IsInside(cut, matches)))
        {
            cut--;
        }

        return cut > start + 1 ? cut : limit;
    }

    private static int SkipClosers(string text, int at)
    {
        while (at < text.Length && Closers.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static bool IsInside(int offset, IReadOnlyList<TextSpan> matches) =>
        matches.Any(match => match.Start < offset && offset < match.End);

    private static void AppendMarked(
        StringBuilder html, string text, TextSpan piece, IReadOnlyList<TextSpan> matches, SnippetOptions options)
    {
        int at = piece.Start;
        foreach (TextSpan match in matches)
        {
            int start = Math.Max(match.Start, piece.Start);
            int end = Math.Min(match.End, piece.End);
            if (start >= end)
            {
                continue;
            }

            AppendEscaped(html, text, at, start);
            html.Append(options.PreTag);
            AppendEscaped(html, text, start, end);
            html.Append(options.PostTag);
            at = end;
        }

        AppendEscaped(html, text, at, piece.End);
    }

    private static void AppendEscaped(StringBuilder html, string text, int start, int end) =>
        html.Append(WebUtility.HtmlEncode(text[start..end]));
}
