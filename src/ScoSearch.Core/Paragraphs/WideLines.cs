namespace ScoSearch.Core.Paragraphs;

/// <summary>Tells text whose lines are paragraphs before regimes are known: some lines are wider than any page.</summary>
internal static class WideLines
{
    private const int Reach = 40;
    private const int WidestPrinted = 130;

    /// <summary>Whether a line is a paragraph by its width and ends at an offset.</summary>
    public static bool EndsWith(SourceLine line, int end) => end == line.End && line.Width > WidestPrinted;

    /// <summary>Whether the lines before one are not wrapped.</summary>
    public static bool Before(List<SourceLine> lines, int line)
    {
        int wide = 0, looked = 0;
        for (int i = line - 1; i >= 0 && looked < Reach; i--)
        {
            looked++;
            wide += lines[i].Width > WidestPrinted ? 1 : 0;
        }

        return wide >= 2 && wide * 5 >= looked;
    }
}
