using System.Text;
using ScoSearch.Cli.Output;
using ScoSearch.Core.Searching;

namespace ScoSearch.Cli.Commands;

/// <summary>Writes a paragraph on one line with its matches in colour; where there are no colours, it stands as it is.</summary>
internal static class MarkedText
{
    public static string Of(string text, IReadOnlyList<Highlight> highlights, Style style)
    {
        // One unit stays one unit, so that the places of the matches hold.
        text = VisibleText.Of(text.Replace('\n', ' '));
        StringBuilder marked = new();
        int at = 0;
        foreach (Highlight match in highlights.Where(h => h.Field == "text").OrderBy(h => h.Start))
        {
            if (match.Start >= at)
            {
                marked.Append(text, at, match.Start - at).Append(style.Match(text.Substring(match.Start, match.Length)));
                at = match.Start + match.Length;
            }
        }

        return marked.Append(text, at, text.Length - at).ToString();
    }
}
