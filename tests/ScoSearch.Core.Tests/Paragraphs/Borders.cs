using ScoSearch.Core.Paragraphs;

namespace ScoSearch.Core.Tests.Paragraphs;

/// <summary>
/// Finds the borders between paragraphs that nothing on the page shows, where indents were lost and there are no blank
/// lines: the paragraph before ends at the right margin, and the first line of the paragraph after does not show the
/// room of its indent, because it is the only line or because what follows it would not have fitted in anyway.
/// </summary>
/// <param name="measure">Width of a full line in half-width columns.</param>
internal sealed class Borders(int measure)
{
    private const int Indent = 4;

    private readonly List<List<string>> _paragraphs = [];

    /// <summary>Begins a paragraph.</summary>
    public void Begin() => _paragraphs.Add([]);

    /// <summary>Adds a line of the paragraph begun last, as it was set.</summary>
    public void AddLine(string line) => _paragraphs[^1].Add(line);

    /// <summary>Adds the numbers of the paragraphs on both sides of each hidden border.</summary>
    public void AddHidden(HashSet<int> numbers)
    {
        for (int i = 1; i < _paragraphs.Count; i++)
        {
            if (Fills(_paragraphs[i - 1], _paragraphs[i][0]) && !ShowsRoom(_paragraphs[i]))
            {
                numbers.Add(i - 1);
                numbers.Add(i);
            }
        }
    }

    private bool Fills(List<string> paragraph, string next) =>
        WidthOf(paragraph[^1]) + FirstUnit(next) > measure - (paragraph.Count == 1 ? Indent : 0);

    private bool ShowsRoom(List<string> paragraph) =>
        paragraph.Count > 1 && WidthOf(paragraph[0]) + FirstUnit(paragraph[1]) <= measure;

    private static int WidthOf(string line) => line.Sum(CharClass.Width);

    // A Chinese character or a Latin word, with the opening marks before and one closing mark after it.
    private static int FirstUnit(string line)
    {
        int at = 0;
        while (at < line.Length - 1 && CharClass.IsOpening(line[at]))
        {
            at++;
        }

        while (at < line.Length - 1 && CharClass.IsNarrowWord(line[at]) && CharClass.IsNarrowWord(line[at + 1]))
        {
            at++;
        }

        return WidthOf(line[..(at + 1)]);
    }
}
