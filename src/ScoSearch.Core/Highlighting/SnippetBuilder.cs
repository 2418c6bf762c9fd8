using System.Text;
using ScoSearch.Core.Searching;
using ScoSearch.Lucene.Highlight;
using ScoSearch.Lucene.Search;

namespace ScoSearch.Core.Highlighting;

/// <summary>Cuts the parts of a paragraph with the most matches, at sentence or clause borders, and marks the matches. Thread-safe.</summary>
/// <remarks>The engine's highlighter does the cutting; here the parts become one line for a list of hits.</remarks>
internal static class SnippetBuilder
{
    private const char Ellipsis = '…';

    /// <summary>The snippet: the matches between tags; the whole text when it is short enough.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="matches">Matches in it, ascending, without overlaps.</param>
    /// <param name="options">Lengths, tags and format.</param>
    public static string Build(string text, IReadOnlyList<TextSpan> matches, SnippetOptions options)
    {
        FragmentFormatter formatter = new(options.PreTag, options.PostTag, escapes: options.Format == SnippetFormat.Html);
        if (text.Length <= options.MaxFragmentLength)
        {
            return formatter.Format(new HighlightFragment(text, 0, matches, 0));
        }

        Highlighter highlighter = new(new HighlightOptions
        {
            MaxFragmentLength = options.MaxFragmentLength,
            MaxFragments = options.MaxFragments,
            FillFragments = true,
        });

        // Long matches say more than short ones.
        IReadOnlyList<HighlightFragment> fragments = highlighter.Highlight(
            text, [.. matches.Select(match => new MatchSpan("", 0, 0, match.Start, match.End, match.Length))]);
        return Join(text, fragments, formatter);
    }

    private static string Join(string text, IReadOnlyList<HighlightFragment> fragments, FragmentFormatter formatter)
    {
        StringBuilder snippet = new();
        int end = 0;
        foreach (HighlightFragment fragment in fragments)
        {
            AppendGap(snippet, text, end, fragment.StartOffset);
            snippet.Append(formatter.Format(fragment));
            end = fragment.EndOffset;
        }

        AppendGap(snippet, text, end, text.Length);
        return snippet.ToString();
    }

    // What is left out shows as an ellipsis; white space between two fragments does not count as text.
    private static void AppendGap(StringBuilder snippet, string text, int start, int end)
    {
        ReadOnlySpan<char> gap = text.AsSpan(start, end - start);
        if (!gap.IsWhiteSpace())
        {
            snippet.Append(Ellipsis);
        }
        else if (!gap.IsEmpty && start > 0 && end < text.Length)
        {
            snippet.Append(' ');
        }
    }
}
