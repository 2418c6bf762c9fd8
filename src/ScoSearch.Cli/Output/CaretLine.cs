using System.Text;
using Spectre.Console.Rendering;

namespace ScoSearch.Cli.Output;

/// <summary>Shows a place in a text: the text, and under it a caret.</summary>
internal static class CaretLine
{
    private const string Indent = "  ";
    private const string Cut = "...";

    /// <summary>Two lines: as much of the text round the place as fits, and the caret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="position">The place, in UTF-16 units; the length of the text for its end.</param>
    /// <param name="columns">Cells of a line, at least 20.</param>
    public static string Under(string text, int position, int columns)
    {
        Rune[] runes = [.. VisibleText.Of(text).Replace('\t', ' ').EnumerateRunes()];
        int at = 0;
        for (int units = 0; at < runes.Length && units + runes[at].Utf16SequenceLength <= position; at++)
        {
            units += runes[at].Utf16SequenceLength;
        }

        // Of a long text, half of the line stands before the place; what is not needed there goes to the text after it.
        int room = columns - Indent.Length - (2 * Cut.Length) - 1;
        int first = at, last = at, used = 0;
        while (first > 0 && used + WidthOf(runes[first - 1]) <= room / 2)
        {
            used += WidthOf(runes[--first]);
        }

        while (last < runes.Length && used + WidthOf(runes[last]) <= room)
        {
            used += WidthOf(runes[last++]);
        }

        while (first > 0 && used + WidthOf(runes[first - 1]) <= room)
        {
            used += WidthOf(runes[--first]);
        }

        string before = Indent + (first > 0 ? Cut : "");
        int caret = before.Length + runes[first..at].Sum(WidthOf);
        return before + string.Concat(runes[first..last]) + (last < runes.Length ? Cut : "")
            + "\n" + new string(' ', caret) + "^";
    }

    private static int WidthOf(Rune rune) => new Segment(rune.ToString()).CellCount();
}
